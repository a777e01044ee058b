import type { AdminViewServerProps } from 'payload'
import { Simulator } from '../parts/Simulator.tsx'
import { AdminPage } from './AdminPage.tsx'

/** `/admin/simulator`. */
export const SimulatorView = (props: AdminViewServerProps) => (
  <AdminPage page="simulator" props={props}>
    <Simulator />
  </AdminPage>
)

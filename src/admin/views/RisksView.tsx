import type { AdminViewServerProps } from 'payload'
import { Risks } from '../parts/Risks.tsx'
import { AdminPage } from './AdminPage.tsx'

/** `/admin/risks`. */
export const RisksView = (props: AdminViewServerProps) => (
  <AdminPage page="risks" props={props}>
    <Risks />
  </AdminPage>
)

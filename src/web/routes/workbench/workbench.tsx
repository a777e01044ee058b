import { Workbench } from '../../../ui/workbench/Workbench.tsx'
import { workbenchLinks } from './workbench-links.ts'

export const links = workbenchLinks

export const meta = () => [{ title: 'Workbench' }, { name: 'robots', content: 'noindex' }]

export default function WorkbenchPage() {
  return <Workbench />
}

import { data, type LoaderFunctionArgs, useParams } from 'react-router'
import { screenAt } from '../../../ui/workbench/screens.tsx'
import { workbenchLinks } from './workbench-links.ts'

// Types of a route come from the build, and a build for production has no such route: these are plain.
type Params = { screen?: string; state?: string }

export const links = workbenchLinks

export const meta = ({ params }: { params: Params }) => [
  { title: `${params.screen} · ${params.state}` },
  { name: 'robots', content: 'noindex' },
]

export function loader({ params }: LoaderFunctionArgs) {
  if (shown(params) === null) throw data({ code: 'not_found' }, { status: 404 })
  return null
}

export default function Screen() {
  return shown(useParams())
}

const shown = ({ screen, state }: Params) => screenAt(screen ?? '', state ?? '')

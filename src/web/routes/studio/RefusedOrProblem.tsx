import { isRouteErrorResponse } from 'react-router'
import { Refused } from '../../../ui/studio/Refused.tsx'
import type { Refusal } from '../../lib/gates.ts'
import { Problem } from '../../lib/Problem.tsx'

/** The page for what a loader threw: a missing role is named, everything else is the shop's own page for its status. */
export function RefusedOrProblem({ error }: { error: unknown }) {
  const refusal = isRouteErrorResponse(error) && error.status === 403 ? (error.data as Partial<Refusal> | null) : null
  return refusal?.roles ? <Refused roles={refusal.roles} /> : <Problem error={error} />
}

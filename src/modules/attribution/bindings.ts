import { refusesMember } from './members.ts'
import type { AttributionInput, BindingFacts } from './types.ts'

/** ATT-09: the bind of the buyer that holds at placement. The first one counts; one that a membership refuses does not. */
export function bindInForce({ bindings = [], programmes, order, members }: AttributionInput): BindingFacts | undefined {
  return bindings
    .filter(({ boundAt, until, programmeId, creatorId }) => {
      const programme = programmes.get(programmeId)
      const inForce = programme?.status === 'active' && boundAt <= order.placedAt && order.placedAt <= until
      return inForce && !refusesMember(programme, creatorId, boundAt, members)
    })
    .sort((a, b) => a.boundAt.getTime() - b.boundAt.getTime() || (a.id < b.id ? -1 : 1))[0]
}

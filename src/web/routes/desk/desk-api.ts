import type { DecisionInput } from '../../../ui/desk/view.ts'
import type { studioPages } from '../../../ui/i18n/messages/studio-pages.ts'

/** Why a decision or a claim did not go through; `ok` when it did. */
export type DeskAnswer = 'ok' | Exclude<Extract<keyof (typeof studioPages)['zh'], `desk_${string}`>, 'desk_notSent'>

const actions = { approve: 'approve', request_changes: 'request-changes', reject: 'reject' } as const

/** Sends a decision. `keepalive`: it also arrives when the page is going. Never throws. */
export async function sendDecision({ itemId, pieceId, action, version, ruleId, reason }: DecisionInput): Promise<DeskAnswer> {
  if (action === 'take_down') return post(`/v1/pieces/${pieceId}/take-down`, { rule: ruleId, reason })
  if (action === 'restore') return post(`/v1/pieces/${pieceId}/restore`, { reason })
  const words = action === 'approve' ? {} : { rule: ruleId, reason }
  return post(`/v1/review/${itemId}/${actions[action]}`, { lockVersion: Number(version), ...words })
}

/** Takes an item for ten minutes, or keeps it. */
export const claimItem = (id: string): Promise<DeskAnswer> => post(`/v1/review/${id}/claim`)

/** Gives an item back to the queue. */
export const releaseItem = (id: string): Promise<DeskAnswer> => post(`/v1/review/${id}/release`)

async function post(path: string, body: unknown = {}): Promise<DeskAnswer> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) return meaningOf(answer.status, await codeOf(answer))
    // A body that nobody reads keeps the request open.
    void answer.text().catch(() => undefined)
    return 'ok'
  } catch {
    return 'desk_offline'
  }
}

async function codeOf(answer: Response): Promise<string | null> {
  try {
    const { errors } = (await answer.json()) as { errors?: { code?: string }[] }
    return errors?.[0]?.code ?? null
  } catch {
    return null
  }
}

function meaningOf(status: number, code: string | null): DeskAnswer {
  if (status === 401) return 'desk_loggedOut'
  if (status === 403) return 'desk_forbidden'
  if (code === 'stale') return 'desk_stale'
  if (code === 'conflict') return 'desk_claimed'
  if (code === 'state' || status === 404) return 'desk_closed'
  return status === 422 ? 'desk_invalid' : 'desk_failed'
}

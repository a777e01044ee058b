import { useCallback, useEffect, useRef, useState } from 'react'
import { type LinksFunction, useNavigate, useRevalidator } from 'react-router'
import { countHeldComments } from '../../../flows/comments/count-held.ts'
import { countDecidedToday } from '../../../flows/review/list-decided.ts'
import { listQueue } from '../../../flows/review/list-queue.ts'
import { readReviewItem } from '../../../flows/review/read-review-item.ts'
import deskCss from '../../../ui/desk/desk.css?url'
import { ReviewDesk } from '../../../ui/desk/ReviewDesk.tsx'
import type { DecisionInput, ReviewItemView } from '../../../ui/desk/view.ts'
import { translate, useT, useTo } from '../../../ui/i18n/index.ts'
import { studioPages } from '../../../ui/i18n/messages/studio-pages.ts'
import studioCss from '../../../ui/studio/studio.css?url'
import { valueOr404 } from '../../lib/answers.ts'
import { rolesOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { RefusedOrProblem } from '../studio/RefusedOrProblem.tsx'
import type { Route } from './+types/desk'
import { sendDecision } from './desk-api.ts'
import { itemViewOf, queueOf } from './desk-views.ts'
import { useClaim } from './use-claim.ts'

export const links: LinksFunction = () => [studioCss, deskCss].map((href) => ({ rel: 'stylesheet', href }))

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(studioPages, args.params.lang === 'en' ? 'en' : 'zh', 'metaDesk'), noindex: true })

/** Items of the queue that the desk lists; the oldest and the overdue come first, so that nothing waits unseen. */
const QUEUE = 100

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await rolesOnly(args, 'editor', 'admin')
  const { id } = args.params
  const queue = valueOr404(await listQueue(ctx, actor, { perPage: QUEUE }))
  const item = id === undefined ? null : itemViewOf(valueOr404(await readReviewItem(ctx, actor, { id })), locale)
  return {
    queue: queueOf(queue, actor.userId),
    total: queue.total,
    doneToday: valueOr404(await countDecidedToday(ctx, actor)),
    heldComments: valueOr404(await countHeldComments(ctx, actor)),
    item,
  }
}

/** How often the queue is read again while nothing happens here. */
const refreshMs = 30_000

export default function Desk({ loaderData }: Route.ComponentProps) {
  const { queue, total, doneToday, heldComments, item } = loaderData
  const t = useT(studioPages)
  const to = useTo()
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const [error, setError] = useState<string | null>(null)
  const decided = useRef(new Set<string>())
  const titles = useRef(new Map<string, string>())
  const { shown, reload } = useSeen(item)
  if (item !== null) titles.current.set(item.id, item.now.title)
  const refresh = useCallback(() => void revalidate(), [revalidate])
  useEvery(refreshMs, refresh)
  useClaim(item?.open && !item.isOwn && item.claim.by !== 'other' ? item.id : null, (id) => decided.current.has(id), refresh)
  const send = async (decision: DecisionInput) => {
    const answer = await sendDecision(decision)
    const title = titles.current.get(decision.itemId) ?? ''
    setError(answer === 'ok' ? null : t('desk_notSent', { title, what: t(answer) }))
    if (answer !== 'ok') decided.current.delete(decision.itemId)
    await revalidate()
  }
  return (
    <ReviewDesk
      queue={queue}
      item={shown}
      doneToday={doneToday}
      total={total}
      heldComments={heldComments}
      onOpen={(id) => void navigate(to(id === null ? '/desk' : `/desk/${id}`), { preventScrollReset: true })}
      onSend={(decision) => void send(decision)}
      onReload={reload}
      onHeld={(id, held) => void (held ? decided.current.add(id) : decided.current.delete(id))}
      error={error}
    />
  )
}

/**
 * The item as the editor has seen it. When the author submits another version meanwhile, the old one stays on the
 * screen, marked stale, until the editor asks for the new one: nothing is decided that was not read.
 */
function useSeen(item: ReviewItemView | null): { shown: ReviewItemView | null; reload: () => void } {
  const [seen, setSeen] = useState(item)
  const other = item !== null && seen !== null && item.id === seen.id && item.content !== seen.content
  // Claims, history and restrictions may change beside the words: those are always shown as they are now.
  if (!other && seen !== item) setSeen(item)
  const shown = other && seen !== null ? { ...seen, claim: item.claim, stale: true } : item
  return { shown, reload: () => setSeen(item) }
}

function useEvery(ms: number, run: () => void): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') run()
    }, ms)
    return () => clearInterval(timer)
  }, [ms, run])
}

export const ErrorBoundary = ({ error }: Route.ErrorBoundaryProps) => <RefusedOrProblem error={error} />

import { useState } from 'react'
import { useT, useTo } from '../i18n/index.ts'
import { desk } from '../i18n/messages/desk.ts'
import { studioPages } from '../i18n/messages/studio-pages.ts'
import { Empty, IconLink, LinkButton, Logo, Tag } from '../primitives/index.ts'
import { workIcons } from '../primitives/work-icons.ts'
import { useNow } from '../studio/use-now.ts'
import { DecisionPanel } from './DecisionPanel.tsx'
import { DeskKeys } from './DeskKeys.tsx'
import { type DecisionDraft, type DeskCommand, decisionInput, decisionsFor, needsRule, noDecision } from './decision-state.ts'
import { HeldToast } from './HeldToast.tsx'
import { ItemView } from './ItemView.tsx'
import { QueueList } from './QueueList.tsx'
import { rules } from './rules.ts'
import { useDelayedSend } from './use-delayed-send.ts'
import { useDeskKeys } from './use-desk-keys.ts'
import { type Decision, type DecisionInput, type QueueEntry, queueOrder, type ReviewItemView, urgencyOf } from './view.ts'

export interface ReviewDeskProps {
  queue: QueueEntry[]
  /** Null when none is chosen. */
  item: ReviewItemView | null
  doneToday: number
  /** How many wait in all; the queue lists the most urgent. */
  total: number
  /** Comments that wait for an editor, too; they have a list of their own. */
  heldComments: number
  /** Opens an item of the queue (the route `/desk/:id`), or the desk without one. */
  onOpen: (id: string | null) => void
  /** Sends a decision, ten seconds after it was made. Use `keepalive`: it also runs when the page goes. */
  onSend: (decision: DecisionInput) => void
  onReload: () => void
  /** A decision on this item was made and is held back (true), or was taken back (false). */
  onHeld?: (itemId: string, held: boolean) => void
  /** Why the last decision did not arrive, in words. */
  error: string | null
}

/** The editors' desk: queue, item, decision. Decisions can be taken back for ten seconds. */
export function ReviewDesk({ queue, item, doneToday, total, heldComments, onOpen, onSend, onReload, onHeld, error }: ReviewDeskProps) {
  const now = useNow(30_000)
  const [drafts, setDrafts] = useState<Record<string, DecisionDraft>>({})
  const [comparing, setComparing] = useState(false)
  const [help, setHelp] = useState(false)
  const { held, hold, undo, release } = useDelayedSend(onSend)
  // What is about to be sent has left the queue for the one who decided it.
  const waiting = queueOrder(queue, now).filter(({ id }) => id !== held?.decision.itemId)
  const draft = item === null ? noDecision : (drafts[item.id] ?? noDecision)
  const change = (next: DecisionDraft) => {
    if (item !== null) setDrafts({ ...drafts, [item.id]: next })
  }
  const step = (by: 1 | -1) => {
    const at = waiting.findIndex(({ id }) => id === item?.id)
    const next = waiting[at === -1 ? 0 : at + by]
    if (next !== undefined) onOpen(next.id)
  }
  const send = () => {
    const decision = item === null ? null : decisionInput(item, draft)
    if (decision === null || item === null) return
    const at = waiting.findIndex(({ id }) => id === item.id)
    hold(decision, item.now.title)
    onHeld?.(item.id, true)
    onOpen((waiting[at + 1] ?? waiting[at - 1])?.id ?? null)
  }
  const takeBack = () => {
    const decision = undo()
    if (decision === null) return
    onHeld?.(decision.itemId, false)
    onOpen(decision.itemId)
  }
  const choose = (action: Decision) => {
    if (
      item === null ||
      item.isOwn ||
      item.claim.by === 'other' ||
      !decisionsFor(item).includes(action) ||
      (action === 'take_down' && !item.isPublic)
    )
      return
    change({ ...draft, action })
  }
  const pickRule = (at: number) => {
    const rule = rules[at]
    if (rule !== undefined && needsRule(draft.action)) change({ ...draft, ruleId: rule.id })
  }
  const run = (command: DeskCommand) => {
    if (command.do === 'choose') choose(command.action)
    else if (command.do === 'rule') pickRule(command.at)
    else if (command.do === 'next') step(1)
    else if (command.do === 'previous') step(-1)
    else if (command.do === 'send') send()
    else if (command.do === 'undo') takeBack()
    else if (command.do === 'help') setHelp(true)
    else setComparing(item?.published != null && !comparing)
  }
  useDeskKeys(run)
  return (
    <div className="dk">
      <DeskBar
        queue={waiting}
        total={total - (queue.length - waiting.length)}
        doneToday={doneToday}
        heldComments={heldComments}
        now={now}
        onHelp={() => setHelp(true)}
      />
      {item === null && waiting.length === 0 ? (
        <AllRead />
      ) : (
        <div className={item === null ? 'dk-grid is-list' : 'dk-grid'}>
          <QueueList queue={waiting} currentId={item?.id ?? null} now={now} />
          {item === null ? <PickOne /> : <ItemView item={item} comparing={comparing && item.published !== null} onCompare={setComparing} />}
          {item === null ? null : (
            <DecisionPanel
              key={item.id}
              item={item}
              draft={draft}
              onChange={change}
              onSend={send}
              onReload={onReload}
              sending={false}
              error={error}
            />
          )}
        </div>
      )}
      {held === null ? null : <HeldToast held={held} onUndo={takeBack} onNow={release} />}
      <DeskKeys open={help} onClose={() => setHelp(false)} />
    </div>
  )
}

function DeskBar({
  queue,
  total,
  doneToday,
  heldComments,
  now,
  onHelp,
}: {
  queue: QueueEntry[]
  total: number
  doneToday: number
  heldComments: number
  now: string
  onHelp: () => void
}) {
  const t = useT(desk)
  const tp = useT(studioPages)
  const to = useTo()
  const overdue = queue.filter(({ dueAt }) => urgencyOf(dueAt, now) === 'overdue').length
  return (
    <header className="top line">
      <span className="logo">
        <Logo />
        <span>{t('desk')}</span>
      </span>
      <div className="row gap2 only-d dk-counts">
        <Tag>{t('waiting', { count: total })}</Tag>
        {overdue === 0 ? null : <Tag tone="bad">{t('overdue', { count: overdue })}</Tag>}
        <Tag>{t('doneToday', { count: doneToday })}</Tag>
      </div>
      <span className="grow" />
      <button type="button" className="row t12 c2 only-d hit" onClick={onHelp}>
        <span className="kbd" aria-hidden="true">
          ?
        </span>
        {t('keysHelp')}
      </button>
      <CommentsLink held={heldComments} />
      <LinkButton size="sm" variant="quiet" to={to('/desk/history')}>
        {tp('toDecided')}
      </LinkButton>
      <IconLink icon="close" label={t('back')} to={to('/')} />
    </header>
  )
}

/** The way to the comments that wait; on a phone, where English words leave no room, an icon and the number. */
function CommentsLink({ held }: { held: number }) {
  const tp = useT(studioPages)
  const to = useTo()
  const name = held === 0 ? tp('toComments') : tp('toCommentsHeld', { count: held })
  return (
    <LinkButton size="sm" variant={held === 0 ? 'quiet' : 'soft'} icon="comment" to={to('/desk/comments')} aria-label={name}>
      <span className="only-d">{tp('toComments')} </span>
      {held === 0 ? null : <span className="num">{held}</span>}
    </LinkButton>
  )
}

function AllRead() {
  const t = useT(desk)
  return (
    <main id="main">
      <Empty level={1} icon="check" title={t('queueEmpty')}>
        {t('queueEmptyText')}
      </Empty>
    </main>
  )
}

function PickOne() {
  const t = useT(desk)
  return (
    <main id="main" className="dk-item">
      <Empty level={1} icon={workIcons.eye} title={t('pickOne')}>
        {t('pickOneText')}
      </Empty>
    </main>
  )
}

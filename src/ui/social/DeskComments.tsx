import { type RefObject, useEffect, useRef, useState } from 'react'
import { Form, Link } from 'react-router'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { commentRuleKey, commentDesk as messages } from '../i18n/messages/comment-desk.ts'
import { Tag } from '../primitives/Badge.tsx'
import { Button } from '../primitives/Button.tsx'
import { Select, TextArea } from '../primitives/Field.tsx'
import { Callout, Empty } from '../primitives/Notice.tsx'
import { Tabs } from '../primitives/Tabs.tsx'

export interface DeskCommentView {
  id: string
  body: string
  author: string | null
  own: boolean
  state: 'shown' | 'held' | 'hidden' | 'deleted'
  at: string
  findings: { rule: string; phrase: string }[]
  target: { title: string; path: string } | null
  reply: boolean
  decided: { rule: string; reason: string; at: string } | null
}

interface DeskProps {
  state: 'held' | 'hidden' | 'shown'
  comments: readonly DeskCommentView[]
  held: number
  rules: readonly string[]
  /** What became of the decision before. */
  outcome: 'done' | 'stale' | 'failed' | null
}

/**
 * The editors' comments: `/:locale/desk/comments?state=`. Posts `intent` = `approve`, `hide` (`rule`, `reason`) or
 * `restore`, with `id`. Keys: J and K choose, A, H and R decide; H goes to the reason first.
 */
export function DeskComments({ state, comments, held, rules, outcome }: DeskProps) {
  const t = useT(messages)
  const to = useTo()
  const list = useRef<HTMLUListElement>(null)
  useDeskKeys(list)
  const path = to('/desk/comments')
  const tabs = [
    { to: path, label: t('deskHeld', { count: held }), current: state === 'held' },
    { to: `${path}?state=shown`, label: t('deskShown'), current: state === 'shown' },
    { to: `${path}?state=hidden`, label: t('deskHidden'), current: state === 'hidden' },
  ]
  return (
    <div className="acct desk-cmts">
      <header className="row between wrapx">
        <h1 className="display t24">{t('desk')}</h1>
        <Link className="link t13" to={to('/desk')}>
          {t('toQueue')}
        </Link>
      </header>
      <Tabs label={t('desk')} items={tabs} />
      <p className="t12 c3 only-d">{t('deskKeys')}</p>
      {outcome ? (
        <Callout tone={outcome === 'done' ? 'good' : 'bad'} live>
          {t(outcome)}
        </Callout>
      ) : null}
      {comments.length === 0 ? (
        <Empty title={t('deskEmpty')} icon="check">
          {t('deskEmptyText')}
        </Empty>
      ) : null}
      <ul className="stack" ref={list}>
        {comments.map((comment) => (
          <li key={comment.id} className="panel stack gap1 desk-cmt" tabIndex={-1}>
            <Item comment={comment} rules={rules} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Item({ comment, rules }: { comment: DeskCommentView; rules: readonly string[] }) {
  const t = useT(messages)
  const to = useTo()
  const format = useFormat()
  const [hiding, setHiding] = useState(false)
  const { id, body, author, own, state, at, findings, target, reply, decided } = comment
  const word = (rule: string) => {
    const key = commentRuleKey(rule)
    return key ? t(key) : rule
  }
  return (
    <>
      <p className="row wrapx gap1 t12 c2">
        <b>{author ?? '–'}</b>
        {reply ? <Tag>{t('reply')}</Tag> : null}
        <time dateTime={at}>{format.relative(at)}</time>
        {target ? (
          <Link className="link" to={`${to(target.path)}#comments`}>
            {t('on', { title: target.title })}
          </Link>
        ) : (
          t('onGone')
        )}
      </p>
      <p className="cmt-own">{body}</p>
      {findings.length > 0 ? (
        <p className="t12 c2">
          {t('found', { phrases: format.list(findings.map(({ rule, phrase }) => t('foundOne', { rule: word(rule), phrase }))) })}
        </p>
      ) : null}
      {decided ? (
        <p className="t12 c2">
          {word(decided.rule)}: {decided.reason}
        </p>
      ) : null}
      {own ? <p className="t12 c3">{t('own')}</p> : null}
      {own ? null : (
        <div className="row wrapx">
          {state === 'held' ? <Decide id={id} intent="approve" text={t('approve')} k="a" /> : null}
          {state === 'hidden' ? <Decide id={id} intent="restore" text={t('restore')} k="r" /> : null}
          {state === 'hidden' ? null : (
            <details className="desk-hide" open={hiding} onToggle={(event) => setHiding(event.currentTarget.open)}>
              <summary className="btn btn-line btn-sm" data-key="h">
                {t('hide')}
              </summary>
              <Form method="post" className="stack">
                <input type="hidden" name="intent" value="hide" />
                <input type="hidden" name="id" value={id} />
                <Select label={t('rule')} name="rule" defaultValue={findings[0]?.rule ?? rules[0]}>
                  {rules.map((rule) => (
                    <option key={rule} value={rule}>
                      {word(rule)}
                    </option>
                  ))}
                </Select>
                <TextArea label={t('reason')} hint={t('reasonHint')} name="reason" rows={2} maxLength={500} required />
                <Button type="submit" size="sm" variant="main">
                  {t('hide')}
                </Button>
              </Form>
            </details>
          )}
        </div>
      )}
    </>
  )
}

function Decide({ id, intent, text, k }: { id: string; intent: string; text: string; k: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={id} />
      <Button type="submit" size="sm" variant="soft" data-key={k}>
        {text}
      </Button>
    </Form>
  )
}

/** J and K move between comments; A, H and R press that comment's button. Not while one writes. */
function useDeskKeys(list: RefObject<HTMLUListElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.metaKey || event.ctrlKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return
      const items = [...(list.current?.children ?? [])] as HTMLElement[]
      const at = items.findIndex((item) => item.contains(document.activeElement))
      const key = event.key.toLowerCase()
      if (key === 'j' || key === 'k') {
        const next = items[Math.min(items.length - 1, Math.max(0, at + (key === 'j' ? 1 : -1)))]
        next?.focus()
        next?.scrollIntoView({ block: 'nearest' })
      } else items[at]?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [list])
}

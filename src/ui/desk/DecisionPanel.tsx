import { useFormat, useLocale, useT } from '../i18n/index.ts'
import { desk } from '../i18n/messages/desk.ts'
import { Button, Callout, Icon, type IconName, Radio, RadioGroup, TextArea } from '../primitives/index.ts'
import { blockerOf, type DecisionDraft, decisionsFor, needsReason, needsRule } from './decision-state.ts'
import { LetterPreview } from './LetterPreview.tsx'
import { rules } from './rules.ts'
import type { Decision, ReviewItemView } from './view.ts'

export interface DecisionPanelProps {
  item: ReviewItemView
  draft: DecisionDraft
  onChange: (draft: DecisionDraft) => void
  onSend: () => void
  /** Reads the item again, after the author changed it. */
  onReload: () => void
  sending: boolean
  error: string | null
}

const choices: readonly { action: Decision; icon: IconName; key: string }[] = [
  { action: 'approve', icon: 'check', key: 'A' },
  { action: 'request_changes', icon: 'edit', key: 'C' },
  { action: 'reject', icon: 'close', key: 'R' },
  { action: 'take_down', icon: 'ban', key: 'T' },
  { action: 'restore', icon: 'refresh', key: 'O' },
]

/** The decision, the rule it rests on, the words to the author, and the letter as the author will get it. */
export function DecisionPanel({ item, draft, onChange, onSend, onReload, sending, error }: DecisionPanelProps) {
  const t = useT(desk)
  const blocker = blockerOf(item, draft)
  const readOnly = item.claim.by === 'other' || item.isOwn
  return (
    <aside className="dk-decision" aria-label={t('decision')}>
      <h2 className="b dk-head">{t('decision')}</h2>
      <Notices item={item} onReload={onReload} />
      <Choices item={item} draft={draft} onChange={onChange} readOnly={readOnly} />
      {needsReason(draft.action) && !readOnly ? <Reasons draft={draft} onChange={onChange} /> : null}
      <LetterPreview draft={draft} isEdit={item.published !== null} language={item.now.language} publishAt={item.publishAt} />
      {error === null ? null : (
        <Callout tone="bad" live>
          {t('sendFailed', { message: error })}
        </Callout>
      )}
      <div className="dk-foot">
        <Button
          type="button"
          variant="main"
          size="xl"
          block
          busy={sending}
          aria-disabled={blocker !== null || undefined}
          aria-describedby={blocker === null ? undefined : 'dk-why'}
          onClick={onSend}
        >
          {t(draft.action === 'take_down' ? 'sendTakeDown' : 'send')}
          <span className="kbd dk-kbd" aria-hidden="true">
            ⌘ ↵
          </span>
        </Button>
        <p className="t12 c3 dk-why" id="dk-why">
          {blocker === null ? null : t(`bl_${blocker}`)}
        </p>
      </div>
      <KeyHints />
    </aside>
  )
}

/** The keys that are not written on a button. */
function KeyHints() {
  const t = useT(desk)
  const hints = [
    [['J', 'K'], 'keyMove'],
    [['1', '9'], 'rule'],
    [['U'], 'keyUndo'],
  ] as const
  return (
    <ul className="row wrapx t12 c2 only-d dk-hints">
      {hints.map(([keys, text]) => (
        <li key={text} className="row gap1">
          {keys.map((key) => (
            <kbd key={key} className="kbd">
              {key}
            </kbd>
          ))}
          {t(text)}
        </li>
      ))}
    </ul>
  )
}

function Notices({ item, onReload }: { item: ReviewItemView; onReload: () => void }) {
  const t = useT(desk)
  const format = useFormat()
  const { claim } = item
  return (
    <>
      {claim.by === 'other' ? (
        <Callout tone="info" icon="lock" live>
          {t('claimOther', { name: claim.name, until: format.dateTime(claim.until) })}
        </Callout>
      ) : null}
      {item.isOwn ? (
        <Callout tone="info" icon="lock">
          {t('ownPiece')}
        </Callout>
      ) : null}
      {item.stale ? (
        <Callout tone="honey" icon="refresh" live>
          <b>{t('staleTitle')}</b>
          <p>{t('staleText')}</p>
          <Button type="button" size="sm" variant="line" onClick={onReload}>
            {t('staleLoad')}
          </Button>
        </Callout>
      ) : null}
    </>
  )
}

type ChoicesProps = Pick<DecisionPanelProps, 'item' | 'draft' | 'onChange'> & { readOnly: boolean }

function Choices({ item, draft, onChange, readOnly }: ChoicesProps) {
  const t = useT(desk)
  const offered = decisionsFor(item)
  if (offered.length === 0) return <p className="t13 c2">{t('nothingToDecide')}</p>
  return (
    <RadioGroup legend={<span className="sr">{t('decision')}</span>} className="stack gap2 dk-choices">
      {choices
        .filter(({ action }) => offered.includes(action))
        .map(({ action, icon, key }) => (
          <Radio
            key={action}
            card
            className="dk-choice"
            name="action"
            value={action}
            checked={draft.action === action}
            disabled={readOnly || (action === 'take_down' && !item.isPublic)}
            onChange={() => onChange({ ...draft, action })}
            label={
              <span className="row">
                <Icon name={icon} />
                {t(action)}
              </span>
            }
            aside={
              <span className="kbd" aria-hidden="true">
                {key}
              </span>
            }
          />
        ))}
    </RadioGroup>
  )
}

function Reasons({ draft, onChange }: Pick<DecisionPanelProps, 'draft' | 'onChange'>) {
  const t = useT(desk)
  const { locale } = useLocale()
  return (
    <div className="stack dk-reasons">
      {needsRule(draft.action) ? (
        <RadioGroup legend={t('rule')} className="dk-rules">
          {rules.map((rule, at) => (
            <Radio
              key={rule.id}
              className="dk-rule"
              name="rule"
              value={rule.id}
              checked={draft.ruleId === rule.id}
              onChange={() => onChange({ ...draft, ruleId: rule.id })}
              label={
                <>
                  <b className="num" aria-hidden="true">
                    {at + 1}
                  </b>{' '}
                  {rule[locale]}
                </>
              }
            />
          ))}
        </RadioGroup>
      ) : null}
      <TextArea
        label={t('reason')}
        hint={t('reasonHint')}
        rows={3}
        maxLength={2000}
        required
        value={draft.reason}
        onChange={(event) => onChange({ ...draft, reason: event.target.value })}
        id="dk-reason"
      />
    </div>
  )
}

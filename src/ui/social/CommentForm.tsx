import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { comments as messages } from '../i18n/messages/comments.ts'
import { ActionForm } from '../primitives/ActionForm.tsx'
import { Button } from '../primitives/Button.tsx'
import { TextArea } from '../primitives/Field.tsx'
import { usePersonal } from '../view/personal.tsx'
import type { SocialTarget } from '../view/social.ts'
import { COMMENT_MAX, type CommentAnswer, isCommentAnswer } from './comment-answer.ts'
import { useProblemText } from './use-problem-text.ts'

interface FormProps {
  target: SocialTarget
  /** The comment that is answered, with its author's name. */
  parent?: { id: string; name: string }
  /** Where a document goes after it was sent, and after a log-in. */
  back?: string
  /** What was typed before a refusal. */
  given?: Extract<CommentAnswer, { ok: false }>
  onAdded?: (added: Extract<CommentAnswer, { added: unknown }>['added']) => void
  onCancel?: () => void
}

/** A draft that a log-in interrupts waits here. */
const draftKey = (target: SocialTarget, parent: string | undefined): string => `zc-comment:${target.id}:${parent ?? ''}`

/**
 * Writes a comment or a reply: a plain form before its script. Posts to `/:locale/comments`: `kind`, `target`, `parent`,
 * `body`, `back`. The text is the field's own, so that nothing typed before hydration is lost.
 */
export function CommentForm({ target, parent, back: wanted, given, onAdded, onCancel }: FormProps) {
  const t = useT(messages)
  const to = useTo()
  const field = useRef<HTMLTextAreaElement>(null)
  const { pathname, search } = useLocation()
  const back = wanted ?? `${pathname}${search}#comments`
  const [refused, setRefused] = useState(given)
  const problem = useProblemText(refused)
  const keep = useDraft(field, draftKey(target, parent?.id))
  const id = useId()
  return (
    <ActionForm
      action={to('/comments')}
      fields={{ kind: target.kind, target: target.id, back, ...(parent ? { parent: parent.id } : {}) }}
      className="cmt-form"
      onSend={keep}
      onDone={(answer) => {
        if (!isCommentAnswer(answer)) return
        setRefused(answer.ok ? undefined : answer)
        if (!answer.ok) field.current?.focus()
        if (!answer.ok || !('added' in answer)) return
        if (field.current) field.current.value = ''
        onAdded?.(answer.added)
      }}
    >
      {({ busy }) => (
        <>
          <TextArea
            id={id}
            ref={field}
            label={parent ? t('replyTo', { name: parent.name }) : t('commentLabel')}
            labelHidden
            name="body"
            rows={parent ? 2 : 1}
            maxLength={COMMENT_MAX * 2}
            placeholder={parent ? t('replyTo', { name: parent.name }) : t('commentPlaceholder')}
            defaultValue={given?.body}
            error={problem}
            required
          />
          <div className="row cmt-send">
            <Button type="submit" size="sm" variant="soft" busy={busy}>
              {t(parent ? 'replySend' : 'commentSend')}
            </Button>
            {onCancel ? (
              <Button size="sm" variant="quiet" type="button" onClick={onCancel}>
                {t('replyCancel')}
              </Button>
            ) : null}
          </div>
        </>
      )}
    </ActionForm>
  )
}

/** Brings a draft back that a log-in interrupted; answers what to do when the form is sent. */
function useDraft(field: RefObject<HTMLTextAreaElement | null>, key: string): (data: FormData) => void {
  const { status } = usePersonal()
  useEffect(() => {
    if (status !== 'member') return
    const kept = sessionStorage.getItem(key)
    if (!kept) return
    sessionStorage.removeItem(key)
    if (field.current && field.current.value === '') field.current.value = kept
  }, [status, key, field])
  return (data) => {
    if (status !== 'member') sessionStorage.setItem(key, String(data.get('body') ?? ''))
  }
}

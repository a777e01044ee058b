import { useT } from '../i18n/index.ts'
import { editor } from '../i18n/messages/editor.ts'
import { Chip, Input } from '../primitives/index.ts'
import type { EditorProps } from './editor-props.ts'
import { maxTopics } from './editor-state.ts'

/** Under which topics readers find the piece. Nothing where the shop has none. */
export function TopicsField({ value, dispatch, topics }: Pick<EditorProps, 'value' | 'dispatch' | 'topics'>) {
  const t = useT(editor)
  if (topics.length === 0) return null
  const full = value.topics.length >= maxTopics
  return (
    <fieldset className="row wrapx gap2 st-language">
      <legend className="lbl">{t('topics')}</legend>
      {topics.map(({ id, name }) => {
        const on = value.topics.includes(id)
        return (
          <Chip
            key={id}
            pressed={on}
            aria-disabled={(full && !on) || undefined}
            onClick={() => dispatch({ type: 'topic', topic: id, on: !on })}
          >
            # {name}
          </Chip>
        )
      })}
      {full ? <span className="t12 c3">{t('topicsFull', { max: maxTopics })}</span> : null}
    </fieldset>
  )
}

/** What an edit of a public piece changes, in the author's words: it stands below the piece. */
export function EditNoteField({ value, dispatch, piece }: Pick<EditorProps, 'value' | 'dispatch' | 'piece'>) {
  const t = useT(editor)
  if (piece === null || piece.publishedAt === null) return null
  return (
    <div className="st-edit-note">
      <Input
        label={t('editNote')}
        hint={t('editNoteHint')}
        value={value.editNote}
        maxLength={200}
        onChange={(event) => dispatch({ type: 'edit-note', editNote: event.target.value })}
      />
    </div>
  )
}

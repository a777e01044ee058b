import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useT } from '../i18n/index.ts'
import { studio } from '../i18n/messages/studio.ts'
import { studioPages } from '../i18n/messages/studio-pages.ts'
import { Button, Callout } from '../primitives/index.ts'

export interface PieceNoticeView {
  done: 'submitted' | 'deleted' | 'undeleted' | 'withdrawn' | 'failed'
  /** Of the piece that it is about. */
  id: string
  title: string
}

const texts = {
  submitted: 'submitted',
  deleted: 'deleted',
  undeleted: 'restoredDraft',
  withdrawn: 'withdrawn',
  failed: 'actionFailed',
} as const

/** What came of the last action, above the list; a deleted piece can be taken back from here. */
export function PieceNotice({ notice: { done, id, title } }: { notice: PieceNoticeView }) {
  const t = useT(studioPages)
  const ts = useT(studio)
  const busy = usePending('undelete')
  return (
    <div className="page st-page st-done">
      <Callout tone={done === 'failed' ? 'bad' : 'good'} live>
        <p>{t(texts[done], { title: title || ts('untitled') })}</p>
        {done === 'deleted' ? (
          <PostForm intent="undelete" hidden={{ id, title }}>
            <Button type="submit" size="sm" variant="line" busy={busy}>
              {t('undelete')}
            </Button>
          </PostForm>
        ) : null}
      </Callout>
    </div>
  )
}

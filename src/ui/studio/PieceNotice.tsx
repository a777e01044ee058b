import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useT } from '../i18n/index.ts'
import { publishTime } from '../i18n/messages/publish-time.ts'
import { studio } from '../i18n/messages/studio.ts'
import { studioPages } from '../i18n/messages/studio-pages.ts'
import { Button, Callout } from '../primitives/index.ts'

export interface PieceNoticeView {
  done: 'submitted' | 'deleted' | 'undeleted' | 'withdrawn' | 'failed' | 'scheduled' | 'unscheduled' | 'published' | 'badTime'
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

type TimeNotice = Exclude<PieceNoticeView['done'], keyof typeof texts>

/** What came of the last action, above the list; a deleted piece can be taken back from here. */
export function PieceNotice({ notice: { done, id, title } }: { notice: PieceNoticeView }) {
  const t = useT(studioPages)
  const ts = useT(studio)
  const tp = useT(publishTime)
  const busy = usePending('undelete')
  return (
    <div className="page st-page st-done">
      <Callout tone={done === 'failed' || done === 'badTime' ? 'bad' : 'good'} live>
        <p>{done in texts ? t(texts[done as keyof typeof texts], { title: title || ts('untitled') }) : tp(done as TimeNotice)}</p>
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

import type { StudioFacts } from '../../../flows/studio/read-studio.ts'
import { useLocale, useT } from '../../../ui/i18n/index.ts'
import { editorMedia } from '../../../ui/i18n/messages/editor-media.ts'
import { Empty } from '../../../ui/primitives/index.ts'
import { workIcons } from '../../../ui/primitives/work-icons.ts'
import { Post } from '../../../ui/shop/Post.tsx'
import { VideoNote } from '../../../ui/shop/VideoNote.tsx'
import type { PieceDraft } from '../../../ui/studio/draft.ts'
import { previewOf } from './preview-view.ts'

/** The shop's own page of a draft. One can look around in it, but it leads nowhere and sends nothing. */
export function PiecePreview({ draft, studio }: { draft: PieceDraft; studio: StudioFacts }) {
  const t = useT(editorMedia)
  const { locale, now } = useLocale()
  const view = previewOf(draft, studio, locale, now)
  if (view === null) {
    return (
      <main id="main" className="page">
        <Empty title={t('dropVideo')} icon={workIcons.video} level={1} />
      </main>
    )
  }
  return (
    <div
      onClickCapture={(event) => {
        const target = event.target instanceof Element ? event.target.closest('a, button[type=submit]') : null
        if (target === null || target.getAttribute('href')?.startsWith('#')) return
        event.preventDefault()
        event.stopPropagation()
      }}
      onSubmitCapture={(event) => {
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      {'video' in view ? <VideoNote note={view} /> : <Post post={view} />}
    </div>
  )
}

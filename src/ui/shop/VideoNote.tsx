import { useRef } from 'react'
import { htmlLang, useT } from '../i18n/index.ts'
import { watch } from '../i18n/messages/watch.ts'
import { Shell } from '../shell/Shell.tsx'
import { LaterComments } from '../social/LaterComments.tsx'
import type { VideoNoteView } from '../view/post.ts'
import { BodyText } from './BodyText.tsx'
import { Headline } from './Highlight.tsx'
import { Author, Disclosure, PieceFoot, ProductRows, Related } from './PieceParts.tsx'
import { VideoPlayer } from './VideoPlayer.tsx'

/** A video note's page: `/:locale/v/:id`. The video, then the same products and words as text. */
export function VideoNote({ note }: { note: VideoNoteView }) {
  const t = useT(watch)
  const seek = useRef<((second: number) => void) | null>(null)
  const top = useRef<HTMLElement>(null)
  const goTo = (second: number) => {
    seek.current?.(second)
    top.current?.scrollIntoView({ block: 'start' })
  }
  return (
    <Shell section="none" top="none" bar="none">
      <div className="vidwrap">
        <main id="main" className="vidpage" ref={top}>
          <VideoPlayer
            note={note}
            onReady={(fn) => {
              seek.current = fn
            }}
          />
          <article className="txtcol">
            <Author creator={note.creator} />
            <Disclosure piece={note} />
            <h1 className="display ptitle" lang={htmlLang[note.lang]}>
              <Headline title={note.title} />
            </h1>
            <BodyText body={note.body} placements={note.placements} lang={htmlLang[note.lang]} />
            <PieceFoot piece={note} />
            <ProductRows piece={note} heading={t('inVideo', { count: note.placements.length })} onSeek={goTo} />
            {note.social ? <LaterComments target={{ kind: 'video-notes', id: note.id }} first={note.social.comments} /> : null}
          </article>
        </main>
        <Related piece={note} />
      </div>
    </Shell>
  )
}

import { useRef } from 'react'
import { htmlLang, useT } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { shop } from '../i18n/messages/shop.ts'
import { watch } from '../i18n/messages/watch.ts'
import { Button } from '../primitives/Button.tsx'
import { cx } from '../primitives/class-names.ts'
import { Icon } from '../primitives/Icon.tsx'
import { Picture } from '../primitives/Picture.tsx'
import type { VideoNoteView } from '../view/post.ts'
import type { Player } from './use-player.ts'

interface VideoFrameProps {
  note: VideoNoteView
  player: Player
  videoRef: React.RefObject<HTMLVideoElement | null>
  onMount: () => void
}

/** The browser's own full screen and small window would show the picture without the label that lies on it (DIS-2). */
const labelled = { controlsList: 'nofullscreen', disablePictureInPicture: true }

/** The video itself: `<video controls>` until the script runs, then one large button over it that plays and pauses. */
export function VideoFrame({ note, player, videoRef, onMount }: VideoFrameProps) {
  const t = useT(watch)
  const { video } = note
  const mounted = useRef(false)
  const upright = video.width > 0 && video.height / video.width >= 1.2
  return (
    <div className={cx('frame', upright && 'is-upright')}>
      {video.videoUrl ? (
        <video
          ref={(element) => {
            videoRef.current = element
            if (element && !mounted.current) {
              mounted.current = true
              onMount()
            }
          }}
          src={video.videoUrl}
          poster={video.posterUrl}
          width={video.width}
          height={video.height}
          aria-label={video.alt || note.title}
          controls={!player.ready}
          {...(note.labels.length > 0 ? labelled : {})}
          muted
          loop
          playsInline
          preload="metadata"
        >
          {video.captionsUrl ? (
            <track kind="captions" src={video.captionsUrl} srcLang={htmlLang[note.lang]} label={htmlLang[note.lang]} default />
          ) : null}
        </video>
      ) : (
        <>
          <Picture media={video} sizes="(min-width:768px) 480px, 100vw" priority />
          <p className="frame-note">{t('processing')}</p>
        </>
      )}
      {player.ready && video.videoUrl ? <PlayButton player={player} /> : null}
    </div>
  )
}

function PlayButton({ player }: { player: Player }) {
  const ts = useT(shop)
  const t = useT(watch)
  const mark = player.waiting ? <span className="spin big" /> : <Icon name="play" size={24} />
  return (
    <button type="button" className="frame-tap" aria-label={player.playing ? t('pause') : ts('play')} onClick={player.toggle}>
      {(player.playing && !player.waiting) || player.failed ? null : <span className="big-play">{mark}</span>}
    </button>
  )
}

/** The video did not come: its poster stays, and one may ask again. */
export function VideoFailed({ onRetry }: { onRetry: () => void }) {
  const t = useT(watch)
  const tc = useT(common)
  return (
    <div className="vfail" role="alert">
      <p>{t('videoFailed')}</p>
      <Button type="button" variant="line" icon="refresh" onClick={onRetry}>
        {tc('retry')}
      </Button>
    </div>
  )
}

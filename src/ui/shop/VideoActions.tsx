import { Link } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { watch } from '../i18n/messages/watch.ts'
import { Avatar } from '../primitives/Avatar.tsx'
import { AdBadge } from '../primitives/Badge.tsx'
import { IconButton, IconLink } from '../primitives/Button.tsx'
import { Icon } from '../primitives/Icon.tsx'
import { videoIcons } from '../primitives/video-icons.ts'
import { SocialActs } from '../social/SocialActs.tsx'
import { creatorPath } from '../view/piece.ts'
import type { VideoNoteView } from '../view/post.ts'
import { LikeButton } from './LikeButton.tsx'
import { ShareButton } from './ShareButton.tsx'

interface TopLineProps {
  note: VideoNoteView
  captionsOn: boolean
  onCaptions: (on: boolean) => void
}

/** Way back, the labels during the whole video, captions. */
export function VideoTopLine({ note, captionsOn, onCaptions }: TopLineProps) {
  const t = useT(watch)
  const tc = useT(common)
  const to = useTo()
  return (
    <div className="vtop">
      <IconLink to={to('/')} icon="back" iconSize={24} label={tc('back')} />
      <span className="row wrapx gap1">
        {note.labels.map((label) => (
          <AdBadge key={label} label={label} onPicture />
        ))}
      </span>
      <span className="grow" />
      {note.video.captionsUrl ? (
        <IconButton
          icon={videoIcons.captions}
          iconSize={24}
          label={t(captionsOn ? 'captionsOff' : 'captionsOn')}
          aria-pressed={captionsOn}
          onClick={() => onCaptions(!captionsOn)}
        />
      ) : null}
    </div>
  )
}

/** Her page, like, share, one below the other; beside the video. */
export function VideoActions({ note }: { note: VideoNoteView }) {
  const to = useTo()
  return (
    <div className="acts">
      <Link className="va" to={to(creatorPath(note.creator))} aria-label={note.creator.name}>
        <Avatar media={note.creator.avatar} name={note.creator.name} size={40} />
      </Link>
      <LikeButton pieceId={note.id} count={note.likes} look="bar" />
      <SocialActs target={{ kind: 'video-notes', id: note.id }} social={note.social} />
      <ShareButton title={note.title} className="act" words />
    </div>
  )
}

interface WaysProps {
  /** Path of the next one; absent where there is no other. */
  next: string | undefined
  onNext: () => void
  /** Back to the one before, when one came from it. */
  onPrevious: (() => void) | undefined
  /** Fetched ahead while this one plays. */
  ahead: boolean
}

/** The way to the next video as a link (it works without script), and back to the one before. */
export function VideoWays({ next, onNext, onPrevious, ahead }: WaysProps) {
  const t = useT(watch)
  if (!next) return null
  return (
    <div className="vways">
      {onPrevious ? (
        <button type="button" className="ib" aria-label={t('previousVideo')} onClick={onPrevious}>
          <Icon name="chevronUp" size={24} />
        </button>
      ) : null}
      <Link
        className="ib"
        to={next}
        prefetch={ahead ? 'render' : 'intent'}
        aria-label={t('nextVideo')}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
          event.preventDefault()
          onNext()
        }}
      >
        <Icon name="chevronDown" size={24} />
      </Link>
    </div>
  )
}

import { type ReactNode, useRef, useState } from 'react'
import { Link } from 'react-router'
import { htmlLang, useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { shop } from '../i18n/messages/shop.ts'
import { Avatar } from '../primitives/Avatar.tsx'
import { AdBadge } from '../primitives/Badge.tsx'
import { Button, IconButton, IconLink } from '../primitives/Button.tsx'
import { Icon } from '../primitives/Icon.tsx'
import { Picture } from '../primitives/Picture.tsx'
import { creatorPath } from '../view/piece.ts'
import { momentsAt } from '../view/placement.ts'
import type { VideoNoteView } from '../view/post.ts'
import { LikeButton } from './LikeButton.tsx'
import { MomentCard } from './MomentCard.tsx'
import { ShareButton } from './ShareButton.tsx'
import { Timeline } from './Timeline.tsx'
import { useCaptions } from './use-captions.ts'
import { type Player, usePlayer } from './use-player.ts'

interface VideoPlayerProps {
  note: VideoNoteView
  /** Gets a function that jumps to a second, for the list of products beside it. */
  onReady: (seek: (second: number) => void) => void
}

/**
 * The video with our controls over it. Before the script runs it is a plain `<video controls>` with its captions.
 * Sound is off until asked for; captions are on while it is. A product's card appears at its second and stays reachable
 * by its mark on the timeline.
 */
export function VideoPlayer({ note, onReady }: VideoPlayerProps) {
  const video = useRef<HTMLVideoElement>(null)
  const player = usePlayer(video, note.video.durationSeconds ?? 0)
  const [captionsOn, setCaptionsOn] = useState(true)
  const [hidden, setHidden] = useState<string | null>(null)
  const caption = useCaptions(video, captionsOn)
  const moment = momentsAt(note.placements, player.at).at(-1)
  const card = player.ready && moment && moment.id !== hidden ? moment : undefined
  const seek = (second: number) => {
    setHidden(null)
    player.seek(second)
  }
  const seekRef = useRef(seek)
  seekRef.current = seek
  return (
    <div className="vid" data-ready={player.ready || undefined}>
      <Frame note={note} player={player} videoRef={video} onMount={() => onReady((second) => seekRef.current(second))} />
      <div className="shade" aria-hidden="true" />
      <TopLine note={note} captionsOn={captionsOn} onCaptions={setCaptionsOn} />
      {player.ready && caption ? (
        <p className="cap" lang={htmlLang[note.lang]}>
          <span>{caption}</span>
        </p>
      ) : null}
      <SideActions note={note} />
      {card ? <MomentCard placement={card} of={note.placements.length} onHide={() => setHidden(card.id)} /> : null}
      {player.failed ? <Failed onRetry={player.retry} /> : null}
      <div className="vbot">
        <p className="b t17 clamp2" lang={htmlLang[note.lang]}>
          {note.title}
        </p>
        {player.ready ? (
          <Timeline placements={note.placements} player={player} onSeek={seek}>
            <Controls player={player} />
          </Timeline>
        ) : null}
      </div>
    </div>
  )
}

interface FrameProps {
  note: VideoNoteView
  player: Player
  videoRef: React.RefObject<HTMLVideoElement | null>
  onMount: () => void
}

function Frame({ note, player, videoRef, onMount }: FrameProps) {
  const t = useT(shop)
  const { video } = note
  const mounted = useRef(false)
  const label = player.playing ? t('pause') : t('play')
  return (
    <div className="frame">
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
      {player.ready && video.videoUrl ? (
        <button type="button" className="frame-tap" aria-label={label} onClick={player.toggle}>
          {player.playing || player.failed ? null : (
            <span className={player.waiting ? 'spin big' : 'big-play'}>{player.waiting ? null : <Icon name="play" size={24} />}</span>
          )}
        </button>
      ) : null}
    </div>
  )
}

function TopLine({ note, captionsOn, onCaptions }: { note: VideoNoteView; captionsOn: boolean; onCaptions: (on: boolean) => void }) {
  const t = useT(shop)
  const tc = useT(common)
  const to = useTo()
  return (
    <div className="vtop">
      <IconLink to={to('/')} icon="back" iconSize={24} label={tc('back')} />
      {note.labels.map((label) => (
        <AdBadge key={label} label={label} onPicture />
      ))}
      <span className="grow" />
      {note.video.captionsUrl ? (
        <IconButton
          icon="captions"
          iconSize={24}
          label={t(captionsOn ? 'captionsOff' : 'captionsOn')}
          aria-pressed={captionsOn}
          onClick={() => onCaptions(!captionsOn)}
        />
      ) : null}
    </div>
  )
}

function SideActions({ note }: { note: VideoNoteView }) {
  const to = useTo()
  return (
    <div className="acts">
      <Link className="va" to={to(creatorPath(note.creator))} aria-label={note.creator.name}>
        <Avatar media={note.creator.avatar} name={note.creator.name} size={40} />
      </Link>
      <LikeButton pieceId={note.id} count={note.likes} look="bar" />
      <ShareButton title={note.title} />
    </div>
  )
}

function Controls({ player }: { player: Player }): ReactNode {
  const t = useT(shop)
  return (
    <IconButton
      icon={player.muted ? 'mute' : 'sound'}
      label={t(player.muted ? 'soundOn' : 'soundOff')}
      aria-pressed={!player.muted}
      onClick={() => player.setMuted(!player.muted)}
    />
  )
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const t = useT(shop)
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

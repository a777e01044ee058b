import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { parseBody } from '../../lib/text.ts'
import { htmlLang, useT, useTo } from '../i18n/index.ts'
import { watch } from '../i18n/messages/watch.ts'
import { IconButton } from '../primitives/Button.tsx'
import { videoIcons } from '../primitives/video-icons.ts'
import { momentsAt } from '../view/placement.ts'
import type { VideoNoteView } from '../view/post.ts'
import { MomentCard } from './MomentCard.tsx'
import { Timeline } from './Timeline.tsx'
import { useCaptions } from './use-captions.ts'
import { type Player, usePlayer } from './use-player.ts'
import { useSwiping } from './use-swiping.ts'
import { VideoActions, VideoTopLine, VideoWays } from './VideoActions.tsx'
import { VideoFailed, VideoFrame } from './VideoFrame.tsx'

interface VideoPlayerProps {
  note: VideoNoteView
  /** Gets a function that jumps to a second, for the list of products beside it. */
  onReady: (seek: (second: number) => void) => void
}

/**
 * The video with our controls over it. Before the script runs it is a plain `<video controls>` with its captions.
 * Sound is off until asked for; captions are on while it is. A product's card appears at its second and stays reachable
 * by its mark on the timeline. Another video comes by swipe, wheel, key or its link.
 */
export function VideoPlayer({ note, onReady }: VideoPlayerProps) {
  const t = useT(watch)
  const video = useRef<HTMLVideoElement>(null)
  const box = useRef<HTMLElement>(null)
  const player = usePlayer(video, note.video.durationSeconds ?? 0)
  const [captionsOn, setCaptionsOn] = useState(true)
  const [hidden, setHidden] = useState<string | null>(null)
  const caption = useCaptions(video, captionsOn)
  const ways = useWays(note)
  useFocusWhenSwiped(box, ways.onPrevious !== undefined)
  useSwiping(box, { next: ways.onNext, previous: ways.onPrevious ?? nothing })
  const moment = momentsAt(note.placements, player.at).at(-1)
  const card = player.ready && moment && moment.id !== hidden ? moment : undefined
  const seek = (second: number) => {
    setHidden(null)
    player.seek(second)
  }
  const seekRef = useRef(seek)
  seekRef.current = seek
  const onKeyDown = playerKeys({ player, ways, onCaptions: () => setCaptionsOn(!captionsOn) })
  return (
    <section
      ref={box}
      className="vid"
      data-live="visible"
      data-ready={player.ready || undefined}
      aria-label={t('playerKeys')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <VideoFrame note={note} player={player} videoRef={video} onMount={() => onReady((second) => seekRef.current(second))} />
      <div className="shade" aria-hidden="true" />
      <VideoTopLine note={note} captionsOn={captionsOn} onCaptions={setCaptionsOn} />
      {player.ready && caption ? (
        <p className="cap" lang={htmlLang[note.lang]}>
          <span>{caption}</span>
        </p>
      ) : null}
      <VideoActions note={note} />
      <VideoWays {...ways} ahead={player.playing} />
      {card ? <MomentCard placement={card} of={note.placements.length} onHide={() => setHidden(card.id)} /> : null}
      {player.failed ? <VideoFailed onRetry={player.retry} /> : null}
      <Foot note={note} player={player} onSeek={seek} />
    </section>
  )
}

const nothing = () => {}

/** How the text begins, as much as a line may hold; where it ends the style sheet says. */
function firstWords(body: string): string {
  const [first] = parseBody(body)
  const text = first ? first.inlines.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('') : ''
  return [...text.replace(/\s+/g, ' ').replace(/ (?=[，。、：；！？,.:;!?])/g, '')].slice(0, 80).join('')
}

/** Title, who, the way to the text, and the timeline. */
function Foot({ note, player, onSeek }: { note: VideoNoteView; player: Player; onSeek: (second: number) => void }) {
  const t = useT(watch)
  return (
    <div className="vbot">
      <p className="b t17 clamp2" lang={htmlLang[note.lang]}>
        {note.title}
      </p>
      <p className="t13 row vmore">
        <span className="clamp1">
          {note.creator.name} · <span lang={htmlLang[note.lang]}>{firstWords(note.body)}</span>
        </span>
        <a href="#text" className="b" aria-label={t('videoMoreName')}>
          {t('videoMore')}
        </a>
      </p>
      {player.ready ? (
        <Timeline placements={note.placements} player={player} onSeek={onSeek}>
          <IconButton
            icon={player.muted ? videoIcons.mute : videoIcons.sound}
            label={t(player.muted ? 'soundOn' : 'soundOff')}
            aria-pressed={!player.muted}
            onClick={() => player.setMuted(!player.muted)}
          />
        </Timeline>
      ) : null}
    </div>
  )
}

/** After a swipe or a key the focus stays on the player, so that the next key is heard. */
function useFocusWhenSwiped(box: RefObject<HTMLElement | null>, came: boolean) {
  useEffect(() => {
    if (came) box.current?.focus({ preventScroll: true })
  }, [box, came])
}

interface Ways {
  next: string | undefined
  onNext: () => void
  onPrevious: (() => void) | undefined
}

/** Where one swipes to: the next in the feed, and back to the one that led here. The focus stays on the player. */
function useWays(note: VideoNoteView): Ways {
  const to = useTo()
  const navigate = useNavigate()
  const { state } = useLocation()
  const next = note.next ? to(`/v/${note.next}`) : undefined
  const came = typeof state === 'object' && state !== null && 'swiped' in state
  return {
    next,
    onNext: () => void (next && navigate(next, { state: { swiped: true } })),
    onPrevious: came ? () => void navigate(-1) : undefined,
  }
}

/** Space, J, K, M, C and the arrows up and down, where the focus is on no control that has a use for them. */
function playerKeys({ player, ways, onCaptions }: { player: Player; ways: Ways; onCaptions: () => void }) {
  const acts: Record<string, (() => void) | undefined> = {
    j: ways.onNext,
    ArrowDown: ways.onNext,
    k: ways.onPrevious,
    ArrowUp: ways.onPrevious,
    m: () => player.setMuted(!player.muted),
    c: onCaptions,
  }
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    if (event.target instanceof HTMLInputElement && event.key.startsWith('Arrow')) return
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
}

import { useRef, useState } from 'react'
import { newId } from '../../lib/ids.ts'
import { formatDuration, useT } from '../i18n/index.ts'
import { editor } from '../i18n/messages/editor.ts'
import { editorMedia } from '../i18n/messages/editor-media.ts'
import { Button, Icon, Input } from '../primitives/index.ts'
import { workIcons } from '../primitives/work-icons.ts'
import { CaptionsField } from './CaptionsField.tsx'
import type { ProductOption, VideoDraft } from './draft.ts'
import type { EditorProps } from './editor-props.ts'
import { span } from './editor-state.ts'
import { FileButton } from './FileButton.tsx'
import { MomentFields } from './MomentFields.tsx'
import { PlacementRows } from './PlacementRows.tsx'
import { ProductPicker } from './ProductPicker.tsx'
import { SpokenPrompt } from './SpokenPrompt.tsx'
import { Timeline } from './Timeline.tsx'
import { UploadRows } from './UploadRows.tsx'

type VideoPaneProps = Pick<EditorProps, 'value' | 'dispatch' | 'upload' | 'searchProducts' | 'captions' | 'limits'> & {
  selected: string | null
  onSelect: (id: string | null) => void
}

/** The video, when its products appear, its cover and its captions. */
export function VideoPane({ value, dispatch, upload, searchProducts, captions, limits, selected, onSelect }: VideoPaneProps) {
  const t = useT(editorMedia)
  const te = useT(editor)
  const { video } = value
  return (
    <section className="st-pane st-pics" aria-label={t('video')} id="video">
      <h2 className="b st-pane-head">{t('video')}</h2>
      {video === null ? (
        <FileButton accept="video/*" label={t('dropVideo')} onFiles={upload.onPickFiles} className="st-drop">
          <Icon name={workIcons.video} size={24} />
          <b>{t('dropVideo')}</b>
          <span className="t12 c2">{t('dropVideoHint')}</span>
        </FileButton>
      ) : (
        <VideoStage
          value={value}
          video={video}
          dispatch={dispatch}
          searchProducts={searchProducts}
          selected={selected}
          onSelect={onSelect}
        />
      )}
      <UploadRows upload={upload} />
      <SpokenPrompt value={value} limits={limits} />
      {video === null ? (
        <>
          <h3 className="b t15 st-sub" id="placements">
            {te('placements')}
          </h3>
          <PlacementRows placements={value.placements} selected={selected} onSelect={onSelect} dispatch={dispatch} />
        </>
      ) : (
        <>
          <CaptionsField video={video} dispatch={dispatch} captions={captions} />
          <FileButton accept="video/*" label={t('replaceVideo')} onFiles={upload.onPickFiles} className="btn btn-line btn-sm st-replace">
            {t('replaceVideo')}
          </FileButton>
        </>
      )}
    </section>
  )
}

type VideoStageProps = Pick<VideoPaneProps, 'value' | 'dispatch' | 'searchProducts' | 'selected' | 'onSelect'> & { video: VideoDraft }

function VideoStage({ value, video, dispatch, searchProducts, selected, onSelect }: VideoStageProps) {
  const t = useT(editorMedia)
  const te = useT(editor)
  const player = useRef<HTMLVideoElement>(null)
  const [second, setSecond] = useState(0)
  const [placing, setPlacing] = useState(false)
  const duration = video.media.durationSeconds ?? 0
  const seek = (to: number) => {
    if (player.current !== null) player.current.currentTime = to
    setSecond(to)
  }
  const pick = (product: ProductOption) => {
    const id = newId()
    dispatch({
      type: 'placement-added',
      placement: { id, kind: 'moment', product, picture: null, x: null, y: null, ...span(second, second + 5, duration) },
    })
    setPlacing(false)
    onSelect(id)
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: the author's own video, which may have no captions yet; the list before the submit asks for them */}
      <video
        ref={player}
        className="st-video"
        src={video.media.videoUrl}
        poster={video.media.posterUrl}
        width={video.media.width}
        height={video.media.height}
        aria-label={value.title || t('video')}
        controls
        playsInline
        preload="metadata"
        onTimeUpdate={(event) => setSecond(Math.round(event.currentTarget.currentTime * 10) / 10)}
      >
        {video.media.captionsUrl === undefined ? null : (
          <track kind="captions" src={video.media.captionsUrl} srcLang={value.language} default />
        )}
      </video>
      <Timeline
        placements={value.placements}
        duration={duration}
        second={second}
        selected={selected}
        onSelect={onSelect}
        onSeek={seek}
        dispatch={dispatch}
      />
      <div className="row between wrapx st-under">
        <span className="t12 c3">{t('timelineHelp')}</span>
        <Button type="button" size="sm" variant="soft" icon="plus" onClick={() => setPlacing(true)}>
          {t('addMoment', { at: formatDuration(second) })}
        </Button>
        {placing ? <ProductPicker search={searchProducts} onPick={pick} onCancel={() => setPlacing(false)} className="is-tool" /> : null}
      </div>
      <h3 className="b t15 st-sub" id="placements">
        {te('placements')}
      </h3>
      <PlacementRows
        placements={value.placements}
        selected={selected}
        onSelect={onSelect}
        dispatch={dispatch}
        more={(placement) =>
          placement.kind === 'moment' ? (
            <MomentFields placement={placement} duration={duration} second={second} dispatch={dispatch} />
          ) : null
        }
      />
      <PosterField video={video} duration={duration} second={second} dispatch={dispatch} />
    </>
  )
}

function PosterField({
  video,
  duration,
  second,
  dispatch,
}: Pick<VideoPaneProps, 'dispatch'> & { video: VideoDraft; duration: number; second: number }) {
  const t = useT(editorMedia)
  const set = (posterSecond: number) => {
    if (Number.isFinite(posterSecond))
      dispatch({ type: 'video', video: { ...video, posterSecond: Math.min(Math.max(0, posterSecond), duration) } })
  }
  return (
    <div className="row st-poster">
      <Input
        type="number"
        label={t('poster')}
        hint={t('posterHint', { max: Math.floor(duration * 10) / 10 })}
        value={video.posterSecond ?? ''}
        min={0}
        max={duration}
        step={0.1}
        inputMode="decimal"
        onChange={(event) => set(event.target.valueAsNumber)}
      />
      <Button type="button" size="sm" variant="line" onClick={() => set(second)}>
        {t('posterNow')}
      </Button>
    </div>
  )
}

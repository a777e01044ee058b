import { useT } from '../i18n/index.ts'
import { editorMedia } from '../i18n/messages/editor-media.ts'
import { Icon, IconButton } from '../primitives/index.ts'
import { videoIcons } from '../primitives/video-icons.ts'
import type { VideoDraft } from './draft.ts'
import type { EditorAction } from './editor-history.ts'
import type { CaptionsUpload } from './editor-props.ts'
import { FileButton } from './FileButton.tsx'

interface CaptionsFieldProps {
  video: VideoDraft
  dispatch: (action: EditorAction) => void
  captions: CaptionsUpload | undefined
}

/** One WebVTT file. Not shown where the site takes none. */
export function CaptionsField({ video, dispatch, captions }: CaptionsFieldProps) {
  const t = useT(editorMedia)
  if (captions === undefined) return null
  return (
    <div className="field">
      <span className="lbl">{t('captions')}</span>
      <div className="row wrapx">
        {video.captions === null ? (
          <FileButton
            accept=".vtt,text/vtt"
            label={t('captionsPick')}
            className="btn btn-line btn-sm"
            onFiles={([file]) => {
              if (file !== undefined) captions.onPick(file)
            }}
          >
            <Icon name={videoIcons.captions} size={16} />
            {captions.sending ? t('captionsSending') : t('captionsPick')}
          </FileButton>
        ) : (
          <>
            <span className="t13 clamp1">{video.captions.name ?? t('captionsStored')}</span>
            <IconButton
              icon="close"
              iconSize={16}
              label={t('captionsRemove')}
              onClick={() => dispatch({ type: 'video', video: { ...video, captions: null } })}
            />
          </>
        )}
      </div>
      {captions.error === null ? (
        <p className="hint">{t('captionsHint')}</p>
      ) : (
        <p className="errt" role="alert">
          {captions.error}
        </p>
      )}
    </div>
  )
}

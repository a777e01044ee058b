import { useFormat, useLocale, useT } from '../i18n/index.ts'
import { intlTag } from '../i18n/locale.ts'
import { editorMedia } from '../i18n/messages/editor-media.ts'
import { Button, IconButton } from '../primitives/index.ts'
import { workIcons } from '../primitives/work-icons.ts'
import type { UploadControls } from './editor-props.ts'
import { percentSent, running, type Upload } from './upload-state.ts'

/** Files on their way, each with what is true of it: bytes that left, then the server's work, then gone from this list. */
export function UploadRows({ upload }: { upload: UploadControls }) {
  const t = useT(editorMedia)
  const shown = upload.uploads.filter(({ status }) => status !== 'done')
  if (shown.length === 0) return null
  return (
    <ul className="stack gap2 st-uploads" aria-label={t('uploads')} id="uploads">
      {shown.map((one) => (
        <UploadRow key={one.id} one={one} upload={upload} />
      ))}
    </ul>
  )
}

function UploadRow({ one, upload }: { one: Upload; upload: UploadControls }) {
  const t = useT(editorMedia)
  const under = running(one)
  return (
    <li className="st-upload">
      <span className="grow">
        <span className="t13 b clamp1">{one.name}</span>
        <span
          className={`st-progress${shownPercent(one) === undefined ? ' is-wide' : ''}`}
          role="progressbar"
          aria-label={one.name}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={shownPercent(one)}
          hidden={!under}
        >
          <i style={{ width: `${shownPercent(one) ?? 100}%` }} />
        </span>
        <span className={`t12 num ${one.status === 'failed' ? 'st-bad' : 'c2'}`} role={one.status === 'failed' ? 'alert' : undefined}>
          <UploadText one={one} />
        </span>
      </span>
      {under ? (
        <IconButton icon="close" iconSize={16} label={t('upStop', { name: one.name })} onClick={() => upload.onStop(one.id)} />
      ) : (
        <span className="row gap1">
          <Button type="button" size="sm" variant="line" onClick={() => upload.onRetry(one.id)}>
            {t('upRetry')}
          </Button>
          <IconButton
            icon={workIcons.trash}
            iconSize={16}
            label={t('upDismiss', { name: one.name })}
            onClick={() => upload.onDismiss(one.id)}
          />
        </span>
      )}
    </li>
  )
}

/** What the bar shows: bytes that left, then the server's work as far as it tells; undefined while nothing is known. */
function shownPercent(one: Upload): number | undefined {
  if (one.status === 'processing') return one.percent ?? undefined
  return one.status === 'waiting' ? undefined : percentSent(one)
}

function UploadText({ one }: { one: Upload }) {
  const t = useT(editorMedia)
  const format = useFormat()
  const { locale } = useLocale()
  switch (one.status) {
    case 'sending':
      return t('upSending', {
        percent: format.rate(percentSent(one) * 100),
        sent: megabytes(one.sent, locale),
        size: megabytes(one.size, locale),
      })
    case 'processing':
      return typeof one.percent === 'number' ? t('upProcessingAt', { percent: format.rate(one.percent * 100) }) : t('upProcessing')
    case 'failed':
      return (one.error?.code === 'refused' ? one.error.detail : null) ?? t(`err_${one.error?.code ?? 'server'}`)
    case 'stopped':
      return t('upStopped')
    default:
      return t('upWaiting')
  }
}

function megabytes(bytes: number, locale: 'zh' | 'en'): string {
  const format = new Intl.NumberFormat(intlTag[locale], { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
  return format.format(bytes / 1_000_000)
}

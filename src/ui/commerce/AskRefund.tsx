import { useEffect, useRef, useState } from 'react'
import { narrowestUrl } from '../../lib/picture-sizes.ts'
import { useFormat, useT } from '../i18n/index.ts'
import { afterSales } from '../i18n/messages/after-sales.ts'
import { Button, Callout, Select, TextArea } from '../primitives/index.ts'
import type { PictureView } from '../view/media.ts'
import { type AfterSalesAnswer, type AfterSalesView, afterSalesFields } from './after-sales-view.ts'
import { PostForm, usePending } from './PostForm.tsx'
import { UnitFields } from './UnitFields.tsx'

interface Props {
  orderId: string
  ask: NonNullable<AfterSalesView['ask']>
  answer?: AfterSalesAnswer
}

const MOST = 6

/** The buyer's wish: units, a reason, words, pictures. Folded until wanted; open again when it was refused. Pictures need the script, the rest does not. */
export function AskRefund({ orderId, ask, answer }: Props) {
  const t = useT(afterSales)
  const format = useFormat()
  const busy = usePending('ask')
  const values = answer?.values ?? {}
  const error = answer?.error
  return (
    <details className="panel stack ask" open={answer !== undefined}>
      <summary className="b t15">{t('askTitle')}</summary>
      <PostForm intent="ask" hidden={{ [afterSalesFields.idempotencyKey]: ask.idempotencyKey }} className="stack gap4">
        <p className="t13 c2 loose">
          {t('askIntro')} {ask.returnUntil ? t('askReturnUntil', { time: format.dateTime(ask.returnUntil) }) : null}
        </p>
        {error && error !== 'reason' && error !== 'words' ? (
          <Callout tone="bad" live>
            {t(errorText[error])}
          </Callout>
        ) : null}
        <UnitFields
          lines={ask.lines}
          label={(title) => t('askUnitsOf', { title })}
          hint={(count) => t('askMax', { count })}
          values={values}
        />
        <Select
          label={t('askReason')}
          name={afterSalesFields.reason}
          required
          defaultValue={values[afterSalesFields.reason] ?? ''}
          error={error === 'reason' ? t('errReason') : undefined}
        >
          <option value="" disabled>
            {t('askReasonChoose')}
          </option>
          {ask.reasons.map((reason) => (
            <option key={reason} value={reason}>
              {t(`reason_${reason}`)}
            </option>
          ))}
        </Select>
        <TextArea
          label={t('askWords')}
          optional
          name={afterSalesFields.words}
          maxLength={1000}
          rows={3}
          hint={t('askWordsHint')}
          defaultValue={values[afterSalesFields.words] ?? ''}
          error={error === 'words' ? t('errWords') : undefined}
        />
        <Pictures orderId={orderId} />
        <Button type="submit" variant="main" busy={busy}>
          {t('askButton')}
        </Button>
      </PostForm>
    </details>
  )
}

export const errorText = {
  nothing: 'errNothing',
  quantity: 'errQuantity',
  reason: 'errReason',
  words: 'errWords',
  late: 'errLate',
  stale: 'errStale',
  stock: 'errStock',
  waits: 'errWaits',
  parcel: 'errParcel',
  goods: 'errGoods',
  request: 'errRequest',
  failed: 'errFailed',
} as const

interface Sent {
  ref: string
  url: string
}

/** Pictures go up one by one as they are chosen; the form carries what the server called them. */
function Pictures({ orderId }: { orderId: string }) {
  const t = useT(afterSales)
  const [ready, setReady] = useState(false)
  const [sent, setSent] = useState<Sent[]>([])
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => setReady(true), [])
  if (!ready) return null
  const add = async (file: File | undefined) => {
    if (!file) return
    setState('busy')
    const picture = await send(orderId, file)
    if (picture) setSent((old) => [...old, picture].slice(0, MOST))
    setState(picture ? 'idle' : 'failed')
    if (input.current) input.current.value = ''
  }
  return (
    <fieldset className="stack gap2 askpics">
      <legend className="t13 b">{t('askPictures')}</legend>
      <ul className="row wrapx gap2">
        {sent.map(({ ref, url }, index) => (
          <li key={ref} className="askpic">
            <input type="hidden" name={afterSalesFields.picture} value={ref} />
            {/* biome-ignore lint/performance/noImgElement: no framework's image stands behind an upload of a moment ago. */}
            <img src={url} alt={t('pictureOf', { count: index + 1 })} width={72} height={72} />
            <button type="button" className="link t12 hit" onClick={() => setSent((old) => old.filter((one) => one.ref !== ref))}>
              {t('removePicture', { count: index + 1 })}
            </button>
          </li>
        ))}
      </ul>
      {sent.length < MOST ? (
        <label className="btn btn-line btn-sm askadd">
          {state === 'busy' ? t('adding') : t('addPicture')}
          <input
            ref={input}
            type="file"
            accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
            className="sr"
            disabled={state === 'busy'}
            onChange={(event) => void add(event.currentTarget.files?.[0])}
          />
        </label>
      ) : null}
      <p className="hint" aria-live="polite">
        {state === 'failed' ? t('pictureFailed') : t('askPicturesHint')}
      </p>
    </fieldset>
  )
}

/** Null when it was refused or the connection broke: the sentence is the same, and so is what to do. */
async function send(orderId: string, file: File): Promise<Sent | null> {
  const body = new FormData()
  body.append('file', file)
  try {
    const answer = await fetch(`/v1/orders/${orderId}/pictures`, { method: 'POST', body })
    if (!answer.ok) return null
    const { ref, media } = (await answer.json()) as { ref: string; media: PictureView }
    return { ref, url: narrowestUrl(media.sources) ?? '' }
  } catch {
    return null
  }
}

import { useId, useRef, useState } from 'react'
import { useT } from '../i18n/index.ts'
import { sharing } from '../i18n/messages/sharing.ts'
import { Button } from '../primitives/Button.tsx'
import { tellShared } from '../tell.ts'
import { qrPath } from './share-path.ts'

interface ShareBodyProps {
  /** Path to share: a page, or a creator's own `/go/:code`. */
  path: string
  /** Address of this site; empty on the server, where the field then shows the path. */
  origin: string
  /** It is the visitor's own link. */
  own?: boolean
}

/** A link to copy and its QR code. The field can be read and copied without script. */
export function ShareBody({ path, origin, own }: ShareBodyProps) {
  const ts = useT(sharing)
  const id = useId()
  const url = origin + path
  return (
    <div className="share">
      <div className="field grow">
        <label htmlFor={id}>{ts('sharePage')}</label>
        <input id={id} className="input" readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
      </div>
      <CopyButton text={url} />
      {own ? <p className="t13 c2 share-own">{ts('shareOwn')}</p> : null}
      {/* biome-ignore lint/performance/noImgElement: an SVG that the server draws, at its own size */}
      <img className="share-qr" src={qrPath(path)} width={176} height={176} alt={ts('shareQr')} loading="lazy" decoding="async" />
    </div>
  )
}

/** Copies and says so in its own place; where the browser refuses, it says what else can be done. */
function CopyButton({ text }: { text: string }) {
  const ts = useT(sharing)
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const copy = async () => {
    clearTimeout(timer.current)
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
      tellShared(location.pathname)
      timer.current = setTimeout(() => setState('idle'), 4000)
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <Button type="button" variant="main" icon={state === 'copied' ? 'check' : 'link'} onClick={() => void copy()} className="share-copy">
        <span aria-live="polite">{ts(state === 'copied' ? 'copied' : 'copyLink')}</span>
      </Button>
      {state === 'failed' ? (
        <p className="errt share-own" role="alert">
          {ts('copyFailed')}
        </p>
      ) : null}
    </>
  )
}

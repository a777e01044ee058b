import { useT } from '../i18n/index.ts'
import { sharing } from '../i18n/messages/sharing.ts'
import { Button } from '../primitives/Button.tsx'
import { Sheet } from '../primitives/Dialog.tsx'
import { tellShared } from '../tell.ts'
import { ShareBody } from './ShareBody.tsx'

export interface ShareSheetProps {
  title: string
  /** Path to share. */
  path: string
  /** It is the visitor's own link. */
  own: boolean
  onClose: () => void
}

/** The share sheet; fetched when somebody wants it. */
export function ShareSheet({ title, path, own, onClose }: ShareSheetProps) {
  const ts = useT(sharing)
  const url = location.origin + path
  const native = typeof navigator.share === 'function'
  // A sheet of the device that was closed without choosing is no fault.
  const share = () =>
    navigator.share({ title, url }).then(
      () => {
        tellShared(location.pathname)
        onClose()
      },
      () => {},
    )
  return (
    <Sheet open onClose={onClose} title={ts('shareTitle')}>
      <ShareBody path={path} origin={location.origin} own={own} />
      {native ? (
        <Button type="button" variant="line" icon="share" block onClick={() => void share()}>
          {ts('shareNative')}
        </Button>
      ) : null}
    </Sheet>
  )
}

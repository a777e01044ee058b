import { type ComponentType, useState } from 'react'
import { useLocation } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { cx } from '../primitives/class-names.ts'
import { Icon } from '../primitives/Icon.tsx'
import { usePersonal } from '../view/personal.tsx'
import type { ShareSheetProps } from './ShareSheet.tsx'

interface ShareButtonProps {
  title: string
  /** On a product's page: its id, so that a creator or promoter shares it by her own link. */
  productId?: string
  onPicture?: boolean
  className?: string
  /** Its word stands below the icon. */
  words?: boolean
}

/**
 * Opens the share sheet: link, QR code and, where the device has one, its own sheet. Without script it is a form that
 * leads to `/:locale/share`, which shows the same.
 */
export function ShareButton({ title, productId, onPicture, className, words }: ShareButtonProps) {
  const tc = useT(common)
  const to = useTo()
  const { pathname } = useLocation()
  const [Sheet, setSheet] = useState<ComponentType<ShareSheetProps> | null>(null)
  const own = useOwnLink(productId)
  return (
    <>
      <form
        method="get"
        action={to('/share')}
        className="share-form"
        onSubmit={(event) => {
          event.preventDefault()
          own.ask()
          const form = event.currentTarget
          // The sheet did not come: its page may.
          import('./ShareSheet.tsx').then(
            ({ ShareSheet }) => setSheet(() => ShareSheet),
            () => form.submit(),
          )
        }}
      >
        <input type="hidden" name="path" value={pathname} />
        <button type="submit" className={cx('ib', onPicture && 'ib-img', className)} aria-label={tc('share')}>
          <Icon name="share" size={words ? 24 : 20} />
          {words ? <span aria-hidden="true">{tc('share')}</span> : null}
        </button>
      </form>
      {Sheet ? <Sheet title={title} path={own.path ?? pathname} own={own.path !== null} onClose={() => setSheet(null)} /> : null}
    </>
  )
}

/** The visitor's own link to a product, asked for when the sheet opens and only for those who may have one. */
function useOwnLink(productId: string | undefined): { path: string | null; ask: () => void } {
  const { status } = usePersonal()
  const [path, setPath] = useState<string | null>(null)
  const ask = () => {
    if (!productId || status !== 'member') return
    fetch(`/v1/me/link?product=${encodeURIComponent(productId)}`, { headers: { accept: 'application/json' } })
      .then((answer) => (answer.ok ? (answer.json() as Promise<{ code: string | null }>) : null))
      .then((found) => setPath(found?.code ? `/go/${found.code}` : null))
      .catch(() => {})
  }
  return { path, ask }
}

import { useT } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { shop } from '../i18n/messages/shop.ts'
import { IconButton } from '../primitives/Button.tsx'
import { useToast } from '../primitives/Toast.tsx'

/** Shares the page's address by the device's own sheet, or copies it. */
export function ShareButton({ title, onPicture, className }: { title: string; onPicture?: boolean; className?: string }) {
  const t = useT(shop)
  const tc = useT(common)
  const toast = useToast()
  const share = async () => {
    const url = location.origin + location.pathname
    try {
      if (navigator.share) return await navigator.share({ title, url })
      await navigator.clipboard.writeText(url)
      toast({ text: t('shared') })
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) toast({ text: t('shareFailed') })
    }
  }
  return <IconButton icon="share" label={tc('share')} onPicture={onPicture} className={className} onClick={() => void share()} />
}

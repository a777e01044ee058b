import { useT } from '../i18n/index.ts'
import { social as messages } from '../i18n/messages/social.ts'
import { Icon } from '../primitives/Icon.tsx'
import { LikeButton } from '../shop/LikeButton.tsx'
import type { ProductView } from '../view/product.ts'
import { CollectButton } from './CollectButton.tsx'

/** S-32: on a product one can like, collect and ask, as on a piece. */
export function ProductSocial({ product: { id, social } }: { product: Pick<ProductView, 'id' | 'social'> }) {
  const t = useT(messages)
  if (!social) return null
  return (
    <div className="row pd-social">
      <LikeButton pieceId={id} count={social.likes} look="bar" />
      <CollectButton target={{ kind: 'products', id }} count={social.collects} />
      <a className="act" href="#comments" aria-label={t('askCount', { count: social.comments.count })}>
        <Icon name="comment" size={24} />
        <span>{t('ask')}</span>
      </a>
    </div>
  )
}

import { Link } from 'react-router'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { social as messages } from '../i18n/messages/social.ts'
import { Icon } from '../primitives/Icon.tsx'
import { LikeButton } from '../shop/LikeButton.tsx'
import type { ProductView } from '../view/product.ts'
import { CollectButton } from './CollectButton.tsx'
import { useProductPersonal } from './use-product-personal.ts'

/**
 * S-32: on a product one can like, collect and ask, as on a piece. What is about the member comes from the browser: whom
 * of those he follows recommends it (S-03), and the way to a link of his own when he bought it (S-06).
 */
export function ProductSocial({ product: { id, social } }: { product: Pick<ProductView, 'id' | 'social'> }) {
  const t = useT(messages)
  const to = useTo()
  const format = useFormat()
  const personal = useProductPersonal(id)
  if (!social) return null
  return (
    <>
      <div className="row pd-social">
        <LikeButton pieceId={id} count={social.likes} look="bar" />
        <CollectButton target={{ kind: 'products', id }} count={social.collects} />
        <a className="act" href="#comments" aria-label={t('askCount', { count: social.comments.count })}>
          <Icon name="comment" size={24} />
          <span>{t('ask')}</span>
        </a>
        {personal?.promote ? (
          <Link className="act" to={to(`/promote/${id}`)}>
            <Icon name="sprout" size={24} />
            <span>{t('promote')}</span>
          </Link>
        ) : null}
      </div>
      {personal && personal.followed > 0 ? (
        <p className="t13 row gap1 pd-followed">
          <Icon name="user" size={16} />
          <span>
            <b>{t('followedOne', { count: personal.followed })}</b> {format.list(personal.names)}
          </span>
        </p>
      ) : null}
    </>
  )
}

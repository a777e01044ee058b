import { Link } from 'react-router'
import { useT } from '../i18n/index.ts'
import { commerce } from '../i18n/messages/commerce.ts'
import { Icon, Price } from '../primitives/index.ts'
import { workIcons } from '../primitives/work-icons.ts'
import { isBuyable, quantityLimits } from './cart-state.ts'
import { cartFields } from './fields.ts'
import { LinePicture } from './LinePicture.tsx'
import { PostForm, usePending } from './PostForm.tsx'
import { useTroubleText } from './trouble-text.ts'
import type { CartLineView } from './view.ts'

/** One line of the cart with its stepper; sold out and withdrawn lines stay in place and lose their stepper. */
export function CartLine({ line }: { line: CartLineView }) {
  const t = useT(commerce)
  const trouble = useTroubleText()(line)
  const buyable = isBuyable(line)
  const { product } = line
  return (
    <li className={buyable ? 'li' : 'li is-off'}>
      <LinePicture media={product.picture} href={product.href} size={80} />
      <div className="stack gap1">
        <h2 className="b t15 clamp2">{product.href ? <Link to={product.href}>{product.title}</Link> : product.title}</h2>
        <p className="t12 c2">
          {product.options}
          {product.options && buyable && line.available !== null ? ' · ' : null}
          {buyable && line.available !== null ? t('inStock', { count: line.available }) : null}
        </p>
        {trouble ? (
          <p className={buyable ? 'note-h t13' : 'note-r t13'}>
            <Icon name="alert" size={16} />
            <span>{trouble}</span>
          </p>
        ) : null}
        <div className="row between wrapx">
          <span>
            <Price
              value={line.unitPrice}
              was={line.trouble?.kind === 'price' ? line.trouble.before : undefined}
              className="t17"
              plain={!buyable}
            />
          </span>
          <span className="row">
            {buyable ? <Stepper line={line} /> : null}
            <Remove line={line} />
          </span>
        </div>
        {line.from ? <Credit from={line.from} /> : null}
      </div>
    </li>
  )
}

function Credit({ from }: { from: NonNullable<CartLineView['from']> }) {
  const t = useT(commerce)
  const text = t('fromPiece', { name: from.creator.name })
  return (
    <p className="t12 c2 row gap1 crd">
      <Icon name="sprout" size={14} />
      {from.pieceHref ? (
        <Link to={from.pieceHref} className="hit">
          {text}
        </Link>
      ) : (
        text
      )}
    </p>
  )
}

/** Each press posts the whole new quantity, so that a repeated press never counts twice. */
function Stepper({ line }: { line: CartLineView }) {
  const t = useT(commerce)
  const pending = usePending('quantity', { name: cartFields.lineId, value: line.id })
  const { min, max } = quantityLimits(line)
  const wanted = line.trouble?.kind === 'short' ? line.trouble.available : null
  if (wanted !== null && wanted > 0) {
    return (
      <PostForm intent="quantity" hidden={{ [cartFields.lineId]: line.id, [cartFields.quantity]: String(wanted) }} stay>
        <button type="submit" className="btn btn-line btn-sm" aria-busy={pending || undefined}>
          {t('setTo', { count: wanted })}
        </button>
      </PostForm>
    )
  }
  const title = line.product.title
  return (
    <PostForm intent="quantity" hidden={{ [cartFields.lineId]: line.id }} stay label={t('quantityOf', { title })}>
      <span className="step num">
        <button
          type="submit"
          name={cartFields.quantity}
          value={line.quantity - 1}
          disabled={pending || line.quantity <= min}
          aria-label={t('fewer')}
        >
          −
        </button>
        <output aria-busy={pending || undefined}>{line.quantity}</output>
        <button
          type="submit"
          name={cartFields.quantity}
          value={line.quantity + 1}
          disabled={pending || line.quantity >= max}
          aria-label={t('moreOne')}
        >
          +
        </button>
      </span>
    </PostForm>
  )
}

function Remove({ line }: { line: CartLineView }) {
  const t = useT(commerce)
  return (
    <PostForm intent="remove" hidden={{ [cartFields.lineId]: line.id }} stay>
      <button type="submit" className="ib" aria-label={t('removeOf', { title: line.product.title })} title={t('remove')}>
        <Icon name={workIcons.trash} />
      </button>
    </PostForm>
  )
}

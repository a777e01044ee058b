import { useT } from '../i18n/index.ts'
import { commerce } from '../i18n/messages/commerce.ts'
import { Button, Callout, Empty, LinkButton, Price } from '../primitives/index.ts'
import { workIcons } from '../primitives/work-icons.ts'
import { CartLine } from './CartLine.tsx'
import { CouponField } from './CouponField.tsx'
import { type CartReadiness, cartReadiness, troubles } from './cart-state.ts'
import { cartFields } from './fields.ts'
import { PageHead } from './PageHead.tsx'
import { PostForm } from './PostForm.tsx'
import { Steps } from './Steps.tsx'
import { SumTable } from './SumTable.tsx'
import type { CartView } from './view.ts'

/** The cart: lines, what changed, the sum, and one button. Forms post `cartFields` to this page. */
export function Cart({ cart }: { cart: CartView }) {
  const t = useT(commerce)
  const changed = troubles(cart.lines)
  if (cart.lines.length === 0) return <EmptyCart cart={cart} />
  const readiness = cartReadiness(cart.lines)
  return (
    <main id="main" className="buy">
      <PageHead title={t('cart')} back={cart.shopHref} />
      <Steps current={0} />
      <div className="co">
        <div className="stack gap4">
          {cart.removed ? <Removed removed={cart.removed} /> : null}
          {changed > 0 ? <Callout tone="honey">{t('troubleNote', { count: changed })}</Callout> : null}
          <section className="panel cart-lines" aria-label={t('cart')}>
            <ul>
              {cart.lines.map((line) => (
                <CartLine key={line.id} line={line} />
              ))}
            </ul>
          </section>
        </div>
        <aside className={cart.buyable === 0 ? 'panel stack gap4 wide-only' : 'panel stack gap4'} aria-label={t('sumTitle')}>
          {cart.buyable === 0 ? null : <SumTable sum={cart.sum} />}
          {cart.buyable === 0 ? null : <CouponField coupon={cart.coupon} wrong={cart.wrongCode} />}
          <div className="wide-only stack gap2">
            <GoOn cart={cart} readiness={readiness} block />
          </div>
        </aside>
      </div>
      <div className="actbar buybar">
        <span className="grow">
          <span className="t12 c3 blk">{t('sumTotal')}</span>
          <Price value={cart.sum.total} cents="always" className="t20" />
        </span>
        <GoOn cart={cart} readiness={readiness} />
      </div>
    </main>
  )
}

/** The one button; when it waits, the reason stands beside it. */
function GoOn({ cart, readiness, block }: { cart: CartView; readiness: CartReadiness; block?: boolean }) {
  const t = useT(commerce)
  const text = t('toCheckout', { count: cart.buyable })
  if (readiness === 'ready') {
    return (
      <LinkButton to={cart.checkoutHref} variant="buy" size={block ? 'xl' : 'md'} block={block}>
        {text}
      </LinkButton>
    )
  }
  return (
    <span className="waits">
      <Button variant="buy" size={block ? 'xl' : 'md'} block={block} disabled>
        {text}
      </Button>
      <span className="t12 c2">{t(readiness === 'short' ? 'shortFirst' : 'nothingBuyable')}</span>
    </span>
  )
}

function Removed({ removed }: { removed: NonNullable<CartView['removed']> }) {
  const t = useT(commerce)
  return (
    <Callout live icon={workIcons.trash}>
      <PostForm
        intent="restore"
        hidden={{ [cartFields.lineId]: removed.lineId, [cartFields.quantity]: String(removed.quantity) }}
        className="row between wrapx"
      >
        <span>{t('removed', { title: removed.title })}</span>
        <button type="submit" className="link hit b">
          {t('putBack')}
        </button>
      </PostForm>
    </Callout>
  )
}

function EmptyCart({ cart }: { cart: CartView }) {
  const t = useT(commerce)
  return (
    <main id="main" className="buy">
      <PageHead title={t('cart')} back={cart.shopHref} />
      <div className="pad stack gap4">
        {cart.removed ? <Removed removed={cart.removed} /> : null}
        <Empty
          title={t('cartEmpty')}
          icon="cart"
          action={
            <LinkButton to={cart.shopHref} variant="main">
              {t('keepLooking')}
            </LinkButton>
          }
        >
          {t('cartEmptyText')}
        </Empty>
      </div>
    </main>
  )
}

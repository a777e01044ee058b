import { htmlLang, useFormat, useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { shop } from '../i18n/messages/shop.ts'
import { storefront } from '../i18n/messages/storefront.ts'
import { IconLink } from '../primitives/Button.tsx'
import { Shell } from '../shell/Shell.tsx'
import { LaterComments } from '../social/LaterComments.tsx'
import { SocialActs } from '../social/SocialActs.tsx'
import type { PlacementView } from '../view/placement.ts'
import type { PostView } from '../view/post.ts'
import { BuyNow } from './AddToCart.tsx'
import { BodyText } from './BodyText.tsx'
import { Gallery } from './Gallery.tsx'
import { Headline } from './Highlight.tsx'
import { LikeButton } from './LikeButton.tsx'
import { Author, Disclosure, PieceFoot, ProductRows, Related } from './PieceParts.tsx'
import { ShareButton } from './ShareButton.tsx'

/** A post's page: `/:locale/p/:id`. Picture, author, what is paid, headline, text, the same numbers as rows. */
export function Post({ post }: { post: PostView }) {
  const t = useT(shop)
  const tc = useT(common)
  const to = useTo()
  const allOnPicture = post.placements.every((placement) => placement.kind === 'hotspot')
  const count = post.placements.length
  const target = { kind: 'posts', id: post.id } as const
  return (
    <Shell section="none" top="none" bar="own">
      <div className="postwrap">
        <main id="main" className="post">
          <Gallery pictures={post.pictures} placements={post.placements}>
            <IconLink to={to('/')} icon="back" label={tc('back')} onPicture className="only-m" />
            <span className="grow" />
            <ShareButton title={post.title} onPicture />
          </Gallery>
          <article className="txtcol">
            <Author creator={post.creator} />
            <Disclosure piece={post} />
            <h1 className="display ptitle" lang={htmlLang[post.lang]}>
              <Headline title={post.title} />
            </h1>
            <BodyText body={post.body} placements={post.placements} lang={htmlLang[post.lang]} />
            <PieceFoot piece={post} />
            <div className="only-d like-line">
              <LikeButton pieceId={post.id} count={post.likes} look="bar" />
              <SocialActs target={target} social={post.social} />
            </div>
            <ProductRows piece={post} heading={t(allOnPicture ? 'inPicture' : 'inText', { count })} />
            {post.social ? <LaterComments target={target} first={post.social.comments} /> : null}
          </article>
        </main>
        <Related piece={post} />
      </div>
      <PieceBar pieceId={post.id} likes={post.likes} social={post.social} placements={post.placements} />
    </Shell>
  )
}

interface PieceBarProps {
  pieceId: string
  likes: number
  social: PostView['social']
  placements: readonly PlacementView[]
}

/** The action bar of phones: like, collect, comments, and one way to the products; with a single one and nothing to choose, straight to the checkout. */
export function PieceBar({ pieceId, likes, social, placements }: PieceBarProps) {
  const t = useT(shop)
  const tc = useT(common)
  const ts = useT(storefront)
  const format = useFormat()
  const offered = placements.filter((one) => !one.product.withdrawn && one.product.stock > 0)
  const buyable = offered.map((one) => one.product)
  const only = offered.length === 1 ? offered[0] : undefined
  const cheapest = buyable.reduce<(typeof buyable)[number] | undefined>(
    (low, one) => (low && low.price.amount <= one.price.amount ? low : one),
    undefined,
  )
  return (
    <div className="actbar only-m">
      <LikeButton pieceId={pieceId} count={likes} look="bar" />
      <SocialActs target={{ kind: 'posts', id: pieceId }} social={social} />
      {only?.product.variantId ? (
        <BuyNow variantId={only.product.variantId} title={only.product.title} code={only.code} size="md" className="grow actbar-buy">
          {ts('buyOne', { price: format.money(only.product.price, { cents: 'omit-zero' }) })}
        </BuyNow>
      ) : cheapest ? (
        <a className="btn btn-buy grow actbar-buy" href="#products">
          {t('seeProducts', { count: buyable.length, price: format.money(cheapest.price, { cents: 'omit-zero' }) })}
        </a>
      ) : placements.length > 0 ? (
        <a className="btn btn-line grow actbar-buy" href="#products">
          {tc('soldOut')}
        </a>
      ) : (
        <span className="grow" />
      )}
    </div>
  )
}

import type { Ctx } from '../../../context.ts'
import { idOf } from '../../../lib/ids.ts'
import { linksOfPieces } from '../../../modules/publishing/store/links.ts'
import type { ProductLink } from '../../../payload-types.ts'
import { namedOrders } from './named-orders.ts'
import { type Plan, type PlannedOrder, planMonth } from './plan-month.ts'
import type { SeedComment } from './read-comment-sheet.ts'
import { isShown, productsOf, type SeedPiece } from './read-piece-sheet.ts'
import type { SeedProduct } from './read-product-sheet.ts'
import { seedAccounts } from './seed-accounts.ts'
import { seedBoards } from './seed-boards.ts'
import { seedCatalogue } from './seed-catalogue.ts'
import { seedComments } from './seed-comments.ts'
import { seedCoupons, toldOrders } from './seed-coupons.ts'
import { seedCrowd, seedViews } from './seed-crowd.ts'
import { seedSoldOut, seedSuspensions } from './seed-endings.ts'
import { seedHearts } from './seed-hearts.ts'
import { seedOrder } from './seed-orders.ts'
import { seedPayouts } from './seed-payouts.ts'
import { prepareDrawings } from './seed-pictures.ts'
import { seedPieces } from './seed-pieces.ts'
import { cutPrice } from './seed-prices.ts'
import { seedProgrammes } from './seed-programmes.ts'
import { promotedOrders, seedPromoters } from './seed-promoters.ts'
import { type SeedBoard, type SeedCreator, type SeedMoney, type SeedPromoters, type SeedSoldOut, worldFiles } from './world-files.ts'

/** Everything that the demo world is, read from its files, and the month that is planned around it. */
export interface Story {
  products: SeedProduct[]
  creators: SeedCreator[]
  pieces: SeedPiece[]
  /** Those that readers see at the end of the story. */
  shown: SeedPiece[]
  comments: SeedComment[]
  boards: SeedBoard[]
  promoters: SeedPromoters
  soldOut: SeedSoldOut[]
  money: SeedMoney
  plan: Plan
}

export async function readStory(): Promise<Story> {
  const [products, creators, pieces, comments, boards, promoters, orders, fans, soldOut, money] = await Promise.all([
    worldFiles.products(),
    worldFiles.creators(),
    worldFiles.pieces(),
    worldFiles.comments(),
    worldFiles.boards(),
    worldFiles.promoters(),
    worldFiles.orders(),
    worldFiles.fans(),
    worldFiles.soldOut(),
    worldFiles.money(),
  ])
  const silenced = new Set(creators.flatMap(({ handle, suspendedDaysAgo }) => (suspendedDaysAgo === undefined ? [] : [handle])))
  const shown = pieces.filter((piece) => isShown(piece) && !silenced.has(piece.author))
  const reachOf = new Map(creators.map(({ handle, reach }) => [handle, reach]))
  const plan = planMonth({
    pieces: shown.map((piece) => ({
      ...{ key: piece.key, ago: piece.ago, reach: reachOf.get(piece.author) ?? 1 },
      products: productsOf(piece),
    })),
    goods: products.flatMap(({ slug, variants }) => variants.map(({ sku, stock }) => ({ product: slug, sku, stock }))),
    buyers: fans.map(({ account }) => account),
    named: namedOrders(orders, comments, pieces),
  })
  return { products, creators, pieces, shown, comments, boards, promoters, soldOut, money, plan }
}

interface Course {
  /** The mark that was kept before: 1 at the beginning. */
  reached: number
  /** Keeps a mark. */
  reach(value: number): Promise<void>
  tell(progress: { done: number; total: number }): void
}

/** Marks: the first order's is one more, the last one's lies below `viewed`. Everything else may be done twice. */
const ordersFrom = 10
const viewed = 900

/** Makes the world in the order in which it happened. What a crash left half made goes on where the marks say. */
export async function tellStory(ctx: Ctx, story: Story, { reached, reach, tell }: Course): Promise<void> {
  const { products, creators, pieces, comments, boards, promoters, soldOut, money, plan } = story
  const late = promotedOrders(promoters)
  const total = 2 + pieces.length + plan.orders.length + late.length + 3
  const done = (steps: number) => tell({ done: steps, total })
  const pictures = prepareDrawings(ctx, picturesOf(story))
  const ids = await seedCatalogue(ctx)
  done(1)
  const people = await seedAccounts(ctx)
  done(2)
  const pieceIds = await seedPieces(ctx, pieces, people, ids, (count) => done(2 + count))
  await seedSuspensions(ctx, creators, people)
  const links = linkMap(await linksOfPieces(await ctx.req(), [...pieceIds.values()]))
  const codes = new Map([...links].map(([key, { code }]) => [key, code]))
  await seedCoupons(ctx, money, people)
  await seedProgrammes(ctx, money, people)
  const told = toldOrders(money)
  const ordersDone = Math.max(0, reached - ordersFrom)
  const buy = async (order: PlannedOrder, at: number): Promise<void> => {
    if (at < ordersDone) return
    await seedOrder(ctx, order, { people, codes, pieces: pieceIds, told })
    await reach(ordersFrom + at + 1)
    done(2 + pieces.length + at + 1)
  }
  await trade(ctx, products, plan.orders, buy)
  // Who bought may recommend: their links come after what they bought.
  for (const [name, code] of await seedPromoters(ctx, promoters, people, ids.products)) codes.set(name, code)
  for (const [at, order] of late.entries()) await buy(order, plan.orders.length + at)
  await seedPayouts(ctx, money, people)
  await seedSoldOut(ctx, people.finance, products, soldOut)
  const shown = story.shown.map((piece) => ({ piece, id: pieceIds.get(piece.key) ?? '' }))
  const byKey = new Map(shown.map((one) => [one.piece.key, one]))
  await seedComments(ctx, comments, { people, pieces: byKey, products: ids.products })
  done(total - 2)
  await seedHearts(
    ctx,
    people,
    creators.filter(({ suspendedDaysAgo }) => suspendedDaysAgo === undefined),
    shown,
  )
  await seedBoards(ctx, boards, { people, pieces: byKey, products: ids.products })
  done(total - 1)
  const scene = {
    links,
    timeZone: await timeZoneOf(ctx),
    pieces: new Map(
      shown.map(({ piece, id }) => [
        piece.key,
        {
          id,
          author: people.creators.get(piece.author)?.creatorId ?? '',
          products: productsOf(piece).map((slug) => ids.products.get(slug) ?? ''),
        },
      ]),
    ),
  }
  await seedCrowd(ctx, plan.days, scene)
  if (reached < viewed) await seedViews(ctx, plan.days, scene, viewed)
  await pictures
  done(total)
}

/** Orders and cuts of prices in the order of their days: what is bought before a cut costs more. */
async function trade(
  ctx: Ctx,
  products: readonly SeedProduct[],
  orders: readonly PlannedOrder[],
  buy: (order: PlannedOrder, at: number) => Promise<void>,
): Promise<void> {
  const cuts = products.filter(({ was }) => was).sort((a, b) => (b.was?.until ?? 0) - (a.was?.until ?? 0))
  for (const [at, order] of orders.entries()) {
    while (cuts[0]?.was && cuts[0].was.until >= order.daysAgo) await cutPrice(ctx, cuts.shift()!)
    await buy(order, at)
  }
  for (const product of cuts) await cutPrice(ctx, product)
}

const linkMap = (links: readonly ProductLink[]): Map<string, ProductLink> =>
  new Map(links.map((link) => [`${link.piece}:${link.product ? idOf(link.product) : ''}`, link]))

async function timeZoneOf(ctx: Ctx): Promise<string> {
  const req = await ctx.req()
  const { timeZone } = await ctx.payload.findGlobal({
    slug: 'shop-settings',
    depth: 0,
    overrideAccess: true,
    select: { timeZone: true },
    req,
  })
  return timeZone || 'Asia/Shanghai'
}

/** Every drawing, those of the products first: they are wanted first. */
function picturesOf({ products, creators, pieces }: Story): string[] {
  const drawn = [
    ...products.flatMap(({ slug, variants }) => variants.map(({ picture }) => `product-${slug}-${picture}`)),
    ...creators.flatMap(({ avatar }) => avatar ?? []),
    ...pieces.flatMap(({ pictures, clip }) => [...pictures.map(({ file }) => file), ...(clip ? [`clip-${clip.name}`] : [])]),
  ]
  return [...new Set(drawn)].map((name) => `${name}.webp`)
}

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { decideBonus, proposeBonus } from '../../../src/flows/bonuses/bonuses.ts'
import { scanLabels } from '../../../src/flows/operations/scan-labels.ts'
import { readWorkingPiece } from '../../../src/flows/pieces/read-working-piece.ts'
import { savePiece } from '../../../src/flows/pieces/save-piece.ts'
import { submitPiece } from '../../../src/flows/pieces/submit-piece.ts'
import { joinProgramme } from '../../../src/flows/programmes/members.ts'
import { setRate } from '../../../src/flows/programmes/set-rate.ts'
import { readPost } from '../../../src/flows/shop/read-piece.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Connection } from '../../../src/modules/publishing/index.ts'
import { product, programme } from '../../builders/catalogue.ts'
import { placedOrder, touched } from '../../builders/orders.ts'
import { paidOrder, payPlaced } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { approve, must, postDraft, publishedPost } from '../../builders/pieces.ts'
import { NOON } from '../../builders/world.ts'
import { clickIdOf, type OtherShop, openOtherShop } from '../conversions/other-shop.ts'
import type { House } from '../http/house.ts'

/** A shop that labels only what bears commission, whose own programme pays nothing; another shop's pays 10 %. */
let shop: OtherShop
let house: House
let world: House['world']
let terms: string
let finance: Awaited<ReturnType<typeof person>>
let made = 0

beforeAll(async () => {
  shop = await openOtherShop()
  ;({ house } = shop)
  ;({ world } = house)
  finance = await person(world, ['finance'])
  terms = await programme(world, { rateBps: 0 })
  await world.payload.updateGlobal({ slug: 'shop-settings', data: { adLabelMode: 'commission' } })
}, 180_000)
afterAll(() => house?.close())
beforeEach(() => world.clock.set(NOON))

async function scene(disclosure: Connection = 'none') {
  made += 1
  const author = await creator(world)
  must(await joinProgramme(world.ctx, author, { programmeId: terms }))
  const goods = await product(world, { stock: 100, slug: `kept-label-${made}` })
  const draft = await postDraft(world, author, [goods.productId], { disclosure })
  return { author, goods, draft, post: await publishedPost(world, { author, products: [goods.productId], draft }) }
}
type Scene = Awaited<ReturnType<typeof scene>>

const labels = async ({ post }: Scene) => must(await readPost(world.ctx, { id: post.id, locale: 'zh' })).labels ?? []
const declared = async ({ post }: Scene) => (await world.payload.findByID({ collection: 'posts', id: post.id, depth: 0 })).disclosure
const studio = async ({ author, post }: Scene) => must(await readWorkingPiece(world.ctx, author, { id: post.id })).draft
const sold = ({ goods, author, post }: Scene) =>
  paidOrder(world, [{ product: goods, credit: { creatorId: author.creatorId, rateBps: 800, piece: post.id } }])
const wentPublic = async ({ author }: Scene, id: string) => {
  const { reviewItemId } = must(await submitPiece(world.ctx, author, { id }))
  await approve(world, await person(world, ['editor']), reviewItemId)
}

describe('DIS-3, DIS-6 the label follows what the ledger has credited', () => {
  it('DIS-3, DIS-6 a sale puts the label on the piece that brought it, in the same write, and it stays', async () => {
    const [one, other] = [await scene(), await scene()]
    expect([await labels(one), await declared(one)]).toEqual([[], 'none'])
    await sold(one)
    expect([await labels(one), await declared(one)]).toEqual([['commission'], 'commission'])
    expect(await studio(one)).toMatchObject({ labels: ['ad-commission'], credited: true })
    expect([await labels(other), await declared(other)]).toEqual([[], 'none'])
    expect(await studio(other)).toMatchObject({ labels: [], credited: false })
    expect((await scanLabels(world.ctx)).findings).toEqual([])
  })

  it('DIS-6, ATT-15 a link that earned, was clicked, and earns nothing when the sale is paid: what it brought is labelled', async () => {
    const one = await scene()
    const target = { programmeId: terms, source: 'link' as const, target: one.post.codes[0]! }
    must(await setRate(world.ctx, finance, { ...target, bps: 2000 }))
    expect([await labels(one), await declared(one)]).toEqual([['commission'], 'none'])
    const visit = await touched(world, { code: one.post.codes[0]! })
    world.clock.advance(1000)
    const placed = await placedOrder(world, { visit, wanted: [{ variantId: one.goods.variantIds[0]! }] })
    const order = await world.payload.findByID({ collection: 'orders', id: placed.orderId, depth: 0 })
    expect(order.lines[0]!.commission).toBeGreaterThan(0)
    must(await setRate(world.ctx, finance, { ...target, bps: 0 }))
    expect(await payPlaced(world, placed.orderId)).toBe('paid')
    world.clock.advance(31 * 86_400_000)
    expect([await labels(one), await declared(one)]).toEqual([['commission'], 'commission'])
  })

  it('DIS-3 its author cannot take it off by another version, nor by taking the products out', async () => {
    const one = await scene()
    await sold(one)
    for (const draft of [one.draft, { ...one.draft, placements: [], body: '只说感受，没有商品。' }]) {
      must(
        await savePiece(world.ctx, one.author, { id: one.post.id, kind: 'posts', draft: { ...draft, disclosure: 'none', editNote: '改' } }),
      )
      await wentPublic(one, one.post.id)
      expect([await labels(one), await declared(one)]).toEqual([['commission'], 'commission'])
    }
  })

  it('DIS-3 a version that was written before the sale and let pass after it bears the label', async () => {
    const one = await scene()
    must(await savePiece(world.ctx, one.author, { id: one.post.id, kind: 'posts', draft: { ...one.draft, title: '改了标题' } }))
    const { reviewItemId } = must(await submitPiece(world.ctx, one.author, { id: one.post.id }))
    await sold(one)
    await approve(world, await person(world, ['editor']), reviewItemId)
    expect([await labels(one), await declared(one)]).toEqual([['commission'], 'commission'])
  })

  it('DIS-3 what says more of itself stays as it is', async () => {
    const one = await scene('paid')
    await sold(one)
    expect([await labels(one), await declared(one)]).toEqual([['paid'], 'paid'])
  })

  it('DIS-6 a sale of another shop labels the piece whose link led there', async () => {
    const one = await scene()
    const clickId = clickIdOf(await shop.click(one.author.creatorId, { piece: one.post.id }))
    expect((await shop.tell(shop.sold({ clickId }))).body).toMatchObject({ credited: true })
    expect([await labels(one), await declared(one)]).toEqual([['commission'], 'commission'])
  })

  it('DIS-3, ATT-36 a bonus for a piece labels it when it is granted, not before', async () => {
    const one = await scene()
    const second = await person(world, ['finance'])
    const bonus = { kind: 'flat' as const, creator: one.author.creatorId, amount: 5000, cap: 9000, proof: '长文' }
    const { bonusId } = must(await proposeBonus(world.ctx, finance, { ...bonus, piece: { kind: 'posts', id: one.post.id } }, newId()))
    expect([await labels(one), await declared(one)]).toEqual([[], 'none'])
    must(await decideBonus(world.ctx, second, { bonusId, grant: true }, newId()))
    expect([await labels(one), await declared(one)]).toEqual([['commission'], 'commission'])
    expect(await studio(one)).toMatchObject({ credited: true })
  })
})

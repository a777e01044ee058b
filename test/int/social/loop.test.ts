import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addComment } from '../../../src/flows/comments/add-comment.ts'
import { listComments } from '../../../src/flows/comments/list-comments.ts'
import { readFeed } from '../../../src/flows/feed/read-feed.ts'
import { readPost } from '../../../src/flows/shop/read-piece.ts'
import { recordClick } from '../../../src/flows/touches/record-click.ts'
import { type Actor, anonymous } from '../../../src/lib/actor.ts'
import { VISITOR_MAX_AGE_SECONDS } from '../../../src/modules/touches/index.ts'
import { CONSENT_DAYS } from '../../../src/ui/shell/consent.ts'
import { consentCookies } from '../../../src/web/lib/consent.ts'
import { type BuiltProduct, product, programme } from '../../builders/catalogue.ts'
import { placedOrder, touched, withCookies } from '../../builders/orders.ts'
import { payPlaced } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { must, publishedPost } from '../../builders/pieces.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let tent: BuiltProduct
beforeAll(async () => {
  world = await openWorld()
  await programme(world)
  tent = await product(world, { prices: [10_000], stock: 100 })
})
afterAll(() => world?.close())

const lineOf = async (orderId: string) => (await world.payload.findByID({ collection: 'orders', id: orderId, depth: 0 })).lines[0]!

/** Finds a piece in the feed, follows its product link, buys and pays: what a person does, by the real flows. */
async function findAndBuy(who: Actor, title: string) {
  const feed = must(await readFeed(world.ctx, who, { feed: 'for-you', personal: true }))
  const card = feed.pieces.find((piece) => piece.title === title)
  if (!card) throw new Error(`${title} is not in the feed`)
  const post = must(await readPost(world.ctx, { id: card.id, locale: 'zh' }))
  const code = post.placements[0]?.code ?? ''
  const visit = await touched(world, { code, visit: visitOf(who) })
  await world.ctx.touches.drain()
  world.clock.advance(60_000)
  const { orderId } = await placedOrder(world, { visit, wanted: [{ variantId: tent.variantIds[0]!, linkCode: code }] })
  expect(await payPlaced(world, orderId)).toBe('paid')
  return orderId
}

describe('S-75: the closed loop', () => {
  it('a user finds a note, buys, posts a 晒单, and a second user buys because of that: each order credits its own author', async () => {
    const author = await creator(world)
    await publishedPost(world, { author, products: [tent.productId], draft: { title: '零下五度的帐篷' } })
    // The first buyer has a profile of her own: what she shows later is a piece like any other, with its own link.
    const buyer = await creator(world)
    const first = await findAndBuy(buyer, '零下五度的帐篷')
    const shown = await publishedPost(world, { author: buyer, products: [tent.productId], draft: { title: '晒单：帐篷到了' } })
    world.clock.advance(3_600_000)
    const reader = await person(world)
    const second = await findAndBuy(reader, '晒单：帐篷到了')
    expect(await lineOf(first)).toMatchObject({ creator: author.creatorId, reason: 'last_in_window' })
    expect(await lineOf(second)).toMatchObject({ creator: buyer.creatorId, piece: shown.id, reason: 'last_in_window' })
    // Both bought: each says so under the other's piece, and the badge proves it.
    must(await addComment(world.ctx, reader, { kind: 'posts', target: shown.id, body: '看了你的就买了' }))
    const { comments } = must(await listComments(world.ctx, { kind: 'posts', target: shown.id }))
    expect(comments).toMatchObject([{ bought: true, byAuthor: false }])
  })
})

describe('ATT-02: consent', () => {
  const click = async (consent: 'granted' | 'denied' | 'unknown', who: Actor = anonymous) => {
    const author = await creator(world)
    const { codes } = await publishedPost(world, { author, products: [tent.productId] })
    const visit = visitOf(who, { consent })
    const { setCookies } = await recordClick(world.ctx, visit, { code: codes[0]!, method: 'GET' })
    await world.ctx.touches.drain()
    return { visit: withCookies(visit, setCookies), cookie: setCookies.join('\n'), author, code: codes[0]! }
  }
  const consentOf = async (visitor: string) =>
    (await world.payload.find({ collection: 'touches', where: { visitor: { equals: visitor } }, depth: 0 })).docs.map(
      ({ consent }) => consent,
    )

  it.each(['denied', 'unknown'] as const)('without it (%s) the pseudonym ends with the session, and the touch says so', async (consent) => {
    const { cookie, visit } = await click(consent)
    expect(cookie).toContain('zc_visitor=')
    expect(cookie).not.toMatch(/Max-Age|Expires/i)
    expect(await consentOf(visit.visitorId!)).toEqual([consent])
  })

  it('with it the pseudonym stays for the days that the bar names', async () => {
    const { cookie, visit } = await click('granted')
    expect(cookie).toContain(`Max-Age=${CONSENT_DAYS * 86_400}`)
    expect(VISITOR_MAX_AGE_SECONDS).toBe(CONSENT_DAYS * 86_400)
    expect(await consentOf(visit.visitorId!)).toEqual(['granted'])
  })

  it('given after the click it keeps the pseudonym of this session; taken back it ends it at once', async () => {
    const { visit } = await click('unknown')
    expect(consentCookies(visit, 'granted').join('\n')).toMatch(
      new RegExp(`zc_visitor=${visit.visitorId};.*Max-Age=${CONSENT_DAYS * 86_400}`),
    )
    const [answer, gone] = consentCookies(visit, 'denied')
    expect(answer).toMatch(/zc_consent=denied/)
    // The script in the head has to see that there is an answer.
    expect(answer).not.toMatch(/HttpOnly/i)
    expect(gone).toMatch(/zc_visitor=;.*Max-Age=0/)
    expect(consentCookies(visitOf(), 'granted')).toHaveLength(1)
  })

  it('denied, a member’s click still credits: it is known by the account when the session is long over', async () => {
    const fan = await person(world)
    const { author, code } = await click('denied', fan)
    world.clock.advance(60_000)
    // Another session of the same account: no cookie is left.
    const { orderId } = await placedOrder(world, {
      visit: visitOf(fan, { consent: 'denied' }),
      wanted: [{ variantId: tent.variantIds[0]! }],
    })
    expect(code).not.toBe('')
    expect(await lineOf(orderId)).toMatchObject({ creator: author.creatorId })
  })
})

import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { recordTagOpen } from '../../../src/flows/touches/record-tag-open.ts'
import { cookieNames } from '../../../src/lib/cookies.ts'
import { newId } from '../../../src/lib/ids.ts'
import { type BuiltProduct, product, productLink, programme } from '../../builders/catalogue.ts'
import { type Doors, openDoors } from '../../builders/doors.ts'
import { touched } from '../../builders/orders.ts'
import { creator, person } from '../../builders/people.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let doors: Doors
let maker: Awaited<ReturnType<typeof creator>>
let programmeId: string
let goods: BuiltProduct

beforeAll(async () => {
  world = await openWorld()
  doors = await openDoors(world)
  maker = await creator(world)
  programmeId = await programme(world)
  goods = await product(world, { slug: '户外-帐篷' })
})
afterAll(async () => {
  await doors.close()
  await world.close()
})

let link: { id: string; code: string }
beforeEach(async () => {
  link = await productLink(world, { creatorId: maker.creatorId, productId: goods.productId, programmeId })
})

const touchesOf = async (linkId: string) => {
  await world.ctx.touches.drain()
  return (await world.payload.find({ collection: 'touches', where: { link: { equals: linkId } }, sort: 'at', pagination: false })).docs
}
const setCookie = (answer: Response) => answer.headers.getSetCookie().join('\n')
const page = (code: string, language = 'zh') => `/${language}/product/${encodeURIComponent('户外-帐篷')}?via=${code}`

describe('a click on a short code', () => {
  it('ATT-01 is on disk with all its fields before the visitor is sent to the product', async () => {
    // `late` only where this disk stalls for a quarter of a second: written all the same.
    const written = () => world.ctx.touches.journal.stats.durable + world.ctx.touches.journal.stats.late
    const before = written()
    const answer = await doors.ask(`/go/${link.code}?from=feed`, { headers: { referer: 'https://www.xiaohongshu.com/explore/1?secret=2' } })
    expect(written()).toBe(before + 1)
    expect([answer.status, answer.headers.get('location'), answer.headers.get('cache-control')]).toEqual([302, page(link.code), 'no-store'])
    const [touch] = await touchesOf(link.id)
    expect(touch).toMatchObject({
      kind: 'click',
      at: world.clock.now().toISOString(),
      creator: maker.creatorId,
      product: goods.productId,
      programme: programmeId,
      channel: 'feed',
      referrerHost: 'www.xiaohongshu.com',
      consent: 'unknown',
      device: 'desktop',
      account: null,
      repeatOf: null,
    })
    expect(touch!.userAgentHash).toMatch(/^[0-9a-f]{32}$/)
    expect(setCookie(answer)).toContain(`${cookieNames.visitor}=${touch!.visitor};`)
  })

  it('ATT-37 says of a click from a paid advertisement that it is one, wherever the link stood', async () => {
    await doors.ask(`/go/${link.code}?from=feed&gclid=abc`)
    expect((await touchesOf(link.id)).map(({ channel }) => channel)).toEqual(['ad'])
  })

  it('ATT-02 sets a first-party cookie for the session only, and for 90 days with consent', async () => {
    const session = setCookie(await doors.ask(`/go/${link.code}`))
    expect(session).toMatch(/HttpOnly; SameSite=Lax$/)
    expect(session).not.toContain('Max-Age')
    const granted = await doors.ask(`/go/${link.code}`, { cookies: { [cookieNames.consent]: 'granted' } })
    expect(setCookie(granted)).toContain('Max-Age=7776000')
    expect((await touchesOf(link.id)).map(({ consent }) => consent)).toEqual(['unknown', 'granted'])
    const { setCookies } = await recordTagOpen(world.ctx, visitOf(undefined, { secure: true }), { code: link.code })
    expect(setCookies.join()).toMatch(/; Secure$/)
  })

  it('ATT-02 keeps the account of a visitor who is logged in', async () => {
    const fan = await person(world)
    await touched(world, { code: link.code, visit: visitOf(fan) })
    expect((await touchesOf(link.id))[0]).toMatchObject({ account: fan.userId })
  })

  it('ATT-03 counts the same visitor on the same link once in 30 seconds, also when two taps overlap', async () => {
    const cookies = { [cookieNames.visitor]: newId() }
    const answers = await Promise.all([1, 2, 3].map(() => doors.ask(`/go/${link.code}`, { cookies })))
    expect(answers.map(({ status }) => status)).toEqual([302, 302, 302])
    expect(await touchesOf(link.id)).toHaveLength(1)
    world.clock.advance(30_000)
    await doors.ask(`/go/${link.code}`, { cookies })
    expect(await touchesOf(link.id), 'the 30th second still repeats').toHaveLength(1)
    world.clock.advance(1)
    await doors.ask(`/go/${link.code}`, { cookies })
    expect(await touchesOf(link.id)).toHaveLength(2)
  })

  it('ATT-03 makes no touch and no cookie of HEAD, of prefetches and of robots, and sends them on all the same', async () => {
    const robots: Parameters<Doors['ask']>[1][] = [
      { method: 'HEAD' },
      { headers: { purpose: 'prefetch' } },
      { headers: { 'sec-purpose': 'prefetch;prerender' } },
      { headers: { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' } },
    ]
    for (const robot of robots) {
      const answer = await doors.ask(`/go/${link.code}`, robot)
      expect([answer.status, answer.headers.get('location'), setCookie(answer)], JSON.stringify(robot)).toEqual([302, page(link.code), ''])
    }
    expect(await touchesOf(link.id)).toHaveLength(0)
  })

  it('ATT-04 leaves no door through which a touch could be changed', async () => {
    await touched(world, { code: link.code })
    const [touch] = await touchesOf(link.id)
    for (const method of ['PATCH', 'DELETE']) {
      const answer = await doors.ask(`/api/touches/${touch!.id}`, { method, body: { creator: newId() } })
      expect(answer.status, method).toBe(403)
    }
    if (world.ctx.env.database === 'sqlite') {
      await expect(world.payload.update({ collection: 'touches', id: touch!.id, data: { creator: newId() } })).rejects.toThrow()
    }
    expect((await touchesOf(link.id))[0]).toEqual(touch)
  })

  it('speaks the saved language', async () => {
    const answer = await doors.ask(`/go/${link.code}`, { cookies: { [cookieNames.language]: 'en' } })
    expect(answer.headers.get('location')).toBe(page(link.code, 'en'))
  })

  it('stays in the language of the page it was followed from, and minds no other site', async () => {
    const from = async (referer: string) => (await doors.ask(`/go/${link.code}`, { headers: { referer } })).headers.get('location')
    expect(await from(`${doors.url}/en/p/1?x=2`)).toBe(page(link.code, 'en'))
    expect(await from(`${doors.url}/zh`)).toBe(page(link.code))
    expect(await from('https://elsewhere.example/en/p/1')).toBe(page(link.code))
  })
})

describe('a code that counts for nothing', () => {
  it.each(['unknown', 'x'.repeat(200), '%zz', '%2F%2Fevil.example', '', "'--", '..%2f..%2fetc'])(
    'ATT-06 leads home without an error: %s',
    async (code) => {
      const answer = await doors.ask(`/go/${code}`)
      expect([answer.status, answer.headers.get('location'), setCookie(answer)]).toEqual([302, '/zh', ''])
    },
  )

  it('ATT-06 leads to the page, without touch or cookie, when the link is switched off or its creator is suspended', async () => {
    const other = await creator(world)
    const hers = await productLink(world, { creatorId: other.creatorId, productId: goods.productId, programmeId })
    await world.payload.update({ collection: 'creators', id: other.creatorId, data: { status: 'suspended' } })
    await world.payload.update({ collection: 'product-links', id: link.id, data: { status: 'off' } })
    for (const one of [hers, link]) {
      const answer = await doors.ask(`/go/${one.code}`)
      expect([answer.status, answer.headers.get('location'), setCookie(answer)]).toEqual([302, page(one.code), ''])
      expect(await touchesOf(one.id)).toHaveLength(0)
    }
  })

  it('a suspension takes effect within a second, also for a code that everybody clicks', async () => {
    const other = await creator(world)
    const hers = await productLink(world, { creatorId: other.creatorId, productId: goods.productId, programmeId })
    await touched(world, { code: hers.code })
    await world.payload.update({ collection: 'creators', id: other.creatorId, data: { status: 'suspended' } })
    await sleep(1000)
    await touched(world, { code: hers.code })
    expect(await touchesOf(hers.id)).toHaveLength(1)
  })

  it('a link of a piece that is taken down makes no touch', async () => {
    const piece = newId()
    const row = {
      id: piece,
      kind: 'posts',
      author: maker.creatorId,
      state: 'published',
      restriction: 'none',
      isPublic: true,
      lockVersion: 0,
    } as const
    await world.payload.create({ collection: 'piece-states', data: row })
    const shown = await productLink(world, {
      creatorId: maker.creatorId,
      productId: goods.productId,
      programmeId,
      piece,
      pieceKind: 'posts',
    })
    await touched(world, { code: shown.code })
    expect(await touchesOf(shown.id)).toMatchObject([{ piece }])
    await world.payload.update({ collection: 'piece-states', id: piece, data: { restriction: 'removed' } })
    await sleep(1000)
    await touched(world, { code: shown.code })
    expect(await touchesOf(shown.id)).toHaveLength(1)
  })

  it('goods that are no longer sold lead home', async () => {
    const old = await product(world, { status: 'archived' })
    const gone = await productLink(world, { creatorId: maker.creatorId, productId: old.productId, programmeId })
    const answer = await doors.ask(`/go/${gone.code}`)
    expect([answer.headers.get('location'), setCookie(answer)]).toEqual(['/zh', ''])
  })

  it('sends to a shop elsewhere by http only, never into a script', async () => {
    const outside = async (url: string) => {
      const made = await world.payload.create({
        collection: 'product-links',
        data: { id: newId(), code: `o${newId().slice(-10)}`, creator: maker.creatorId, url, status: 'active' },
      })
      return (await doors.ask(`/go/${made.code}`)).headers.get('location')
    }
    // With the touch's id, which the other shop sends back with a sale (docs/conversions.md).
    expect(await outside('https://shop.example/tent?ref=1')).toMatch(/^https:\/\/shop\.example\/tent\?ref=1&zc_click=[0-9a-f-]{36}$/)
    expect(await outside('javascript:alert(1)')).toBe('/zh')
  })
})

it('a journal that cannot write: the redirect works, without cookie and touch, and the loss is counted', async () => {
  const { journal } = world.ctx.touches
  const lost = vi.spyOn(journal, 'append').mockResolvedValue('lost')
  const cookies = { [cookieNames.visitor]: newId() }
  const answer = await doors.ask(`/go/${link.code}`, { cookies })
  expect([answer.status, answer.headers.get('location'), setCookie(answer)]).toEqual([302, page(link.code), ''])
  lost.mockRestore()
  await doors.ask(`/go/${link.code}`, { cookies })
  expect(await touchesOf(link.id), 'the next try counts').toHaveLength(1)
})

describe('POST /v1/touches', () => {
  it('records a product opened inside a piece by the same rules', async () => {
    const answer = await doors.ask('/v1/touches', { method: 'POST', body: { code: link.code } })
    expect([answer.status, setCookie(answer).includes(cookieNames.visitor)]).toEqual([204, true])
    expect(await touchesOf(link.id)).toMatchObject([{ kind: 'tag-open', creator: maker.creatorId }])
    const unknown = await doors.ask('/v1/touches', { method: 'POST', body: { code: 'nobody-knows' } })
    expect([unknown.status, setCookie(unknown)]).toEqual([204, ''])
  })

  it('refuses a creator, a time or a visitor sent along', async () => {
    for (const more of [{ creator: newId() }, { at: 1 }, { visitor: newId() }]) {
      const answer = await doors.ask('/v1/touches', { method: 'POST', body: { code: link.code, ...more } })
      expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ code: 'invalid' }] }])
    }
    expect(await touchesOf(link.id)).toHaveLength(0)
  })
})

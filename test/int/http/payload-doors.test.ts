import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/lib/ids.ts'
import { type Ground, makeGround, writtenByFlows } from './ground.ts'
import { everything, expectRefused, type House, openHouse, type Who } from './house.ts'

let house: House
let ground: Ground
beforeAll(async () => {
  house = await openHouse()
  ground = await makeGround(house)
})
afterAll(() => house.close())

async function changesNothing(work: () => Promise<void>): Promise<void> {
  const before = await everything(house.world)
  const faults = house.faults().length
  await work()
  expect(house.faults().slice(faults)).toEqual([])
  expect(await everything(house.world)).toEqual(before)
}

const slugs = () => Object.keys(house.world.payload.collections)
const someone: readonly Who[] = ['nobody', 'admin']

describe('a body to Payload’s own REST', () => {
  it.each(someone)('that is no JSON object is refused by every collection: %s', async (as) => {
    await changesNothing(async () => {
      const bodies: [string, string][] = [
        ['{', 'application/json'],
        ['null', 'application/json'],
        ['[]', 'application/json'],
        ['5', 'application/json'],
        [`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 'application/json'],
        ['{"__proto__":{"roles":["admin"]}}', 'application/json'],
        ['{"title":"a\\u0000b"}', 'application/json'],
        ['{"title":"\\ud800"}', 'application/json'],
        ['a=b', 'application/x-www-form-urlencoded'],
        ['<a/>', 'text/xml'],
        ['x', 'multipart/form-data'],
        ['--x\r\nnonsense', 'multipart/form-data; boundary=x'],
        ['--x\r\ncontent-disposition: form-data; name="_payload"\r\n\r\n{"a":\r\n--x--\r\n', 'multipart/form-data; boundary=x'],
        [
          '--x\r\ncontent-disposition: form-data; name="file"; filename="a.svg"\r\n\r\n<svg/>\r\n--x--\r\n',
          'multipart/form-data; boundary=x',
        ],
      ]
      for (const slug of slugs()) {
        for (const [body, type] of slug === 'users' || slug === 'products' ? bodies : bodies.slice(0, 6)) {
          for (const [method, path] of [
            ['POST', `/api/${slug}`],
            ['PATCH', `/api/${slug}/${newId()}`],
          ] as const) {
            const told = await house.ask(method, path, { as, body, headers: { 'content-type': type } })
            expectRefused(told, `${as} ${method} ${path} ${body.slice(0, 40)}`)
          }
        }
      }
    })
  })

  it('of the wrong type or out of range is refused, and names its field', async () => {
    const product = { title: 'x', slug: 'a-new-one', status: 'active', merchant: 'house' }
    const variant = { product: ground.productId, sku: 'NEW-1', price: 1, currency: 'CNY', status: 'active' }
    const user = { email: 'made@example.test', password: 'a long sentence 9', name: 'x', locale: 'zh' }
    await changesNothing(async () => {
      const tries: [string, object, string][] = [
        ['products', { ...product, title: 5 }, 'title'],
        ['products', { ...product, title: { zh: 'x' } }, 'title'],
        ['products', { ...product, slug: 'a b/c' }, 'slug'],
        ['products', { ...product, status: 'nonsense' }, 'status'],
        ['products', { ...product, optionNames: 'x' }, 'optionNames'],
        ['variants', { ...variant, price: -1 }, 'price'],
        ['variants', { ...variant, price: null }, 'price'],
        ['variants', { ...variant, price: 1.5 }, 'price'],
        ['variants', { ...variant, price: 1e300 }, 'price'],
        ['variants', { ...variant, price: '1' }, 'price'],
        ['variants', { ...variant, price: [1] }, 'price'],
        ['variants', { ...variant, cost: -1 }, 'cost'],
        ['variants', { ...variant, currency: 'XX' }, 'currency'],
        ['variants', { ...variant, product: 'nothing' }, 'product'],
        ['variants', { ...variant, options: [5] }, 'options.0'],
        ['variants', { ...variant, options: [{ name: 5, value: 'x' }] }, 'options.0.name'],
        ['users', { ...user, email: { a: 1 } }, 'email'],
        ['users', { ...user, email: 'no address' }, 'email'],
        ['users', { ...user, password: ['x'] }, 'password'],
        ['users', { ...user, roles: ['king'] }, 'roles'],
        ['programmes', { name: 'x', rateBps: 90_000, windowDays: 30, model: 'last_touch', holdDays: '15', status: 'active' }, 'rateBps'],
        ['programmes', { name: 'x', rateBps: null, windowDays: 30, model: 'last_touch', holdDays: '15', status: 'active' }, 'rateBps'],
      ]
      for (const [slug, body, field] of tries) {
        const told = await house.ask('POST', `/api/${slug}`, { as: 'admin', body })
        expectRefused(told, JSON.stringify(body))
        const { errors } = told.body as { errors: { code: string; field?: string; data?: { errors?: { path: string }[] } }[] }
        const named = [errors[0]?.field, ...(errors[0]?.data?.errors ?? []).map(({ path }) => path)]
        expect([errors[0]?.code, named.includes(field)], `${field} in ${told.text}`).toEqual(['invalid', true])
      }
    })
  })

  it('JSON that says 1e999 is refused as no number', async () => {
    await changesNothing(async () => {
      const body = `{"product":"${ground.productId}","sku":"N","price":1e999,"currency":"CNY","status":"active"}`
      expectRefused(await house.ask('POST', '/api/variants', { as: 'admin', body }), body)
    })
  })

  it('over a megabyte is 413, compressed 415', async () => {
    await changesNothing(async () => {
      expect((await house.ask('POST', '/api/products', { as: 'admin', body: `{"a":"${'x'.repeat(1_000_001)}"}` })).status).toBe(413)
      expect((await house.ask('POST', '/api/products', { as: 'admin', body: 'x', headers: { 'content-encoding': 'gzip' } })).status).toBe(
        415,
      )
    })
  })

  it('cannot come as another method than it says', async () => {
    await changesNothing(async () => {
      for (const name of ['x-http-method-override', 'x-payload-http-method-override'])
        for (const value of ['DELETE', 'PATCH', 'GET', 'get'])
          expectRefused(
            await house.ask('POST', `/api/products`, { as: 'admin', body: '{', headers: { [name]: value } }),
            `${name} ${value}`,
          )
      const form = { 'x-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' }
      expect((await house.ask('POST', '/api/products', { as: 'admin', body: 'limit=1', headers: form })).body).toMatchObject({ limit: 1 })
      expectRefused(await house.ask('POST', '/api/products', { as: 'admin', body: 'where[nothing][near]=1', headers: form }), 'override')
    })
  })
})

describe('a query to Payload’s own REST', () => {
  const queries = [
    'where=5',
    'where[title]=5',
    'where[and]=5',
    'where[or][0]=5',
    'where[or][0][title]=x',
    'where[nothing][equals]=1',
    'where[title][nonsense]=1',
    'where[title][near]=1,2,3',
    'where[title][within]=x',
    'where[title][intersects]=x',
    'where[title][all]=x',
    'where[__proto__][equals]=1',
    'where[constructor][prototype]=1',
    'where[createdAt][greater_than]=notadate',
    'where[createdAt][equals]=999999999999999999',
    'where[status][in][0][a]=x',
    'where[title][equals]=%00',
    `where${'[and][0]'.repeat(30)}[title][equals]=x`,
    'where[category.nothing.deep][equals]=x',
    'page=1e30',
    'page=99999999999999999999',
    'page=-1',
    'page=abc',
    'limit=-1',
    'limit=abc',
    'limit=1e9',
    'depth=-1',
    'depth=abc',
    '__proto__[x]=1',
  ]

  it.each(someone)('that cannot be read is refused: %s', async (as) => {
    await changesNothing(async () => {
      for (const query of queries) {
        for (const path of ['/api/products', '/api/products/count']) {
          if (path.endsWith('count') && /^(page|limit|depth)/.test(query)) continue
          const told = await house.ask('GET', `${path}?${query}`, { as })
          if (query.startsWith('__proto__')) expect(told.status).toBeLessThan(500)
          else expectRefused(told, `${as} ${path}?${query}`)
        }
      }
    })
  })

  it('that is odd and harmless never fails, whichever collection it asks', async () => {
    await changesNothing(async () => {
      for (const slug of slugs()) {
        for (const query of [
          'sort=nothing',
          'sort=-',
          'sort[a]=b',
          'locale=xx',
          'locale[a]=b',
          'fallback-locale=xx',
          'select=5',
          'select[title][a][b]=true',
          'populate=5',
          'joins=5',
          'draft=maybe',
          'trash=maybe',
          '%zz',
          'where[id][in]=',
          'where[id][equals]=x',
          'where[id][like]=%25',
          'where[id][exists]=maybe',
          `where[id][in]=${'a,'.repeat(2000)}`,
          'where[createdAt][exists]=true',
          'where[updatedAt][less_than]=2026',
        ]) {
          const told = await house.ask('GET', `/api/${slug}?${query}`, { as: 'admin' })
          expect(told.status, `${slug}?${query} ${told.text.slice(0, 200)}`).toBeLessThan(500)
        }
      }
    })
  })
})

describe('a path of Payload’s own REST', () => {
  it.each(someone)('that leads nowhere is refused and no fault: %s', async (as) => {
    await changesNothing(async () => {
      for (const path of [
        '',
        '/',
        '/nothing',
        '/__proto__',
        '/constructor',
        '/toString/x',
        '/hasOwnProperty',
        '/globals',
        '/globals/nothing',
        '/globals/__proto__',
        '/products/nope',
        '/products/__proto__',
        '/products/..%2fusers',
        '//products',
        '/products//x',
        '/products/versions/1',
        '/posts/versions/nope',
        '/payload-jobs/x',
        '/payload-jobs/run',
        '/payload-kv/x',
        '/payload-migrations/x',
        '/payload-locked-documents/x',
        '/payload-locked-documents/99999999999999999999',
        '/reorder',
        '/media/file/x',
        '/media/paste-url/x',
        '/graphql',
        '/graphql-playground',
        `/products/${'x'.repeat(4000)}`,
      ])
        for (const method of ['GET', 'DELETE', 'PATCH'])
          expectRefused(
            await house.ask(method, `/api${path}`, { as, ...(method === 'PATCH' ? { body: {} } : {}) }),
            `${as} ${method} ${path.slice(0, 60)}`,
          )
    })
  })

  it.each(['nobody', 'fan', 'creator', 'editor', 'finance', 'admin'] as const)(
    'takes no row of what only flows write, nor a change or the end of it, in bulk or by id: %s',
    async (as) => {
      const said = {
        state: 'paid',
        status: 'active',
        amount: 1,
        total: 1,
        price: 1,
        user: house.people.fan.userId,
        owner: house.people.fan.userId,
        available: 999,
        roles: ['admin'],
        restriction: 'none',
        isPublic: true,
      }
      await changesNothing(async () => {
        for (const slug of writtenByFlows) {
          const { docs } = await house.world.payload.db.find({ collection: slug as 'orders', limit: 1, req: undefined as never })
          const id = String((docs[0] as { id?: unknown } | undefined)?.id ?? newId())
          expectRefused(await house.ask('POST', `/api/${slug}`, { as, body: said }), `${as} POST ${slug}`)
          expectRefused(await house.ask('PATCH', `/api/${slug}/${id}`, { as, body: said }), `${as} PATCH ${slug}`)
          expectRefused(await house.ask('DELETE', `/api/${slug}/${id}`, { as }), `${as} DELETE ${slug}`)
          expectRefused(await house.ask('PATCH', `/api/${slug}`, { as, body: said }), `${as} PATCH all ${slug}`)
          expectRefused(await house.ask('DELETE', `/api/${slug}`, { as }), `${as} DELETE all ${slug}`)
        }
      })
    },
  )
})

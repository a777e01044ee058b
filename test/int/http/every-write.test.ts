import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../src/lib/ids.ts'
import type { RouteSpec } from '../../../src/server/v1/route.ts'
import { allRoutes } from '../../../src/server/v1/routes.ts'
import { bodiesOf, callerOf, type Ground, makeGround, pathOf } from './ground.ts'
import { type Asked, everything, expectRefused, type House, openHouse, type Told } from './house.ts'

let house: House
let ground: Ground
let before: Record<string, string>
beforeAll(async () => {
  house = await openHouse()
  ground = await makeGround(house)
  before = await everything(house.world)
})
afterAll(() => house.close())

/** Every endpoint of `/v1` that writes JSON, found by walking the list that the server mounts. */
const writes = allRoutes()
  .map(({ spec }) => spec)
  .filter(({ method, raw }) => method !== 'get' && !raw)
  .map((spec) => ({ name: `${spec.method} ${spec.path}`, spec }))
const withBody = writes.filter(({ spec }) => spec.body)
const bodyOf = (name: string): object => bodiesOf(ground)[name] ?? {}

const call = (spec: RouteSpec, asked: Asked, path = pathOf(spec, ground)): Promise<Told> =>
  house.ask(spec.method.toUpperCase(), path, {
    as: callerOf(spec),
    ...asked,
    headers: { ...(spec.idempotencyKey ? { 'idempotency-key': newId() } : {}), ...asked.headers },
  })

/** Runs it, and looks at every row of every collection and at the log. */
async function changesNothing(work: () => Promise<void>): Promise<void> {
  const faults = house.faults().length
  await work()
  expect(house.faults().slice(faults)).toEqual([])
  expect(await everything(house.world)).toEqual(before)
}

beforeEach(() => expect(Object.keys(before).length).toBeGreaterThan(30))

it('the walk has a valid body for every write that takes one', () => {
  for (const { name, spec } of withBody) {
    const read = spec.body?.safeParse(bodyOf(name))
    expect(read?.error?.issues ?? [], name).toEqual([])
  }
  expect(Object.keys(bodiesOf(ground)).filter((name) => !withBody.some((one) => one.name === name))).toEqual([])
  expect(writes.length).toBeGreaterThan(35)
})

/** What only the server decides, and what would reach into prototypes. */
const forbidden: Record<string, unknown> = {
  price: 1,
  unitPrice: 1,
  total: 1,
  amount: 1,
  discountTotal: 1,
  commission: 999,
  rateBps: 8001,
  stock: 9,
  available: 9,
  owner: 'me',
  user: 'me',
  author: 'me',
  creator: 'me',
  creatorId: 'me',
  state: 'published',
  status: 'active',
  _status: 'published',
  restriction: 'none',
  isPublic: true,
  roles: ['admin'],
  demo: true,
  placedAt: '2020-01-01',
  constructor: { prototype: { admin: true } },
  prototype: {},
}

/** Every object inside a body, with how to put something into a copy of it. */
function objectsIn(body: object): ((key: string, value: unknown) => string)[] {
  const paths: (string | number)[][] = []
  const walk = (value: unknown, path: (string | number)[]) => {
    if (value === null || typeof value !== 'object') return
    if (!Array.isArray(value)) paths.push(path)
    for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key])
  }
  walk(body, [])
  return paths.map((path) => (key, value) => {
    const copy = structuredClone(body)
    let at = copy as Record<string | number, unknown>
    for (const step of path) at = at[step] as Record<string, unknown>
    // An own property, also for `__proto__`, as JSON.parse makes it.
    Object.defineProperty(at, key, { value, enumerable: true, configurable: true, writable: true })
    return JSON.stringify(copy)
  })
}

describe.each(writes)('$name', ({ name, spec }) => {
  it('refuses by name each price, owner, state and role that a client adds, at every depth', async () => {
    await changesNothing(async () => {
      for (const put of objectsIn(bodyOf(name))) {
        for (const [key, value] of [...Object.entries(forbidden), ['__proto__', { roles: ['admin'] }] as const]) {
          const told = await call(spec, { body: put(key, value) })
          expect([told.status, told.text.includes(key) || told.text.includes('evidence')], `${put(key, value)} ${told.text}`).toEqual([
            422,
            true,
          ])
        }
      }
    })
  })

  it('refuses what is no JSON object of its own', async () => {
    await changesNothing(async () => {
      const bodies: [string, number[]][] = [
        ['{', [400]],
        ['{"a":1}}', [400]],
        ['{"a":NaN}', [400]],
        ["{'a':1}", [400]],
        ['null', [400, 422]],
        ['5', [400]],
        ['"text"', [400]],
        ['[]', [422]],
        ['[{"roles":["admin"]}]', [422]],
        [`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`, [422]],
        [`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, [422]],
        [`{"${'k'.repeat(100_000)}":1}`, [422]],
        [`{"a":"${'x'.repeat(300_000)}"}`, [413]],
      ]
      for (const [body, statuses] of bodies) {
        const told = await call(spec, { body })
        expect(statuses, `${body.slice(0, 60)} ${told.status} ${told.text.slice(0, 200)}`).toContain(told.status)
        expectRefused(told, body.slice(0, 60))
      }
    })
  })

  it('refuses other types of content and encodings', async () => {
    await changesNothing(async () => {
      const body = JSON.stringify(bodyOf(name))
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/html', 'nonsense'])
        expect((await call(spec, { body, headers: { 'content-type': type } })).status, type).toBe(415)
      for (const encoding of ['gzip', 'br', 'nonsense'])
        expectRefused(await call(spec, { body, headers: { 'content-encoding': encoding } }), encoding)
      expectRefused(await call(spec, { body, headers: { 'content-type': 'application/json; charset=nonsense' } }), 'charset')
    })
  })
})

/** Every leaf of a body with how to put something else there. */
function leavesIn(body: object): { path: string; value: unknown; spoil(value: unknown): object }[] {
  const found: { path: string; value: unknown; spoil(value: unknown): object }[] = []
  const walk = (value: unknown, path: string[]) => {
    if (value !== null && typeof value === 'object' && Object.keys(value).length > 0)
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key])
    if (path.length === 0) return
    const spoil = (bad: unknown): object => {
      const copy = structuredClone(body)
      let at = copy as Record<string, unknown>
      for (const step of path.slice(0, -1)) at = at[step] as Record<string, unknown>
      at[path.at(-1)!] = bad
      return copy
    }
    found.push({ path: path.join('.'), value, spoil })
  }
  walk(body, [])
  return found
}

const others = (value: unknown): unknown[] => {
  const all = [5, 'x\u0000y', true, { a: 1 }, [{ a: [] }], 1e300, -1e300, '\ud800']
  const same = (one: unknown) => typeof one === typeof value && Array.isArray(one) === Array.isArray(value)
  return all.filter(
    (one) => !same(one) || (typeof one === 'string' && /\0|\ud800/.test(one)) || (typeof one === 'number' && Math.abs(one) > 1e200),
  )
}

describe.each(withBody)('$name', ({ name, spec }) => {
  it('refuses a wrong type, a NUL, half a character and a huge number in every field, and names the field', async () => {
    await changesNothing(async () => {
      for (const { path, value, spoil } of leavesIn(bodyOf(name))) {
        for (const bad of others(value)) {
          const told = await call(spec, { body: spoil(bad) })
          const [first] = (told.body as { errors: { code: string; field?: string }[] }).errors
          // A number can be right for the schema and too large for the domain, which looks at the version first.
          if (typeof bad === 'number' && first?.code === 'stale') continue
          expect([told.status, path], `${path} = ${JSON.stringify(bad)}: ${told.text}`).toEqual([422, path])
          const field = first?.field ?? '-'
          expect(path.startsWith(field) || field.startsWith(path) || path.endsWith(field), `${path} is called ${field}`).toBe(true)
        }
      }
    })
  })
})

describe.each(writes.filter(({ spec }) => spec.path.includes(':')))('$name', ({ name, spec }) => {
  it('answers 404 about what does not exist, and 4xx about what is no id', async () => {
    await changesNothing(async () => {
      const unknown = await call(spec, { body: bodyOf(name) }, pathOf(spec, ground, newId()))
      expect([unknown.status, name], unknown.text).toEqual([404, name])
      for (const id of [
        '0',
        '-1',
        'null',
        '__proto__',
        '%00',
        '%zz',
        '%ff',
        '..%2f..%2fetc%2fpasswd',
        "'--",
        '%F0%9F%8C%B1',
        'x'.repeat(3000),
      ])
        expectRefused(await call(spec, { body: bodyOf(name) }, pathOf(spec, ground, id)), `${name} ${id.slice(0, 40)}`)
    })
  })
})

describe('who may not', () => {
  it.each(writes.filter(({ spec }) => spec.who !== 'anyone'))(
    '$name is 401 for guests, 403 for other roles, whatever they send',
    async ({ name, spec }) => {
      await changesNothing(async () => {
        for (const body of [bodyOf(name), { roles: ['admin'] }]) {
          expect((await call(spec, { body, as: 'nobody' })).status).toBe(401)
          for (const role of ['fan', 'creator', 'editor', 'finance'] as const) {
            if (spec.who === 'account' || spec.who.includes(role)) continue
            expect((await call(spec, { body, as: role })).status, role).toBe(403)
          }
        }
      })
    },
  )
})

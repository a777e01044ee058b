import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newBody } from './bodies.ts'
import { type Door, idsIn, openDoor, refused, stored } from './door.ts'
import { guarded, hiddenFromAll, type RoleName, readableBy, roleNames } from './expected.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
}, 180_000)
afterAll(() => door?.world.close())

const entries = <T>(table: Record<string, Record<string, T>>) =>
  Object.entries(table).flatMap(([slug, fields]) => Object.entries(fields).map(([field, value]) => ({ slug, field, value })))

/** Values that stand for people whom the table cannot know. */
function realValue(value: unknown): unknown {
  const { people } = door
  if (value === 'OTHER_CREATOR') return people.other.creatorId
  if (value === 'FAN') return people.fan.userId
  return value === 'OWNER' ? people.owner.userId : value
}

const hidden = Object.entries(hiddenFromAll).flatMap(([slug, fields]) => fields.map((field) => ({ slug, field, may: [] as RoleName[] })))
const narrow = entries(readableBy).map(({ slug, field, value }) => ({ slug, field, may: value }))

describe.each([...hidden, ...narrow])('to read $slug $field', ({ slug, field, may }) => {
  it.each(roleNames)('is neither shown to nor searched nor sorted by who may not read it: %s', async (role) => {
    if (may.includes(role)) return expect(may).toContain(role)
    const everything = idsIn(await door.ask(role, 'GET', `/${slug}?limit=0&sort=id`))
    for (const condition of ['[exists]=true', '[exists]=false', '[like]=a', '[not_equals]=zzz', '[greater_than]=0']) {
      const answer = await door.ask(role, 'GET', `/${slug}?limit=0&sort=id&where[${field}]${condition}`)
      expect(refused(answer) || same(idsIn(answer), everything), `${role} narrows ${slug} by ${field}${condition}: ${answer.status}`).toBe(
        true,
      )
      const count = await door.ask(role, 'GET', `/${slug}/count?where[or][0][${field}]${condition}&where[or][1][id][equals]=none`)
      const counted = (count.body as { totalDocs?: number } | null)?.totalDocs
      expect(refused(count) || counted === everything.length, `${role} counts ${slug} by ${field}${condition}: ${count.status}`).toBe(true)
    }
    const up = await door.ask(role, 'GET', `/${slug}?limit=0&sort=${field}`)
    const down = await door.ask(role, 'GET', `/${slug}?limit=0&sort=-${field}`)
    expect(refused(up) || everything.length < 2 || same(idsIn(up), idsIn(down)), `${role} sorts ${slug} by ${field}`).toBe(true)
    const shown = await door.ask(role, 'GET', `/${slug}?limit=0&depth=2&select[${field.replace('.', '][')}]=true`)
    const [top = '', inner] = field.split('.')
    for (const doc of (shown.body as { docs?: Record<string, unknown>[] } | null)?.docs ?? []) {
      const rows = inner ? ((doc[top] as Record<string, unknown>[] | undefined) ?? []) : [doc]
      for (const one of rows) expect(JSON.stringify(one[inner ?? top] ?? {}), `${role} sees ${slug}.${field}`).toBe('{}')
    }
  })
})

const ways = ['PATCH by id', 'PATCH as a draft', 'PATCH in bulk'] as const

describe.each(entries(guarded))('to set $slug $field', ({ slug, field, value: { value, may, mayAtCreation = may } }) => {
  it.each(roleNames)('is set only by who may, whichever way: %s', async (role) => {
    const wanted = realValue(value)
    for (const id of Object.values(door.rows[slug] ?? {})) {
      for (const way of ways) {
        const row = await stored(door.payload, slug, id)
        const before = await fieldOf(slug, id, field)
        const query =
          way === 'PATCH in bulk' ? `?where[id][equals]=${id}` : way === 'PATCH as a draft' ? `/${id}?draft=true&autosave=true` : `/${id}`
        const answer = await door.ask(role, 'PATCH', `/${slug}${query}`, { [field]: wanted })
        expect(answer.status, `${role} ${way} ${slug}.${field}: ${answer.text.slice(0, 200)}`).toBeLessThan(500)
        if (!may.includes(role)) expect(await fieldOf(slug, id, field), `${role} set ${slug}.${field} by ${way}`).toEqual(before)
        else await putBack(slug, id, row)
      }
    }
  })

  it.each(roleNames)('is not set at creation by who may not: %s', async (role) => {
    const wanted = realValue(value)
    const made = await door.ask(role, 'POST', `/${slug}`, { ...newBody(slug, door.ground), [field]: wanted })
    expect(made.status, `${role} creates ${slug} with ${field}: ${made.text.slice(0, 200)}`).toBeLessThan(500)
    const id = (made.body as { doc?: { id?: string } } | null)?.doc?.id
    if (made.status !== 201 || !id || mayAtCreation.includes(role)) return
    expect(JSON.stringify(await fieldOf(slug, id, field)), `${role} created ${slug} with ${field}`).not.toBe(JSON.stringify(wanted))
  })
})

describe('an account at the REST door', () => {
  it('cannot be deleted, suspended or renamed by its neighbours, nor read in their relations', async () => {
    for (const role of ['fan', 'owner', 'other', 'editor', 'finance'] as const) {
      const seen = await door.ask(role, 'GET', `/creators/${door.people.other.creatorId}?depth=2`)
      expect(seen.text.includes(door.people.other.email), `${role} reads the address of a creator`).toBe(false)
    }
  })

  it('keeps every role at least what the table of roles allows an admin to give', async () => {
    const answer = await door.ask('admin', 'PATCH', `/users/${door.people.fan.userId}`, { roles: ['fan', 'editor'] })
    expect(answer.status).toBe(200)
    expect(await fieldOf('users', door.people.fan.userId, 'roles')).toEqual(['fan', 'editor'])
    await door.ask('admin', 'PATCH', `/users/${door.people.fan.userId}`, { roles: ['fan'] })
  })

  it('leaves a row in the price log for every change of a price, with who did it', async () => {
    const { variant } = door.ground
    expect((await door.ask('finance', 'PATCH', `/variants/${variant}`, { price: 4321 })).status).toBe(200)
    const { docs } = await door.payload.find({
      collection: 'price-changes',
      where: { and: [{ variant: { equals: variant } }, { to: { equals: 4321 } }] },
      depth: 0,
    })
    expect(docs.map(({ actor }) => actor)).toEqual([door.people.finance.userId])
  })
})

const same = (a: string[], b: string[]): boolean => a.length === b.length && a.every((id, at) => id === b[at])

/** What somebody was allowed to change is undone, so that the next one meets the same people. */
async function putBack(slug: string, id: string, row: string): Promise<void> {
  await door.payload.db.updateOne({
    collection: slug as 'touches',
    where: { id: { equals: id } },
    data: JSON.parse(row) as Record<string, unknown>,
    req: undefined as never,
  })
}

async function fieldOf(slug: string, id: string, field: string): Promise<unknown> {
  const doc = JSON.parse(await stored(door.payload, slug, id)) as Record<string, unknown> | null
  return doc?.[field] ?? null
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/lib/ids.ts'
import { person } from '../../builders/people.ts'
import { harmlessChange, newBody } from './bodies.ts'
import { broken, type Door, idsIn, labelsOf, openDoor, refused, stored } from './door.ts'
import { expected, expectedGlobals, operations, type RoleName, roleNames } from './expected.ts'
import { secrets } from './ground.ts'
import { makers } from './rows.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
}, 180_000)
afterAll(() => door?.world.close())

/** Whose REST is not by id: preferences are reached by key (`count` would be one), the other two have no REST. */
const withoutIds = new Set(['payload-preferences', 'payload-kv', 'payload-migrations'])
const slugs = Object.keys(expected)
const cell = (slug: string, operation: (typeof operations)[number], role: RoleName): string =>
  expected[slug]?.[operation][role] ?? 'missing'
const rowsOf = (slug: string): Record<string, string> => door.rows[slug] ?? {}

describe('the table', () => {
  it('names every collection, operation, role and global that there is, and no other', () => {
    expect(Object.keys(expected).sort()).toEqual(Object.keys(door.payload.collections).sort())
    expect(Object.keys(makers).sort()).toEqual(Object.keys(expected).sort())
    for (const [slug, table] of Object.entries(expected)) {
      expect(Object.keys(table).sort(), slug).toEqual([...operations].sort())
      for (const [operation, cells] of Object.entries(table))
        expect(Object.keys(cells).sort(), `${slug} ${operation}`).toEqual([...roleNames].sort())
    }
    expect(Object.keys(expectedGlobals).sort()).toEqual(door.payload.config.globals.map(({ slug }) => slug).sort())
  })

  it('has a role in it for every role of an account', async () => {
    const { options } = door.payload.collections.users.config.fields.find((field) => 'name' in field && field.name === 'roles') as {
      options: { value: string }[]
    }
    expect(options.map(({ value }) => value)).toEqual(['fan', 'creator', 'editor', 'finance', 'admin'])
  })
})

describe.each(slugs)('%s at the REST door', (slug) => {
  it.each(roleNames)('is listed, counted and read by id as the table says: %s', async (role) => {
    for (const [query, operation] of [
      ['', 'read'],
      ['&depth=2', 'read'],
      ['&draft=true&depth=2', 'readDrafts'],
      ['&trash=true', 'read'],
      ['&locale=all&fallback-locale=none', 'read'],
    ] as const) {
      const list = await door.ask(role, 'GET', `/${slug}?limit=0${query}`)
      expect(broken(list), `${role} ${slug} ${query}: ${list.status}`).toBe(false)
      const seen = new Set(idsIn(list))
      const rows = rowsOf(slug)
      const labels = Object.keys(rows).filter((label) => seen.has(rows[label] as string))
      expect(labels.sort(), `${role} lists ${slug} ${query}`).toEqual(labelsOf(cell(slug, operation, role), rows))
      if (cell(slug, operation, role) === 'none') expect([...seen], `${role} sees none of ${slug}`).toEqual([])
      expectNoSecrets(role, slug, list.text)
    }
  })

  it.each(roleNames)('counts no more than it lists: %s', async (role) => {
    if (withoutIds.has(slug))
      return expect(labelsOf(cell(slug, 'count', role), rowsOf(slug))).toEqual(labelsOf(cell(slug, 'read', role), rowsOf(slug)))
    const list = await door.ask(role, 'GET', `/${slug}?limit=0`)
    const count = await door.ask(role, 'GET', `/${slug}/count`)
    const counted = (count.body as { totalDocs?: number } | null)?.totalDocs ?? 0
    expect(counted, `${role} counts ${slug}`).toBe(idsIn(list).length)
    if (cell(slug, 'count', role) === 'none') expect(counted).toBe(0)
  })

  it.each(roleNames)('gives one row by its id, or hides it: %s', async (role) => {
    if (withoutIds.has(slug)) return expect(withoutIds.has(slug)).toBe(true)
    const rows = rowsOf(slug)
    const reached = labelsOf(cell(slug, 'read', role), rows)
    for (const [label, id] of Object.entries(rows)) {
      for (const query of ['?depth=2', '?draft=true', '?trash=true']) {
        const answer = await door.ask(role, 'GET', `/${slug}/${id}${query}`)
        expect(answer.status === 200, `${role} reads ${slug} ${label} ${query}: ${answer.status}`).toBe(reached.includes(label))
        if (!reached.includes(label)) expect(refused(answer), `${answer.status}`).toBe(true)
        expectNoSecrets(role, slug, answer.text)
      }
    }
  })

  it.each(roleNames)('is created only by whom the table says, and duplicated by nobody else: %s', async (role) => {
    const before = await total(slug)
    const answer = await door.ask(role, 'POST', `/${slug}`, newBody(slug, door.ground))
    const may = cell(slug, 'create', role) === 'yes'
    expect(answer.status === 201, `${role} creates ${slug}: ${answer.status} ${answer.text.slice(0, 200)}`).toBe(may)
    if (!may) expect(refused(answer), `${answer.status}`).toBe(true)
    expect(await total(slug)).toBe(before + (may ? 1 : 0))
    for (const [label, id] of Object.entries(rowsOf(slug))) {
      const copy = await door.ask(role, 'POST', `/${slug}/${id}/duplicate`, {})
      const mayCopy = cell(slug, 'duplicate', role) === 'yes'
      expect(copy.status < 300, `${role} duplicates ${slug} ${label}: ${copy.status}`).toBe(mayCopy)
      expect(broken(copy), `${role} duplicates ${slug} ${label}: ${copy.status}`).toBe(false)
    }
    expect(await total(slug), 'duplicates').toBe(before + (may ? 1 : 0))
  })

  it.each(roleNames)('is changed only where the table says, one by one and in bulk: %s', async (role) => {
    const rows = rowsOf(slug)
    const reached = labelsOf(cell(slug, 'update', role), rows)
    for (const [label, id] of Object.entries(rows)) {
      const may = reached.includes(label)
      const change = harmlessChange(slug)
      const before = await stored(door.payload, slug, id)
      for (const query of ['', '?draft=true']) {
        if (withoutIds.has(slug)) continue
        const answer = await door.ask(role, 'PATCH', `/${slug}/${id}${query}`, change)
        expect(answer.status === 200, `${role} changes ${slug} ${label}: ${answer.status} ${answer.text.slice(0, 300)}`).toBe(may)
        if (!may) expect(await stored(door.payload, slug, id), `${role} changed ${slug} ${label}`).toBe(before)
      }
      const bulk = await door.ask(role, 'PATCH', `/${slug}?where[id][equals]=${id}`, harmlessChange(slug))
      expect(broken(bulk), `bulk ${role} ${slug}: ${bulk.status}`).toBe(false)
      expect((await stored(door.payload, slug, id)) !== before, `${role} changes ${slug} ${label} in bulk: ${bulk.status}`).toBe(may)
    }
  })

  it.each(roleNames)('shows versions and restores them only as the table says: %s', async (role) => {
    const { config } = door.payload.collections[slug as 'posts']
    const mayRead = cell(slug, 'readVersions', role) !== 'none'
    const list = await door.ask(role, 'GET', `/${slug}/versions?limit=0&depth=1`)
    expect(broken(list), `${role} lists versions of ${slug}: ${list.status}`).toBe(false)
    expect(idsIn(list).length > 0, `${role} lists versions of ${slug}: ${list.status}`).toBe(mayRead)
    if (!config.versions) {
      for (const method of ['GET', 'POST'])
        expect(refused(await door.ask(role, method, `/${slug}/versions/${newId()}`)), `${role} ${method}s a version that cannot be`).toBe(
          true,
        )
      return
    }
    const { docs } = await door.payload.findVersions({ collection: slug as 'posts', limit: 1, depth: 0 })
    const version = docs[0]
    if (!version) throw new Error(`no version of ${slug} to try`)
    const shown = await door.ask(role, 'GET', `/${slug}/versions/${version.id}`)
    expect(shown.status === 200, `${role} reads a version of ${slug}: ${shown.status}`).toBe(mayRead)
    const before = await stored(door.payload, slug, String(version.parent))
    const restored = await door.ask(role, 'POST', `/${slug}/versions/${version.id}`)
    expect(refused(restored), `${role} restores a version of ${slug}: ${restored.status}`).toBe(
      cell(slug, 'restoreVersion', role) === 'none',
    )
    expect(await stored(door.payload, slug, String(version.parent))).toBe(before)
  })
})

describe.each(slugs)('%s, removed at the REST door', (slug) => {
  it.each(roleNames)('only by whom the table says: %s', async (role) => {
    const make = makers[slug]
    if (!make) throw new Error(`no rows for ${slug}`)
    const rows = await strangers(slug, await make(door.ground))
    const reached = labelsOf(cell(slug, 'delete', role), rows)
    for (const [label, id] of Object.entries(rows)) {
      const may = reached.includes(label)
      const softly = withoutIds.has(slug)
        ? null
        : await door.ask(role, 'PATCH', `/${slug}/${id}`, { deletedAt: '2026-01-01T00:00:00.000Z' })
      const { trash } = door.payload.collections[slug as 'posts'].config
      if (softly && trash && !may)
        expect(JSON.parse(await stored(door.payload, slug, id)).deletedAt ?? null, `${role} removes ${slug} ${label} softly`).toBeNull()
      const bulk = await door.ask(role, 'DELETE', `/${slug}?where[id][equals]=${id}`)
      expect(broken(bulk), `${bulk.status}`).toBe(false)
      if (!may) expect(await stored(door.payload, slug, id), `${role} deleted ${slug} ${label} in bulk`).not.toBe('null')
      if (withoutIds.has(slug)) {
        if (may) expect(await stored(door.payload, slug, id)).toBe('null')
        continue
      }
      if (!may) expect(refused(await door.ask(role, 'DELETE', `/${slug}/${id}`)), `${role} deletes ${slug} ${label}`).toBe(true)
      else await door.ask(role, 'DELETE', `/${slug}/${id}?trash=true`)
      expect((await stored(door.payload, slug, id)) === 'null', `${role} deletes ${slug} ${label}`).toBe(may)
    }
  })
})

describe.each(Object.keys(expectedGlobals))('the global %s', (slug) => {
  it.each(roleNames)('is read and changed as the table says: %s', async (role) => {
    const may = (what: 'read' | 'update') => expectedGlobals[slug]?.[what][role] === 'yes'
    for (const query of ['', '?depth=2', '?draft=true']) {
      expect((await door.ask(role, 'GET', `/globals/${slug}${query}`)).status === 200, `${role} reads ${slug} ${query}`).toBe(may('read'))
    }
    const changed = await door.ask(role, 'POST', `/globals/${slug}`, { shippingFlat: 1234 })
    expect(changed.status === 200, `${role} changes ${slug}: ${changed.status}`).toBe(may('update'))
    expect(refused(await door.ask(role, 'GET', `/globals/${slug}/versions`)), 'versions').toBe(true)
  })
})

const total = async (slug: string): Promise<number> =>
  (await door.payload.count({ collection: slug as 'posts', overrideAccess: true })).totalDocs

/** The people of the test stay, since everything belongs to them: a stranger is removed in their place. */
async function strangers(slug: string, rows: Record<string, string>): Promise<Record<string, string>> {
  if (slug === 'creators') return { suspended: rows.suspended as string }
  return slug === 'users' ? { stranger: (await person(door.world)).userId } : rows
}

function expectNoSecrets(role: RoleName, slug: string, text: string): void {
  const open = slug === 'products' && ['editor', 'finance', 'admin'].includes(role)
  if (!open && !(text.includes('importKey') && ['editor', 'finance', 'admin'].includes(role)))
    expect(text.includes(secrets.all), `${role} saw a secret in ${slug}`).toBe(false)
  if (role !== 'finance' && role !== 'admin') expect(text.includes(String(secrets.cost)), `${role} saw a cost in ${slug}`).toBe(false)
  if (role === 'anonymous') expect(text.includes('@example.test'), `${role} saw an address in ${slug}`).toBe(false)
}

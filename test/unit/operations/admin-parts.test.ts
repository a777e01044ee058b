import { existsSync, readFileSync } from 'node:fs'
import type { Field } from 'payload'
import { describe, expect, it } from 'vitest'
import { notedSlugs } from '../../../collections/admin-parts.ts'
import { allCollections } from '../../../collections/index.ts'
import { shopSettings } from '../../../collections/settings.ts'
import { elsewhere, type Note } from '../../../src/admin/parts/elsewhere.ts'

const collections = allCollections({ secureCookies: false, demoAccounts: true })
const notes: Record<string, Note> = elsewhere

describe('parts of ours in the admin', () => {
  it('every collection that says it is edited elsewhere says where, in both languages', () => {
    expect(Object.keys(elsewhere).sort()).toEqual([...notedSlugs].sort())
    for (const { zh, en, href } of Object.values(notes)) {
      expect([zh.link === undefined, en.link === undefined]).toEqual([href === undefined, href === undefined])
      for (const language of ['zh', 'en'] as const) expect(href?.(language, 'x') ?? '/').toMatch(/^\//)
    }
  })

  it('every collection that is shown and that nobody may create or update has such a note', async () => {
    const args = { req: { user: { id: 'x', roles: ['fan', 'creator', 'editor', 'finance', 'admin'] } } } as never
    for (const { slug, access, admin } of collections) {
      const writes = (await access?.create?.(args)) || (await access?.update?.(args))
      if (!writes && !admin?.hidden) expect(notedSlugs, slug).toContain(slug)
    }
  })

  it('every part that a collection names is in the import map', () => {
    const map = readFileSync('src/admin/app/(payload)/admin/importMap.js', 'utf8')
    const named = new Set([...JSON.stringify(collections).matchAll(/\/admin\/parts\/(\w+)\.tsx#\1/g)].map(([path]) => path))
    expect(named.size).toBeGreaterThan(4)
    for (const path of named) {
      expect(map).toContain(path)
      expect(existsSync(`src${path.split('#')[0]}`)).toBe(true)
    }
  })

  it('every value of a closed set is said in both languages, but for numbers', () => {
    const bare = (fields: readonly Field[]): string[] =>
      fields.flatMap((field) => {
        const own = field.type === 'select' ? field.options : []
        const said = own.flatMap((one) => {
          const { value, label } = typeof one === 'string' ? { value: one, label: one } : one
          const words = typeof label === 'object' ? (label as { zh?: string; en?: string }) : {}
          return (words.zh && words.en) || /^\d+$/.test(value) ? [] : [`${'name' in field ? field.name : ''}: ${value}`]
        })
        return [
          ...said,
          ...('fields' in field ? bare(field.fields) : []),
          ...('tabs' in field ? field.tabs.flatMap((tab) => bare(tab.fields)) : []),
        ]
      })
    for (const { slug, fields } of [...collections, shopSettings]) expect(bare(fields), slug).toEqual([])
  })
})

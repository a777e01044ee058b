import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'
import { numberedId, objectId, refuseQuery } from '../../../src/server/payload-query.ts'

const fields = [{ name: 'placedAt', type: 'date' }] as FlattenedField[]
const refused = (query: string, own: FlattenedField[] = []) => refuseQuery(new URLSearchParams(query), [...own, ...fields]) !== null

describe('a query to Payload’s own REST', () => {
  it.each(['sort=-placedAt', 'sort=placedAt,-id', 'sort=', 'sort[a]=b', 'where[placedAt][less_than]=2026'])('%s passes', (query) => {
    expect(refused(query)).toBe(false)
  })

  it.each(['sort=-', 'sort=placedAt,', 'sort=,', 'sort= - ', 'where[placedAt][less_than]=x', 'where[placedAt][in]=2026,x'])(
    '%s would be a fault of a database',
    (query) => {
      expect(refused(query)).toBe(true)
    },
  )

  it.each(['limit=1&limit=2', 'page=1&page=1', 'depth=0&limit=5&depth=1'])('%s says two things at once', (query) => {
    expect(refused(query)).toBe(true)
  })

  it('asks for ids as the database makes them', () => {
    const oid = '68f0c0ffee68f0c0ffee68f0'
    expect([refused(`where[id][in]=${oid},${oid}`, [objectId]), refused(`where[id][in]=${oid},a`, [objectId])]).toEqual([false, true])
    expect([refused('where[id][exists]=true', [objectId]), refused('where[id][equals]=', [objectId])]).toEqual([false, true])
    expect([refused('where[id][in]=1,2', [numberedId]), refused('where[id][in]=1,a', [numberedId])]).toEqual([false, true])
    expect(refused('where[id][in]=a,b')).toBe(false)
  })
})

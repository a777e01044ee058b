import { describe, expect, it } from 'vitest'
import { anonymous, hasRole, isRole, isStaff } from '../../../src/lib/actor.ts'
import { hashOf, sameSecret, sha256 } from '../../../src/lib/hash.ts'
import { type Json, stableJson } from '../../../src/lib/json.ts'
import { canMove, defineTransitions, eventsFrom, next, validateTable } from '../../../src/lib/transitions.ts'
import { fc } from '../fc.ts'

type Door = 'open' | 'shut' | 'locked'
type Turn = 'close' | 'open' | 'lock' | 'unlock'
const door: Record<Door, Partial<Record<Turn, Door>>> = {
  open: { close: 'shut' },
  shut: { open: 'open', lock: 'locked' },
  locked: { unlock: 'shut' },
}

describe('transition tables', () => {
  it('moves as the table says', () => {
    expect(next(door, 'open', 'close')).toEqual({ ok: true, value: 'shut' })
    expect(eventsFrom(door, 'shut')).toEqual(['open', 'lock'])
    expect(canMove(door, 'locked', 'open')).toBe(false)
  })

  it('answers an event that the state does not know with code state and what it does know', () => {
    expect(next(door, 'shut', 'close')).toEqual({
      ok: false,
      failure: {
        code: 'state',
        message: 'In state shut expected one of open, lock, got close',
        details: { state: 'shut', event: 'close' },
      },
    })
  })

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('knows no event or state called %s', (name) => {
    expect(next(door, 'open', name as Turn).ok).toBe(false)
    expect(next(door, name as Door, 'open').ok).toBe(false)
  })

  it('finds states that nothing leads to, targets that do not exist and a missing start', () => {
    expect(validateTable(door, 'open')).toEqual([])
    expect(validateTable<string, string>({ a: { go: 'b' }, b: {}, c: {} }, 'a')).toEqual(['c is never reached from a'])
    expect(validateTable<string, string>({ a: { go: 'x' } }, 'a')).toEqual(['a --go--> x leads to an unknown state'])
    expect(validateTable(door, 'ajar' as Door)).toEqual(['the initial state ajar is not in the table'])
  })

  it('refuses a faulty table at load', () => {
    expect(() => defineTransitions<string, string>('door', 'a', { a: {}, b: {} })).toThrow('Transitions of door: b is never reached from a')
    expect(defineTransitions('door', 'open', door)).toBe(door)
  })
})

describe('actors', () => {
  it('asks for each right by name: an admin is no editor', () => {
    const admin = { userId: 'u', roles: ['admin'], creatorId: null } as const
    expect(hasRole(admin, 'editor')).toBe(false)
    expect(hasRole(admin, 'editor', 'admin')).toBe(true)
    expect(hasRole(anonymous, 'fan', 'creator', 'editor', 'finance', 'admin')).toBe(false)
  })

  it('ATT-21 knows who works for the shop', () => {
    expect((['fan', 'creator', 'editor', 'finance', 'admin'] as const).map((role) => isStaff({ roles: [role] }))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ])
    expect([isRole('editor'), isRole('root'), isRole(null)]).toEqual([true, false, false])
  })
})

describe('JSON that compares', () => {
  it('is the same whatever the order of keys, and differs when a value does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = value as Json
        expect(JSON.parse(stableJson(json))).toEqual(JSON.parse(JSON.stringify(json)))
        expect(stableJson(shuffled(json))).toBe(stableJson(json))
      }),
    )
    expect(hashOf({ a: 1, b: [1, 2] })).toBe(hashOf({ b: [1, 2], a: 1 }))
    expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: '1' }))
    expect(stableJson({ a: undefined, b: 1 })).toBe('{"b":1}')
  })

  it.each([[Number.NaN], [new Date(0)], [() => 1], [1n], [new Map()]])('refuses %s', (value) => {
    expect(() => stableJson(value as unknown as Json)).toThrow(TypeError)
  })

  it('hashes as SHA-256 does', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect([sameSecret('a', 'a'), sameSecret('a', 'b'), sameSecret('a', 'aa')]).toEqual([true, false, false])
  })
})

function shuffled(value: Json): Json {
  if (Array.isArray(value)) return value.map(shuffled)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, shuffled(member ?? null)]),
  )
}

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Area, holds, leastCases, plan, prove } from '../../properties.ts'
import { fc } from '../fc.ts'

const folder = path.resolve('test/unit')
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && path.basename(name) !== 'properties.test.ts')
  .map((name) => readFileSync(path.join(folder, name), 'utf8'))

/** Where a property is proved: once each, by its literal name. */
const proofs = (area: string, name: string) =>
  sources.flatMap((text) => [...text.matchAll(/prove\(\s*'([^']+)',\s*'([^']+)'/g)]).filter(([, at, what]) => at === area && what === name)

describe('the cases that properties of money run', () => {
  it.each(Object.entries(plan))('%s: at least ten thousand, and each property of the plan is proved once', (area, properties) => {
    const cases = Object.values(properties).reduce((sum: number, one: number) => sum + one, 0)
    expect(cases).toBeGreaterThanOrEqual(leastCases)
    for (const name of Object.keys(properties)) expect(proofs(area, name), name).toHaveLength(1)
  })

  it('no test of a property is skipped', () => {
    for (const text of sources.filter((one) => one.includes('prove('))) expect(text).not.toMatch(/\b(?:it|describe)\.(?:skip|todo|only)\b/)
  })

  it('a property that fails says so with its counterexample', () => {
    const small = fc.property(fc.nat(), (n) => holds(n < 50, `${n} is not under 50`))
    const proof = () => prove('splits', 'no part exceeds its weight while the total does not exceed their sum', small)
    expect(proof).toThrow('50 is not under 50')
    expect(proof).toThrow('Counterexample: [50]')
  })

  it('a property that is not in the plan is refused', () => {
    const any = fc.property(fc.nat(), () => undefined)
    expect(() => prove('splits' as Area, 'something else' as never, any)).toThrow('no property "something else"')
  })
})

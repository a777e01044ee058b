import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Turns } from '../../../src/lib/turns.ts'

it('never runs two at once that share a key, runs them in the order in which they came, and keeps nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
      async (asked) => {
        const turns = new Turns()
        const inside = new Set<string>()
        const order = new Map<string, number[]>()
        const work = (keys: string[], n: number) => async () => {
          for (const key of keys) {
            expect(inside.has(key)).toBe(false)
            inside.add(key)
            order.set(key, [...(order.get(key) ?? []), n])
          }
          await Promise.resolve()
          for (const key of keys) inside.delete(key)
          if (n % 3 === 0) throw new Error('this one failed')
          return n
        }
        const ends = await Promise.allSettled(asked.map((keys, n) => turns.take(keys, work(keys, n))))
        expect(ends.map(({ status }) => status)).toEqual(asked.map((_, n) => (n % 3 === 0 ? 'rejected' : 'fulfilled')))
        for (const numbers of order.values()) expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
        expect(turns.size).toBe(0)
      },
    ),
    { numRuns: 50 },
  )
})

it('does not keep back who shares nothing', async () => {
  const turns = new Turns()
  const slow = turns.take(['tent'], () => sleep(50, 'slow'))
  expect(await Promise.race([slow, turns.take(['mug'], async () => 'quick')])).toBe('quick')
  await slow
})

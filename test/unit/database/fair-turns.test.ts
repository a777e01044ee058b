import { describe, expect, it } from 'vitest'
import { FairTurns } from '../../../src/database/sqlite/fair-turns.ts'

const busy = (ms: number) => {
  for (const until = performance.now() + ms; performance.now() < until; );
}

describe('fair turns', () => {
  it('a long row of reads lets others have their turn, a short one does not', async () => {
    const turns = new FairTurns()
    let others = 0
    const counting = setInterval(() => {
      others += 1
    }, 0)
    const read = async (ms: number) => {
      const turn = turns.next()
      if (turn) await turn
      busy(ms)
      return turn !== null
    }
    const waited: boolean[] = []
    for (let n = 0; n < 30; n++) waited.push(await read(2))
    const seen = others
    clearInterval(counting)
    expect(waited.filter(Boolean).length).toBeGreaterThanOrEqual(5)
    expect(seen).toBeGreaterThanOrEqual(3)
    await new Promise((resolve) => setImmediate(resolve))
    expect([await read(0), await read(0)]).toEqual([false, false])
  })
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { listRuns } from '../../../src/flows/payouts/read-runs.ts'
import { newId } from '../../../src/lib/ids.ts'
import { insertRun } from '../../../src/modules/ledger/store/payouts.ts'
import { person } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

it('ATT-33 a run that is not over stays in the list, however many came after it', async () => {
  const finance = await person(world, ['fan', 'finance'])
  const states = ['sent', 'locked', ...Array.from({ length: 55 }, () => 'confirmed' as const)] as const
  const ids: string[] = []
  for (const [index, state] of states.entries()) {
    const at = new Date(Date.UTC(2026, 0, 1 + index)).toISOString()
    const run = { id: newId(), number: `P-${index}`, key: newId(), state, cutoff: at, currency: 'CNY', total: 1, count: 1 }
    await insertRun(await world.ctx.req(), { ...run, adapter: 'file', lockedBy: finance.userId, lockedAt: at } as never)
    ids.push(run.id)
  }
  const { runs } = must(await listRuns(world.ctx, finance))
  expect(runs.map(({ id }) => id)).toEqual([...ids.slice(-50).reverse(), ids[1], ids[0]])
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '../../../src/context.ts'
import { openLease } from '../../../src/jobs/lease.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let shared: Ctx
beforeAll(async () => {
  world = await openWorld()
  // Several processes share one database on MongoDB only; the rows and writes of the lease are the same on either.
  shared = { ...world.ctx, env: { ...world.ctx.env, database: 'mongodb' } }
}, 60_000)
afterAll(() => world.close())

describe('the lease of jobs', () => {
  it('is one process’s at a time; the next takes it when it was given back, and frees what lay about first', async () => {
    const taken: string[] = []
    const first = await openLease(shared, async () => void taken.push('first'))
    const second = await openLease(shared, async () => void taken.push('second'))
    expect([first.held(), second.held(), taken]).toEqual([true, false, ['first']])
    await second.renew()
    expect(second.held()).toBe(false)
    await first.close()
    await second.renew()
    expect([first.held(), second.held(), taken]).toEqual([false, true, ['first', 'second']])
    await second.close()
  })

  it('ends by itself when its holder died, and a holder that comes back late has lost it', async () => {
    const dead = await openLease(shared, async () => undefined)
    const heir = await openLease(shared, async () => undefined)
    world.clock.advance(20_000)
    await dead.renew()
    world.clock.advance(20_000)
    await heir.renew()
    expect([dead.held(), heir.held()]).toEqual([true, false])
    world.clock.advance(31_000)
    expect(dead.held()).toBe(false)
    await heir.renew()
    await dead.renew()
    expect([dead.held(), heir.held()]).toEqual([false, true])
    await dead.close()
    expect(heir.held()).toBe(true)
    await heir.close()
  })

  it('goes to one of many that start at once', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => openLease(shared, async () => undefined)))
    expect(all.filter((lease) => lease.held())).toHaveLength(1)
    for (const lease of all) await lease.close()
  })
})

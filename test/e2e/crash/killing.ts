import { expect } from 'vitest'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { systemClock } from '../../../src/lib/clock.ts'
import { openWorld, type World, worldSecret } from '../../builders/world.ts'
import { type Site, startSite } from '../site.ts'

/** A shop in a folder that is killed and started again. */
export interface Killed {
  /** The folder's database, while no server runs. */
  open(): Promise<World>
  /** With a failpoint it may die before it is ready: work that an earlier life left comes first. */
  start(failpoint?: string): Promise<Site>
  /** Runs `load` again and again until the failpoint has killed the server. */
  untilKilled(failpoint: string, load: (site: Site) => Promise<void>, most?: number): Promise<void>
  /** Proves the books, and prints what was looked at. */
  booksBalance(): Promise<void>
}

/** @param dir The data folder, asked for when it is needed: `beforeAll` makes it. */
export function killedShop(dir: () => string): Killed {
  const env = {
    DEMO: '0',
    PAYLOAD_SECRET: worldSecret,
    TRUST_PROXY: '1',
    SANDBOX_PAYMENTS: '1',
    LOG_LEVEL: 'error',
    ALLOW_FAILPOINTS: '1',
  }
  const start = (failpoint?: string) =>
    startSite({ dir: dir(), mayDie: failpoint !== undefined, env: { ...env, ...(failpoint ? { FAILPOINT: failpoint } : {}) } })
  const open = () => openWorld({ dir: dir(), clock: systemClock, env: { DEMO: '0' } })
  return {
    open,
    start,
    async untilKilled(failpoint, load, most = 60) {
      const site = await start(failpoint)
      for (let turn = 0; turn < most && site.child.signalCode === null; turn++) await load(site)
      if (site.child.signalCode === null) await site.stop()
      await site.gone
      expect(site.child.signalCode, `${failpoint} was not reached:\n${site.output()}`).toBe('SIGKILL')
    },
    async booksBalance() {
      const world = await open()
      try {
        const { findings, figures } = await checkBooks(world.ctx)
        console.log(`books: ${JSON.stringify(figures)}`)
        expect(findings).toEqual([])
      } finally {
        await world.close()
      }
    },
  }
}

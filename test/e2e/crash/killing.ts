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
  /**
   * Runs `load` again and again, `most` times, until the server is dead. `where`: a failpoint that it must meet, or after how
   * many ms of load it is killed by SIGKILL, wherever it is then.
   */
  untilKilled(where: string | number, load: (site: Site) => Promise<void>, most?: number): Promise<void>
  /** Proves the books, and prints what was looked at. */
  booksBalance(): Promise<void>
}

/**
 * Where a round kills: every third one after a random time of load, at most so many ms; the others at the failpoint. By the
 * number of the round, so that a run has as many of each as the last one.
 */
export const killPlace = (round: number, failpoint: string, random: () => number, most = 250): string | number =>
  round % 3 === 2 ? 1 + Math.floor(random() * most) : failpoint

/** For the line that is printed: how many rounds killed where. */
export const killCounts = (rounds: number): string =>
  `${rounds - Math.floor(rounds / 3)} kills at named places, ${Math.floor(rounds / 3)} at random moments`

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
    async untilKilled(where, load, most = typeof where === 'number' ? 3 : 60) {
      const site = await start(typeof where === 'string' ? where : undefined)
      if (typeof where === 'number') setTimeout(() => site.child.kill('SIGKILL'), where)
      for (let turn = 0; turn < most && site.child.signalCode === null; turn++) await load(site)
      if (site.child.signalCode === null && typeof where === 'string') await site.stop()
      await site.gone
      expect(site.child.signalCode, `${where} was not reached:\n${site.output()}`).toBe('SIGKILL')
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

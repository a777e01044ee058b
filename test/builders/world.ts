import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getPayload, type Payload } from 'payload'
import { type Logger, pino } from 'pino'
import { readEnv } from '../../src/config/env.ts'
import { payloadConfig } from '../../src/config/payload.ts'
import { type Ctx, openContext } from '../../src/context.ts'
import { databaseOf } from '../../src/database/index.ts'
import { type Actor, anonymous } from '../../src/lib/actor.ts'
import { type Clock, frozenClock } from '../../src/lib/clock.ts'
import { newId } from '../../src/lib/ids.ts'
import type { Visit } from '../../src/lib/visit.ts'

/** Morning of a working day, in the site's time zone and in UTC. */
export const NOON = '2026-11-02T04:00:00.000Z'

export interface World {
  ctx: Ctx
  payload: Payload
  /** Frozen at `NOON` until a test moves it. */
  clock: ReturnType<typeof frozenClock>
  dir: string
  close(): Promise<void>
}

/** What signs and seals in the worlds of tests; a server on the same folder needs it too. */
export const worldSecret = 'a-secret-that-only-tests-know-of-0123456789'
let opened = 0

interface WorldOptions {
  env?: Record<string, string>
  /** Keep an existing data folder (to open it again after a crash); it is then not removed. */
  dir?: string
  clock?: Clock
  /** What is logged, for tests that look at it; silent unless given. Payload's own logger speaks into it too. */
  log?: Logger
}

/**
 * A whole shop without HTTP on a fresh database of the wanted engine (`TEST_DATABASE=mongodb` with MONGODB_URL, else
 * SQLite), migrated, empty. `TX_RUN_TWICE=1` in the environment runs every transaction twice.
 */
export async function openWorld({ env: more = {}, dir: given, clock: ownClock, log }: WorldOptions = {}): Promise<World> {
  const dir = given ?? (await mkdtemp(path.join(tmpdir(), 'zhongcao-')))
  const mongo = process.env.TEST_DATABASE === 'mongodb' ? mongoUrl() : undefined
  const env = readEnv({
    NODE_ENV: 'test',
    DATA_DIR: dir,
    LOG_LEVEL: 'silent',
    TX_RUN_TWICE: process.env.TX_RUN_TWICE,
    ...(mongo ? { DATABASE_URL: mongo } : {}),
    ...more,
  })
  const payloadKey = `world-${++opened}`
  const payload = await getPayload({ config: await payloadConfig(env, worldSecret), key: payloadKey })
  if (log) payload.logger = log
  const clock = frozenClock(NOON)
  const ctx = await openContext({
    env,
    payload,
    payloadKey,
    log: log ?? pino({ level: 'silent' }),
    secret: worldSecret,
    clock: ownClock ?? clock,
  })
  const close = async () => {
    await ctx.close()
    if (mongo) await (databaseOf(payload) as unknown as { connection: { dropDatabase(): Promise<unknown> } }).connection.dropDatabase()
    await payload.destroy()
    if (!given) await rm(dir, { recursive: true, force: true })
  }
  return { ctx, payload, clock, dir, close }
}

function mongoUrl(): string {
  const url = process.env.MONGODB_URL
  if (!url) throw new Error('TEST_DATABASE=mongodb needs MONGODB_URL')
  return url.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/zhongcao_test_${newId().replaceAll('-', '').slice(0, 24)}`)
}

/** A visit of a person (or of a guest) with these cookies, as the server would make it. */
export function visitOf(actor: Actor = anonymous, more: Partial<Omit<Visit, 'actor'>> = {}): Visit {
  return {
    actor: async () => actor,
    sessionToken: null,
    forwarded: false,
    visitorId: null,
    cookies: {},
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
    referrerHost: null,
    consent: 'unknown',
    requestId: newId(),
    nonce: 'nonce-for-tests',
    secure: false,
    origin: 'http://127.0.0.1:3000',
    ...more,
  }
}

import { createHmac } from 'node:crypto'
import path from 'node:path'
import { isbot } from 'isbot'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { Logger } from 'pino'
import type { Env } from './config/env.ts'
import { isDuplicateKey } from './database/duplicate-key.ts'
import { makeTx, type Tx } from './database/index.ts'
import { type Clock, systemClock } from './lib/clock.ts'
import { purgedMark } from './lib/page-tags.ts'
import { memoryEngine } from './modules/discovery/engines/memory.ts'
import type { SearchEngine } from './modules/discovery/index.ts'
import type { PayoutAdapter } from './modules/ledger/index.ts'
import { fileAdapter } from './modules/ledger/providers/file.ts'
import { type MediaService, mediaService } from './modules/media/processors/index.ts'
import type { Mailer } from './modules/notifications/index.ts'
import { outboxMailer } from './modules/notifications/mailers/outbox.ts'
import { smtpMailer } from './modules/notifications/mailers/smtp.ts'
import type { PaymentProvider, SandboxProvider } from './modules/payments/index.ts'
import { sandboxProvider } from './modules/payments/providers/sandbox.ts'
import { addClicks } from './modules/publishing/store/clicks.ts'
import type { TouchRecord } from './modules/touches/index.ts'
import { folderDisk, Journal, lossReporter, Replayer } from './modules/touches/journal/index.ts'
import { RecentTouches } from './modules/touches/recent-touches.ts'
import { insertTouches, loadRecentTouches } from './modules/touches/store.ts'

/** The durable way of touches: journal first, database about every second. */
export interface TouchService {
  journal: Journal
  recent: RecentTouches
  replayer: Replayer
  /** False while touches are being lost: `/readyz` turns red. */
  healthy(): boolean
  /** Moves everything journalled so far into the database. A flow that decides by touches calls it first. */
  drain(): Promise<void>
}

/** Everything a flow may use, made once from the environment. The only file that imports providers, engines, mailers. */
export interface Ctx {
  readonly env: Env
  readonly payload: Payload
  /** Under which name `getPayload` keeps this instance: doors that look it up themselves need it. Null is the usual one. */
  readonly payloadKey: string | null
  readonly clock: Clock
  readonly log: Logger
  /** The only opener of transactions. `fn` may run twice and does nothing outside the database. */
  readonly tx: Tx
  /** A request of our own without a transaction, for reads. Fresh at every call: Payload keeps state on it. */
  req(): Promise<PayloadRequest>
  readonly touches: TouchService
  /** Who follows the purge log in this process sets `look`: it is called, and waited for, after a commit that made pages old. */
  readonly purges: { look?: () => Promise<void> }
  readonly search: SearchEngine
  readonly media: MediaService
  readonly mailer: Mailer
  /** `stripe` is there when its keys are given; new orders are then paid with it. */
  readonly payments: Readonly<{ sandbox: SandboxProvider; stripe: PaymentProvider | null }>
  /** How payouts leave the house: a file in `DATA_DIR/payouts` for the bank's own door. */
  readonly payouts: PayoutAdapter
  /** Whether sandbox payments are real for this site's books: on this machine alone they run the whole loop, elsewhere they are marked test. Flows ask `sandboxFor`. */
  readonly sandbox: { enabled: boolean; marksTest: boolean }
  /** A key derived from the site's secret for one purpose. */
  keyFor(purpose: string): Buffer
  isBot(userAgent: string): boolean
  close(): Promise<void>
}

export interface ContextParts {
  env: Env
  payload: Payload
  log: Logger
  secret: string
  payloadKey?: string
  clock?: Clock
  mailer?: Mailer
}

/** Builds every adapter, moves what a crash left in the journal into the database, and starts moving touches. */
export async function openContext({ env, payload, payloadKey, log, secret, clock = systemClock, mailer }: ContextParts): Promise<Ctx> {
  const purges: Ctx['purges'] = {}
  const afterCommit = async (req: PayloadRequest) => void (req.context[purgedMark] && (await purges.look?.()))
  const tx = makeTx(payload, { runTwice: env.TX_RUN_TWICE, afterCommit })
  const keyFor = (purpose: string) => createHmac('sha256', secret).update(`zhongcao:${purpose}`).digest()
  const req = () => createLocalReq({}, payload)
  const touches = await openTouches({ env, log, tx, req, clock })
  return {
    env,
    payload,
    payloadKey: payloadKey ?? null,
    clock,
    log,
    tx,
    req,
    touches: touches.service,
    purges,
    search: memoryEngine(),
    media: mediaService(env.mediaDir, path.join(env.dataDir, 'share-cards'), env.FFMPEG_PATH),
    mailer:
      mailer ?? (env.SMTP_URL ? smtpMailer(env.SMTP_URL, env.MAIL_FROM) : outboxMailer(path.join(env.dataDir, 'outbox'), env.MAIL_FROM)),
    payouts: fileAdapter(path.join(env.dataDir, 'payouts')),
    payments: {
      sandbox: sandboxProvider({ key: keyFor('sandbox-webhooks') }),
      stripe: await openStripe({ env, log, clock, instrumentKey: keyFor('payment-instruments') }),
    },
    sandbox: { enabled: env.onlyHere || env.SANDBOX_PAYMENTS, marksTest: !env.onlyHere },
    keyFor,
    isBot: (userAgent) => isbot(userAgent),
    close: touches.close,
  }
}

/** Loaded only where it is used: the client is large. */
async function openStripe({
  env: { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_METHODS: methods, STRIPE_API_URL: apiUrl },
  log,
  clock,
  instrumentKey,
}: Pick<ContextParts, 'env' | 'log'> & { clock: Clock; instrumentKey: Buffer }): Promise<PaymentProvider | null> {
  if (!secretKey || !webhookSecret) return null
  const { stripeProvider, namedMethods } = await import('./modules/payments/providers/stripe/index.ts')
  const onTrouble = (error: unknown, what: string) => log.warn({ err: error }, what)
  return stripeProvider({
    secretKey,
    webhookSecret,
    methods: namedMethods(methods),
    apiUrl,
    instrumentKey,
    now: () => clock.now(),
    onTrouble,
  })
}

/** How long a decision waits for touches that a stalled disk has not taken yet. */
const LATE_MS = 2000

type TouchParts = Pick<ContextParts, 'env' | 'log'> & { tx: Tx; req: () => Promise<PayloadRequest>; clock: Clock }

async function openTouches({ env, log, tx, req, clock }: TouchParts): Promise<{ service: TouchService; close(): Promise<void> }> {
  const disk = await folderDisk(path.join(env.dataDir, 'touches'))
  const insert = (touches: TouchRecord[]) => tx('store touches', (inner) => storeTouches(inner, touches))
  const store = {
    // Another writer made the first counter of a piece's day at the same moment: the second time it is found.
    insert: (touches: TouchRecord[]) => insert(touches).catch((error) => (isDuplicateKey(error) ? insert(touches) : Promise.reject(error))),
  }
  const onError = (error: unknown) => log.error({ err: error }, 'Touches wait: the database refused them')
  await new Replayer(disk, store, null, onError).drain()
  const journal = new Journal(disk, { onLoss: lossReporter((facts, message) => log.error(facts, message)) })
  const replayer = new Replayer(disk, store, journal, onError)
  const recent = new RecentTouches()
  for (const { id, at, visitor, link } of await loadRecentTouches(await req(), clock.now()))
    if (visitor && link) recent.claim(visitor, link, id, at)
  replayer.start()
  // A slow disk lets visitors go before their touch is written ("late"): wait for it, as long as a buyer can be asked to.
  const drain = async () => {
    await journal.settled(LATE_MS)
    await replayer.drain()
  }
  const close = async () => {
    await journal.close()
    await replayer.stop()
  }
  return { service: { journal, recent, replayer, healthy: () => journal.healthy(), drain }, close }
}

/** Touches and what is counted of them, in one transaction: a replay that comes twice counts once. */
async function storeTouches(req: PayloadRequest, touches: readonly TouchRecord[]): Promise<void> {
  const fresh = await insertTouches(req, touches)
  const clicks = fresh.flatMap(({ kind, piece, creator, placement, at }) =>
    kind === 'click' && piece && creator ? [{ piece, creator, placement, at }] : [],
  )
  await addClicks(req, clicks)
}

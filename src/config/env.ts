import { isIP } from 'node:net'
import path from 'node:path'
import { z } from 'zod'

/**
 * Everything the environment may say, parsed once at boot. A value that cannot be used stops the start with a
 * sentence that names the variable. Empty text counts as not given.
 */
const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true')

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'expected a number from 0 (any free port) to 65535')
    .transform(Number)
    .refine((port) => port <= 65535, 'expected a number from 0 (any free port) to 65535')
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'expected an address or a name, without a port')
    .default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'expected an address such as https://shop.example.com' })
    .refine(isOrigin, 'expected only scheme, host and port: the shop cannot live below a path')
    .transform((url) => new URL(url).origin)
    .optional(),
  TRUST_PROXY: z
    .string()
    .refine(isProxyRule, 'expected a number of hops, addresses, loopback, linklocal, uniquelocal, or true')
    .transform((rule) => (rule === 'false' ? undefined : rule))
    .optional(),
  DATA_DIR: z.string().optional(),
  MEDIA_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|mongodb:\/\/|mongodb\+srv:\/\/)/, 'expected file:… (SQLite) or mongodb://…?replicaSet=…')
    .optional(),
  PAYLOAD_SECRET: z.string().min(32, 'expected at least 32 characters').optional(),
  DEMO: flag.default(true),
  SANDBOX_PAYMENTS: flag.default(false),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^[sr]k_(test|live)_\w{8,}$/, 'expected a secret or restricted key, sk_… or rk_…')
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\S{8,}$/, 'expected the signing secret of the endpoint /webhooks/stripe, whsec_…')
    .optional(),
  STRIPE_METHODS: z
    .string()
    .regex(/^(auto|(card|alipay|wechat_pay)(,(card|alipay|wechat_pay))*)$/, 'expected auto, or some of card,alipay,wechat_pay')
    .default('auto'),
  STRIPE_API_URL: z.url({ protocol: /^https?$/, error: 'expected an address such as http://127.0.0.1:12111' }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'expected smtp://… or smtps://…' }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'expected an address, or Name <address>')
    .default('Zhongcao <no-reply@localhost>'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PAGE_CACHE_MB: z
    .string()
    .regex(/^\d{1,5}$/, 'expected megabytes, from 0 (nothing is kept) to 99999')
    .transform(Number)
    .default(64),
  METRICS_TOKEN: z.string().min(16, 'expected at least 16 characters').optional(),
  FFMPEG_PATH: z.string().optional(),
  WORKER: flag.default(false),
  TX_RUN_TWICE: flag.default(false),
})

/** Engines that the design foresees and this version does not carry: saying nothing would be worse than refusing. */
const notYet = ['MEILI_URL', 'REDIS_URL', 'S3_BUCKET'] as const

export type Env = Readonly<
  Omit<z.infer<typeof schema>, 'DATA_DIR' | 'MEDIA_DIR' | 'DATABASE_URL'> & {
    /** Absolute paths. */
    dataDir: string
    mediaDir: string
    databaseUrl: string
    /** Which engine the URL names. */
    database: 'sqlite' | 'mongodb'
    /** Whether the server listens only to this machine. */
    loopback: boolean
    /** Whether, besides, no other address is given to people: a proxy on this machine may serve the whole world. */
    onlyHere: boolean
  }
>

export class UnusableEnvironment extends Error {
  override name = 'UnusableEnvironment'
}

/** Reads the environment. Throws `UnusableEnvironment` with one line per problem. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(given)
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message} (came: ${shown(given, issue.path[0])})`)
  for (const name of notYet) if (given[name]) problems.push(`${name}: this version has no adapter for it yet; unset it`)
  if (parsed.success && Boolean(parsed.data.STRIPE_SECRET_KEY) !== Boolean(parsed.data.STRIPE_WEBHOOK_SECRET))
    problems.push(
      'STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET: give both, or neither: without its notices no payment of Stripe would count',
    )
  if (!parsed.success || problems.length) throw new UnusableEnvironment(`The environment cannot be used:\n  ${problems.join('\n  ')}`)
  const { DATA_DIR, MEDIA_DIR, DATABASE_URL, ...rest } = parsed.data
  const dataDir = path.resolve(/* turbopackIgnore: true */ DATA_DIR ?? 'data')
  const databaseUrl = DATABASE_URL ?? `file:${path.join(dataDir, 'zhongcao.db')}`
  const database = databaseUrl.startsWith('file:') ? ('sqlite' as const) : ('mongodb' as const)
  if (rest.WORKER && database === 'sqlite')
    throw new UnusableEnvironment('WORKER=1 needs MongoDB: SQLite has one writing process. Unset WORKER or set DATABASE_URL.')
  return Object.freeze({
    ...rest,
    dataDir,
    mediaDir: path.resolve(/* turbopackIgnore: true */ MEDIA_DIR ?? (DATA_DIR ? path.join(DATA_DIR, 'media') : 'media')),
    databaseUrl,
    database,
    loopback: isLoopback(rest.HOST),
    onlyHere: isLoopback(rest.HOST) && (!rest.PUBLIC_URL || isLoopback(new URL(rest.PUBLIC_URL).hostname.replace(/^\[|\]$/g, ''))),
  })
}

/** What a browser may know. */
export const publicEnv = (env: Env) => ({ publicUrl: env.PUBLIC_URL ?? null })

/** Addresses that only this machine reaches. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

/** One shop fills a whole host: its addresses begin with /zh and /en. */
function isOrigin(url: string): boolean {
  if (!URL.canParse(url)) return true // refused already, as no address at all
  const { pathname, search, hash, username } = new URL(url)
  return pathname === '/' && !search && !hash && !username
}

const networks = new Set(['loopback', 'linklocal', 'uniquelocal'])

/** What Express takes for `trust proxy`, which it would otherwise refuse with a stack and without the variable's name. */
function isProxyRule(rule: string): boolean {
  if (/^(\d+|true|false)$/.test(rule)) return true
  return rule.split(',').every((part) => {
    const [address = '', bits, ...more] = part.trim().split('/')
    if (networks.has(address)) return bits === undefined
    return isIP(address) > 0 && more.length === 0 && (bits === undefined || /^\d{1,3}$/.test(bits))
  })
}

const secretNames = new Set<PropertyKey>([
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'PAYLOAD_SECRET',
  'METRICS_TOKEN',
  'SMTP_URL',
  'DATABASE_URL',
])

function shown(given: Record<string, string | undefined>, name: PropertyKey | undefined): string {
  if (name === undefined || secretNames.has(name)) return 'not shown'
  return JSON.stringify(given[String(name)] ?? null)
}

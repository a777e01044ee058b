import { type ChildProcess, fork } from 'node:child_process'
import { Agent, request } from 'node:http'
import { newId } from '../../src/lib/ids.ts'
import { sandboxProvider, sandboxReference } from '../../src/modules/payments/providers/sandbox.ts'
import { contact } from '../builders/orders.ts'
import { phone } from './world-addresses.ts'

/** Buyers at once: BENCH_BUYERS. */
export const buyers = Number(process.env.BENCH_BUYERS ?? 20)
const agent = new Agent({ keepAlive: true, maxSockets: buyers })

/** Where the doors of `checkout-server.ts` are. */
export interface House {
  url: string
  bareUrl: string
  goods: { variantId: string; linkCode: string }[]
  /** Signs the sandbox's notices. */
  key: string
}

/** The server in a process of its own, on a folder of its own unless one is given. */
export interface BenchShop {
  house: House
  ask<T>(message: { ask: string; count?: number }): Promise<T>
  close(): Promise<void>
}

export async function openBenchShop(dir?: string): Promise<BenchShop> {
  const child = fork('test/bench/checkout-server.ts', {
    env: { ...process.env, ...(dir ? { BENCH_DIR: dir } : {}) },
    execArgv: ['--import', 'tsx', ...(process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [])],
  })
  return {
    house: await told<House>(child),
    ask(message) {
      const answer = told<never>(child)
      child.send(message)
      return answer
    },
    async close() {
      child.removeAllListeners('exit')
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.send({ ask: 'stop' })
      await gone
      agent.destroy()
    },
  }
}

const told = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T))
    child.once('exit', () => reject(new Error('The server ended')))
  })

interface Answer {
  status: number
  body: Record<string, unknown>
  cookies: string[]
}

export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': bytes.length, ...headers } },
      (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          resolve({ status: res.statusCode ?? 0, body: text ? JSON.parse(text) : {}, cookies: res.headers['set-cookie'] ?? [] })
        })
      },
    )
    asked.once('error', reject)
    asked.end(bytes)
  })
}

/** Of one of the goods with its shipping, minor units. */
const total = Number(process.env.BENCH_TOTAL ?? 11_000)

let count = 0
export const someAddress = (): string => `10.${(++count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`

/** A whole checkout in three requests. Throws when the shop refuses. */
export async function buy({ url, goods, key }: House): Promise<void> {
  const { variantId, linkCode } = goods[count % goods.length]!
  const from = { 'x-forwarded-for': someAddress(), 'user-agent': phone }
  const must = (answer: Answer, status: number): Answer => {
    if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
    return answer
  }
  const filled = must(await post(`${url}/v1/cart/items`, { variantId, quantity: 1, linkCode }, from), 201)
  const cookie = filled.cookies.map((one) => one.split(';')[0]).join('; ')
  const placed = must(
    await post(
      `${url}/v1/checkout`,
      { contact, locale: 'zh' },
      { ...from, cookie, origin: url, 'sec-fetch-site': 'same-origin', 'idempotency-key': newId() },
    ),
    201,
  )
  const { payment } = placed.body as { payment: { id: string } }
  const event = { id: newId(), type: 'payment.settled', reference: sandboxReference(payment.id), amount: total, currency: 'CNY' } as const
  const { body, headers } = sandboxProvider({ key: Buffer.from(key, 'hex') }).signEvent(
    { ...event, at: new Date().toISOString() },
    new Date(),
  )
  const paid = must(await post(`${url}/webhooks/sandbox`, body, headers), 200)
  if (paid.body.outcome !== 'paid') throw new Error(`The notice was ${String(paid.body.outcome)}`)
}

export interface Figures {
  perSecond: number
  /** ms */
  p50: number
  p95: number
  p99: number
}

/** The same work `wanted` times by all the buyers at once. */
export async function measure(wanted: number, work: () => Promise<void>): Promise<Figures> {
  const took: number[] = []
  let left = wanted
  const began = performance.now()
  const buyer = async (): Promise<void> => {
    while (left-- > 0) {
      const since = performance.now()
      await work()
      took.push(performance.now() - since)
    }
  }
  await Promise.all(Array.from({ length: buyers }, buyer))
  const seconds = (performance.now() - began) / 1000
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  return { perSecond: wanted / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

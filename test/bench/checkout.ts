import { fork } from 'node:child_process'
import { Agent, request } from 'node:http'
import { newId } from '../../src/lib/ids.ts'
import { sandboxProvider, sandboxReference } from '../../src/modules/payments/providers/sandbox.ts'
import { contact } from '../builders/orders.ts'
import { printTable } from './table.ts'
import { phone } from './world-addresses.ts'

/**
 * Whole checkouts a second over HTTP: put into the basket by a creator's link, placed, paid by a notice that the sandbox
 * provider signs, credited, in three requests each, by BENCH_BUYERS (20) at once for BENCH_ORDERS (600) orders. Beside a plain Express app
 * that does the same database writes in the same three requests, and those writes alone. BENCH_JOBS=0 leaves the jobs (mail)
 * of the shop out.
 */
const buyers = Number(process.env.BENCH_BUYERS ?? 20)
const orders = Number(process.env.BENCH_ORDERS ?? 600)
const agent = new Agent({ keepAlive: true, maxSockets: buyers })

interface House {
  url: string
  bareUrl: string
  goods: { variantId: string; linkCode: string }[]
  /** Signs the sandbox's notices. */
  key: string
}

const child = fork('test/bench/checkout-server.ts', {
  execArgv: ['--import', 'tsx', ...(process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [])],
})
const told = <T>(): Promise<T> =>
  new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T))
    child.once('exit', () => reject(new Error('The server ended')))
  })
const ask = <T>(message: { ask: string; count?: number }): Promise<T> => {
  const answer = told<T>()
  child.send(message)
  return answer
}

interface Answer {
  status: number
  body: Record<string, unknown>
  cookies: string[]
}

function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
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
const someAddress = (): string => `10.${(++count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`

/** A whole checkout in three requests. Throws when the shop refuses. */
async function buy({ url, goods, key }: House): Promise<void> {
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

async function buyBare({ bareUrl }: House): Promise<void> {
  await post(`${bareUrl}/cart`, { variantId: 'x', quantity: 1 })
  await post(`${bareUrl}/checkout`, { contact, locale: 'zh' })
  await post(`${bareUrl}/pay`, {})
}

async function measure(wanted: number, work: () => Promise<void>): Promise<{ perSecond: number; p50: number; p95: number; p99: number }> {
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

/** Processor time of the server for each checkout, besides: what other programs on the machine do not change. */
async function withCpu<T extends object>(work: () => Promise<T>): Promise<T & { cpu: number }> {
  const before = (await ask<{ ms: number }>({ ask: 'cpu' })).ms
  const figures = await work()
  return { ...figures, cpu: ((await ask<{ ms: number }>({ ask: 'cpu' })).ms - before) / orders }
}

try {
  const house = await told<House>()
  await measure(60, () => buy(house))
  const { statements } = await ask<{ statements: number }>({ ask: 'template' })
  const ours = await withCpu(() => measure(orders, () => buy(house)))
  const plain = await withCpu(() => measure(orders, () => buyBare(house)))
  const { seconds } = await ask<{ seconds: number }>({ ask: 'bare', count: orders })
  const row = (what: string, { perSecond, p50, p95, p99, cpu }: typeof ours) => [
    what,
    perSecond.toFixed(0),
    ...[p50, p95, p99].map((ms) => ms.toFixed(0)),
    cpu.toFixed(1),
  ]
  console.log(`${orders} checkouts by ${buyers} buyers at once; an order is ${statements} rows`)
  printTable(
    ['', 'a second', 'p50', 'p95', 'p99 ms', 'CPU ms each'],
    [
      row('whole checkout, three requests', ours),
      row('the same writes, plain Express', plain),
      ['the same writes alone', (orders / seconds).toFixed(0), '', '', '', ''],
    ],
  )
} finally {
  child.removeAllListeners('exit')
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.send({ ask: 'stop' })
  await gone
  agent.destroy()
}

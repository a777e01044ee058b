import { createServer, type Server } from 'node:http'
import express from 'express'
import { removeFolders, type Site, startSite } from '../e2e/site.ts'
import { type Figures, generator, load } from './load.ts'
import { printTable } from './table.ts'
import { addressesOf, phone } from './world-addresses.ts'
import { worldFolder } from './world-folder.ts'

/**
 * The pages and doors that people meet, each beside a plain Express route that sends the same bytes, in one run on this
 * machine; pages kept, and cold (another page each time, on a server that keeps none). Compare by rank: the load
 * generator shares the processors with the server. BENCH_SECONDS (5) for each measurement, BENCH_CONNECTIONS (20).
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 5)
const connections = Number(process.env.BENCH_CONNECTIONS ?? 20)
const measure = (urls: readonly string[], headers: Record<string, string>) => load({ urls, headers, seconds, connections })

type Sample = { body: Buffer; headers: [string, string][]; status: number }

/** The very bytes of an answer: packed ones stay packed. */
async function sampleOf(url: string, headers: Record<string, string>): Promise<Sample> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const kept = ['content-type', 'content-encoding', 'location'].flatMap((name): [string, string][] => {
          const value = answer.headers[name]
          return typeof value === 'string' ? [[name, value]] : []
        })
        resolve({ body: Buffer.concat(chunks), headers: kept, status: answer.statusCode ?? 0 })
      })
    })
    asked.once('error', reject)
    asked.end()
  })
}

/** A bare Express app that answers these bytes at `/`. */
async function plainServer({ body, headers, status }: Sample): Promise<{ url: string; server: Server }> {
  const app = express()
  app.disable('x-powered-by')
  app.get('/', (_req, res) => {
    for (const [name, value] of headers) res.setHeader(name, value)
    res.status(status).send(body)
  })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`, server }
}

interface Row {
  what: string
  bytes: number
  ours: Figures
  plain: Figures
}

async function compare(site: Site, what: string, path: string, encoding: string): Promise<Row> {
  const headers = { 'user-agent': phone, 'accept-encoding': encoding }
  const url = `${site.url}${path}`
  const sample = await sampleOf(url, headers)
  if (sample.status >= 400) throw new Error(`${path} answers ${sample.status}`)
  const plain = await plainServer(sample)
  try {
    const ours = await measure([url], headers)
    return { what, bytes: sample.body.length, ours, plain: await measure([plain.url], headers) }
  } finally {
    plain.server.close()
    plain.server.closeAllConnections()
  }
}

const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0)

function printRows(rows: readonly Row[]): void {
  printTable(
    ['', 'bytes', 'req/s', 'p50', 'p95', 'p99 ms', '| Express', 'p50', 'p95', 'p99 ms', '| ours/Express', 'errors'],
    rows.map(({ what, bytes, ours, plain }) => [
      what,
      bytes,
      Math.round(ours.perSecond),
      ...[ours.p50, ours.p95, ours.p99].map(ms),
      Math.round(plain.perSecond),
      ...[plain.p50, plain.p95, plain.p99].map(ms),
      (ours.perSecond / plain.perSecond).toFixed(2),
      ours.errors,
    ]),
  )
}

async function metricOf(site: Site, name: string): Promise<number> {
  const metrics = await (await fetch(`${site.url}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(metrics)?.[1] ?? 0)
}

const memoryOf = async (site: Site): Promise<number> => Math.round((await metricOf(site, 'process_resident_memory_bytes')) / 1e6)

/** Waits until a server that has just started has nothing left to do: it takes less than a tenth of a processor for two seconds. */
async function atRest(site: Site): Promise<void> {
  const used = () => metricOf(site, 'process_cpu_seconds_total')
  for (let tries = 0; tries < 60; tries += 1) {
    const before = await used()
    await new Promise((resolve) => setTimeout(resolve, 2000))
    if ((await used()) - before < 0.2) return
  }
  console.log('The server has not come to rest in two minutes: what is measured shares the processors with it')
}

const dir = await worldFolder()
const env = { TRUST_PROXY: '1', LOG_LEVEL: 'error' }
const kept = await startSite({ dir, env })
const found = await addressesOf(kept.url).catch(async (error: unknown) => {
  await kept.stop()
  throw error
})
try {
  await atRest(kept)
  console.log(`load by ${generator}, ${connections} connections, ${seconds} s each; memory after start ${await memoryOf(kept)} MB`)
  const rows: Row[] = []
  for (const [what, path] of Object.entries(found.pages)) {
    rows.push(await compare(kept, `${what}, kept, brotli`, path, 'br'))
    rows.push(await compare(kept, `${what}, kept, gzip`, path, 'gzip'))
  }
  for (const [what, path] of Object.entries(found.doors)) rows.push(await compare(kept, what, path, 'identity'))
  printRows(rows)
  console.log(`memory of the server after all of it ${await memoryOf(kept)} MB`)
} finally {
  await kept.stop()
}

const cold = await startSite({ dir, env: { ...env, PAGE_CACHE_MB: '0' } })
try {
  await atRest(cold)
  const headers = { 'user-agent': phone, 'accept-encoding': 'br' }
  const rows: (string | number)[][] = []
  for (const [what, paths] of Object.entries(found.many)) {
    const urls = paths.map((path) => `${cold.url}${path}`)
    // A server that has just started has compiled little of its code: the second time says what a running one does.
    for (const when of ['first', 'warm']) {
      const { perSecond, p50, p95, p99, errors } = await measure(urls, headers)
      rows.push([`${what}, ${when}`, paths.length, Math.round(perSecond), ms(p50), ms(p95), ms(p99), errors])
    }
  }
  console.log(`\ncold: every request renders; the server's first ${seconds} s with such pages, and the next`)
  printTable(['', 'pages', 'req/s', 'p50', 'p95', 'p99 ms', 'errors'], rows)
  console.log(`memory of the server after all of it ${await memoryOf(cold)} MB`)
} finally {
  await cold.stop()
  await removeFolders()
}

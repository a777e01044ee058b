import { createServer, type Server } from 'node:http'
import autocannon from 'autocannon'
import express from 'express'
import { newFolder, removeFolders, startSite } from '../e2e/site.ts'

/**
 * `npm run bench`: the pages and doors that people meet, each beside a plain Express route that sends the same bytes, in
 * one run on this machine. Compare by rank: the load generator shares the processors with both servers.
 * BENCH_SECONDS (5) for each measurement, BENCH_CONNECTIONS (20).
 */
const duration = Number(process.env.BENCH_SECONDS ?? 5)
const connections = Number(process.env.BENCH_CONNECTIONS ?? 20)

interface Row {
  what: string
  bytes: number
  ours: Figures
  plain: Figures
}
interface Figures {
  perSecond: number
  p50: number
  p95: number
  p99: number
  errors: number
}

const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1'

async function measure(url: string): Promise<Figures> {
  const options = { url, duration, connections, headers: { 'user-agent': phone, 'accept-encoding': 'identity', 'x-forwarded-for': '' } }
  const result = await autocannon({
    ...options,
    // Another address for every request: the limits are for one visitor, this is many.
    requests: [{ setupRequest: (request) => ({ ...request, headers: { ...request.headers, 'x-forwarded-for': someAddress() } }) }],
  })
  const { requests, latency } = result
  return {
    perSecond: requests.average,
    p50: latency.p50,
    p95: latency.p97_5,
    p99: latency.p99,
    errors: result.errors + result.non2xx - redirects(result),
  }
}

const redirects = (result: autocannon.Result): number => result['3xx']
const someAddress = () => `10.${byte()}.${byte()}.${byte()}`
const byte = () => 1 + Math.floor(Math.random() * 254)

/** A bare Express app that answers these bytes everywhere. */
async function plainServer(body: Buffer, type: string, status: number, location: string | null): Promise<{ url: string; server: Server }> {
  const app = express()
  app.disable('x-powered-by')
  app.get('/', (_req, res) => {
    if (location) res.setHeader('location', location)
    res.status(status).type(type).send(body)
  })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`, server }
}

async function compare(site: string, what: string, path: string): Promise<Row> {
  const sample = await fetch(`${site}${path}`, { redirect: 'manual', headers: { 'user-agent': phone, 'accept-encoding': 'identity' } })
  if (sample.status >= 400) throw new Error(`${path} answers ${sample.status}`)
  const body = Buffer.from(await sample.arrayBuffer())
  const plain = await plainServer(body, sample.headers.get('content-type') ?? 'text/plain', sample.status, sample.headers.get('location'))
  try {
    const ours = await measure(`${site}${path}`)
    return { what, bytes: body.length, ours, plain: await measure(plain.url) }
  } finally {
    plain.server.close()
    plain.server.closeAllConnections()
  }
}

const dir = await newFolder()
const site = await startSite({ dir, env: { TRUST_PROXY: '1', LOG_LEVEL: 'error' } })
try {
  const began = performance.now()
  const second = await (async () => {
    await fetch(`${site.url}/zh`)
    return performance.now() - began
  })()
  const html = await (await fetch(`${site.url}/zh`)).text()
  const post = /\/zh\/p\/[0-9a-f-]{36}/.exec(html)?.[0]
  const video = /\/zh\/v\/[0-9a-f-]{36}/.exec(html)?.[0]
  if (!post) throw new Error('The home page shows no post')
  const page = await (await fetch(`${site.url}${post}`)).text()
  const code = /\/go\/[\w-]+/.exec(page)?.[0]
  const products = (await (await fetch(`${site.url}/v1/products`)).json()) as { items?: { slug: string }[]; products?: { slug: string }[] }
  const slug = (products.items ?? products.products)?.[0]?.slug
  const rows: Row[] = []
  const wanted: [string, string | undefined][] = [
    ['home', '/zh'],
    ['post', post],
    ['video note', video],
    ['product', slug ? `/zh/product/${encodeURIComponent(slug)}` : undefined],
    ['search page', `/zh/search?q=${encodeURIComponent('帐篷')}`],
    ['/go/:code', code],
    ['/v1/feeds/home', '/v1/feeds/home'],
    ['/api list of 20', '/api/products?limit=20'],
    ['/healthz', '/healthz'],
  ]
  for (const [what, path] of wanted) {
    if (path) rows.push(await compare(site.url, what, path))
    else console.log(`${what}: nothing to measure in this world`)
  }
  print(rows)
  const metrics = await (await fetch(`${site.url}/metrics`)).text()
  const rss = Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1] ?? 0)
  console.log(`\nfirst page after start ${Math.round(second)} ms; memory of the server after all of it ${Math.round(rss / 1e6)} MB`)
} finally {
  await site.stop()
  await removeFolders()
}

function print(rows: Row[]): void {
  const head = ['what', 'bytes', 'req/s', 'p50', 'p97.5', 'p99 ms', '| plain Express', 'p50', 'p99 ms', '| ours/plain', 'errors']
  const table = rows.map(({ what, bytes, ours, plain }) => [
    what,
    bytes,
    Math.round(ours.perSecond),
    ours.p50,
    ours.p95,
    ours.p99,
    Math.round(plain.perSecond),
    plain.p50,
    plain.p99,
    (ours.perSecond / plain.perSecond).toFixed(3),
    ours.errors,
  ])
  const widths = head.map((name, at) => Math.max(name.length, ...table.map((row) => String(row[at]).length)))
  for (const row of [head, ...table])
    console.log(row.map((cell, at) => String(cell)[at === 0 ? 'padEnd' : 'padStart'](widths[at] ?? 0)).join('  '))
}

import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import autocannon from 'autocannon'

/** Milliseconds, and requests answered per second. */
export interface Figures {
  perSecond: number
  p50: number
  p95: number
  p99: number
  errors: number
}

export interface Load {
  /** All on one server; asked in turn. */
  urls: readonly string[]
  headers?: Record<string, string>
  seconds: number
  connections: number
}

const hasWrk = spawnSync('wrk', ['-v'], { stdio: 'ignore' }).error === undefined

/** Which load generator measures here: wrk where it is installed (it takes less of the processors), else autocannon. */
export const generator = hasWrk ? 'wrk' : 'autocannon'

/** Asks as fast as answers come. Redirects count as answers; every status from 400 is an error. */
export const load = (given: Load): Promise<Figures> => (hasWrk ? byWrk(given) : byAutocannon(given))

async function byAutocannon({ urls, headers = {}, seconds, connections }: Load): Promise<Figures> {
  const result = await autocannon({
    url: new URL(urls[0] as string).origin,
    duration: seconds,
    connections,
    // Another address for every request: the limits are for one visitor, this is many.
    requests: urls.map((url) => ({
      path: new URL(url).pathname + new URL(url).search,
      setupRequest: (request) => ({ ...request, headers: { ...headers, 'x-forwarded-for': someAddress() } }),
    })),
  })
  const { requests, latency } = result
  return {
    perSecond: requests.average,
    p50: latency.p50,
    p95: latency.p97_5,
    p99: latency.p99,
    errors: result.errors + result['4xx'] + result['5xx'],
  }
}

async function byWrk({ urls, headers = {}, seconds, connections }: Load): Promise<Figures> {
  const dir = mkdtempSync(path.join(tmpdir(), 'zhongcao-bench-'))
  const script = path.join(dir, 'load.lua')
  writeFileSync(script, luaScript(urls, headers))
  try {
    const out = await output('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, new URL(urls[0] as string).origin])
    const line = /^FIGURES (\S+) (\S+) (\S+) (\S+) (\S+)$/m.exec(out)
    if (!line) throw new Error(`wrk said:\n${out}`)
    const [perSecond, p50, p95, p99, errors] = line.slice(1).map(Number) as [number, number, number, number, number]
    return { perSecond, p50, p95, p99, errors }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

function luaScript(urls: readonly string[], headers: Record<string, string>): string {
  const paths = urls.map((url) => JSON.stringify(new URL(url).pathname + new URL(url).search)).join(', ')
  const fields = Object.entries(headers).map(([name, value]) => `["${name}"] = ${JSON.stringify(value)}`)
  return `
local paths = { ${paths} }
local headers = { ${fields.join(', ')} }
local at = 0
request = function()
  at = at + 1
  headers["x-forwarded-for"] = string.format("10.%d.%d.%d", math.random(254), math.random(254), math.random(254))
  return wrk.format("GET", paths[(at - 1) % #paths + 1], headers)
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("FIGURES %.1f %.2f %.2f %.2f %d\\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
    e.connect + e.read + e.write + e.status + e.timeout))
end
`
}

function output(command: string, args: string[]): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve(out) : reject(new Error(`${command} ended with ${code}`))))
  })
}

const someAddress = () => `10.${byte()}.${byte()}.${byte()}`
const byte = () => 1 + Math.floor(Math.random() * 254)

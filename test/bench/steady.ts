import { Agent, request } from 'node:http'

/** Milliseconds. */
export interface Steady {
  answered: number
  p50: number
  p95: number
  p99: number
  worst: number
  errors: number
}

interface Given {
  url: string
  headers: Record<string, string>
  /** Requests a second. */
  rate: number
  seconds: number
}

/**
 * Asks at a fixed rate whether answers come or not, and times each from when it was due: an answer that holds up those
 * behind it is late for all of them, which a client that waits its turn would never see. Redirects count as answers; every
 * status from 400 is an error, and what has no answer 10 s after the last was due.
 */
export async function steady({ url, headers, rate, seconds }: Given): Promise<Steady> {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
  const total = rate * seconds
  const took: number[] = []
  let errors = 0
  let sent = 0
  const began = performance.now() + 50
  await new Promise<void>((resolve) => {
    const last = setTimeout(resolve, 50 + seconds * 1000 + 10_000)
    const done = () => {
      if (took.length + errors < total) return
      clearTimeout(last)
      resolve()
    }
    const tick = setInterval(() => {
      for (const now = performance.now(); sent < total && began + (sent * 1000) / rate <= now; sent += 1) ask(began + (sent * 1000) / rate)
      if (sent === total) clearInterval(tick)
    }, 1)
    const ask = (due: number) => {
      const asked = request(url, { agent, headers: { ...headers, 'x-forwarded-for': someAddress() } }, (res) => {
        res.resume()
        res.once('end', () => {
          if ((res.statusCode ?? 500) < 400) took.push(performance.now() - due)
          else errors += 1
          done()
        })
      })
      asked.once('error', () => {
        errors += 1
        done()
      })
      asked.end()
    }
  })
  agent.destroy()
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN
  return {
    answered: took.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    worst: took.at(-1) ?? Number.NaN,
    errors: total - took.length,
  }
}

const byte = () => 1 + Math.floor(Math.random() * 254)
const someAddress = () => `10.${byte()}.${byte()}.${byte()}`

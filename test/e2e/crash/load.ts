import { newId } from '../../../src/lib/ids.ts'

/** A phone somewhere: an address and a browser of its own, so that limits and repeats see different people. */
export interface Guest {
  address: string
  cookies: Map<string, string>
}

export const guest = (random: () => number): Guest => ({
  address: `10.${byte(random)}.${byte(random)}.${byte(random)}`,
  cookies: new Map(),
})

const byte = (random: () => number): number => 1 + Math.floor(random() * 254)
const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1'

interface Answer {
  status: number
  ms: number
  body: Record<string, unknown>
}

/** Sends a request as this guest and keeps his cookies. Null when the server died before it answered. */
export async function send(url: string, who: Guest, init: RequestInit & { path: string }): Promise<Answer | null> {
  const { path, headers, ...rest } = init
  const began = performance.now()
  try {
    const answer = await fetch(`${url}${path}`, {
      ...rest,
      redirect: 'manual',
      headers: {
        'user-agent': phone,
        'x-forwarded-for': who.address,
        origin: url,
        cookie: [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
    })
    const text = await answer.text()
    for (const one of answer.headers.getSetCookie()) keep(who, one)
    return { status: answer.status, ms: performance.now() - began, body: text.startsWith('{') ? (JSON.parse(text) as Answer['body']) : {} }
  } catch {
    return null
  }
}

function keep(who: Guest, header: string): void {
  const [pair = ''] = header.split(';')
  const at = pair.indexOf('=')
  who.cookies.set(pair.slice(0, at), pair.slice(at + 1))
}

export const postJson = (path: string, body: unknown, more: Record<string, string> = {}) => ({
  path,
  method: 'POST',
  headers: { 'content-type': 'application/json', ...more },
  body: JSON.stringify(body),
})

export const contact = {
  email: 'guest@example.test',
  name: 'Crash Guest',
  phone: '13800138000',
  country: 'CN',
  region: '上海市',
  city: '上海市',
  district: '徐汇区',
  street: '衡山路 1 号',
}

/** One basket and one wish to pay for it. */
export interface Wish {
  who: Guest
  key: string
  /** What the server said it placed; null while nobody knows. */
  orderId: string | null
  paymentId: string | null
}

/** Fills a basket from a creator's link and places the order. Null when the server died before the basket stood. */
export async function wishFor(url: string, who: Guest, item: { variantId: string; linkCode: string }): Promise<Wish | null> {
  const added = await send(url, who, postJson('/v1/cart/items', { ...item, quantity: 1 }))
  if (added?.status !== 201) return null
  const wish: Wish = { who, key: newId(), orderId: null, paymentId: null }
  await place(url, wish)
  return wish
}

/** Asks for the same order under the same key, as a client does that got no answer. */
export async function place(url: string, wish: Wish): Promise<void> {
  const answer = await send(url, wish.who, postJson('/v1/checkout', { contact }, { 'idempotency-key': wish.key }))
  if (answer?.status !== 201) return
  wish.orderId = (answer.body.order as { id: string }).id
  wish.paymentId = (answer.body.payment as { id: string }).id
}

/** Numbers from a seed, so that a printed one repeats a run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

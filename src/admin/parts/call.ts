import { type Say, sayOf } from './words.ts'

export interface CallFailure {
  code: string
  details?: Record<string, string | number | boolean | null>
}

export type Called<T> = { ok: true; value: T } | { ok: false; failure: CallFailure }

interface Ask {
  method?: 'GET' | 'POST' | 'PUT'
  body?: unknown
  form?: FormData
  idempotencyKey?: string
}

/** One call to our own doors with the session's cookie. What is refused is an answer; so is a network that fails. */
export async function call<T>(path: string, { method = 'GET', body, form, idempotencyKey }: Ask = {}): Promise<Called<T>> {
  try {
    const headers: Record<string, string> = { accept: 'application/json' }
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (idempotencyKey) headers['idempotency-key'] = idempotencyKey
    const sent = form ?? (body === undefined ? null : JSON.stringify(body))
    const answer = await fetch(path, { method, headers, body: sent, credentials: 'same-origin' })
    const read = (await answer.json().catch(() => null)) as { errors?: CallFailure[] } | null
    if (answer.ok) return { ok: true, value: read as T }
    return { ok: false, failure: read?.errors?.[0]?.code ? read.errors[0] : { code: 'generic' } }
  } catch {
    return { ok: false, failure: { code: 'network' } }
  }
}

/** A failure as a sentence for people. */
export function failureWords(say: Say, { code, details }: CallFailure): string {
  const words = sayOf(say, 'fail', code)
  if (words === code) return say('fail_generic')
  return code === 'conflict' && typeof details?.available === 'number' ? `${words} ${details.available}` : words
}

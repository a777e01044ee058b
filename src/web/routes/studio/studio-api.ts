import type { Locale } from '../../../ui/i18n/index.ts'
import type { studioPages } from '../../../ui/i18n/messages/studio-pages.ts'
import type { SaveAnswer } from '../../../ui/studio/autosave-state.ts'
import type { PieceDraft, ProductOption } from '../../../ui/studio/draft.ts'
import type { ServedMedia } from '../../../ui/studio/send-file.ts'
import type { SaveBase } from '../../../ui/studio/use-autosave.ts'
import { draftBody, draftOf, type ProductView, productOf, type WorkingPiece } from './draft-wire.ts'

/** Sentences of the studio's pages in the reader's language. */
export type Words = (key: keyof (typeof studioPages)['zh'], params?: Record<string, string>) => string

interface ApiError {
  code: string
  message: string
  field?: string
  details?: Record<string, string | number | boolean | null>
}

interface Answer {
  status: number
  body: unknown
}

/** One call of /v1 with JSON. Throws when nothing arrived. */
async function call(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer> {
  const answer = await fetch(path, {
    method,
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? null : parsed(text) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const errorsOf = ({ body }: Answer): ApiError[] => (body as { errors?: ApiError[] } | null)?.errors ?? []

/** Stores the words over a version. Throws on faults of the network or the server, which are tried again. */
export async function saveDraft(draft: PieceDraft, base: SaveBase, words: Words): Promise<SaveAnswer> {
  const body = draftBody(draft, base.version)
  const answer = base.id === null ? await call('POST', '/v1/pieces', body) : await call('PUT', `/v1/pieces/${base.id}`, body)
  const [error] = errorsOf(answer)
  if (answer.status < 300) {
    const { id, version } = answer.body as { id: string; version: string | number }
    return { kind: 'saved', id, version: String(version) }
  }
  if (error?.code === 'stale' && base.id !== null) {
    const stored = await readPiece(base.id)
    if (stored) return { kind: 'conflict', version: String(stored.version) }
  }
  const message = refusalOf(answer, words)
  if (message === null) throw new Error(`The save was answered ${answer.status}`)
  return { kind: 'refused', message: words('saveRefused', { what: message }) }
}

/** The stored draft, or null when it could not be read. */
export async function loadDraft(id: string, locale: Locale): Promise<PieceDraft | null> {
  const stored = await readPiece(id)
  return stored ? draftOf(stored, locale) : null
}

async function readPiece(id: string): Promise<WorkingPiece | null> {
  try {
    const answer = await call('GET', `/v1/pieces/${id}`)
    return answer.status === 200 ? (answer.body as WorkingPiece) : null
  } catch {
    return null
  }
}

/** Sends a stored piece to the editors; answers null, or why not in words. `passed`: what to say when it was let pass as it is. */
export async function submitDraft(id: string, publishAt: string | null | undefined, words: Words, passed?: string): Promise<string | null> {
  try {
    const answer = await call('POST', `/v1/pieces/${id}/submit`, { publishAt })
    if (answer.status < 300) return null
    if (passed !== undefined && errorsOf(answer)[0]?.code === 'state') return passed
    return words('submitFailed', { what: refusalOf(answer, words) ?? words('actionFailed') })
  } catch {
    return words('submitOffline')
  }
}

/** Products by name, with price, stock and commission. Throws when nothing could be fetched. */
export async function searchProducts(query: string, locale: Locale, signal: AbortSignal): Promise<ProductOption[]> {
  const answer = await call('GET', `/v1/studio/products?${new URLSearchParams({ q: query })}`, undefined, signal)
  if (answer.status !== 200) throw new Error(`The search was answered ${answer.status}`)
  return (answer.body as { products: ProductView[] }).products.map((product) => productOf(product, locale))
}

/** Has a frame of a video cut as its cover; null when that did not work. */
export async function cutPoster(media: string, second: number, signal: AbortSignal): Promise<ServedMedia | null> {
  try {
    const answer = await call('POST', `/v1/media/${media}/poster`, { second }, signal)
    return answer.status < 300 ? (answer.body as { media: ServedMedia }).media : null
  } catch {
    return null
  }
}

const fields = ['title', 'body', 'pictures', 'video', 'placements'] as const

/** What a refusal means to the writer; null for faults, which are no refusal. */
function refusalOf(answer: Answer, words: Words): string | null {
  const [error] = errorsOf(answer)
  if (answer.status >= 500 || error === undefined) return null
  if (error.code === 'unauthenticated') return words('saveLoggedOut')
  if (error.code === 'not_found' || error.code === 'gone' || error.code === 'forbidden') return words('saveGone')
  if (error.code === 'too_many') return words('saveLimited')
  if (error.code === 'state') return words('saveState')
  const field = fields.find(
    (name) => error.field === name || error.field?.startsWith(`${name}.`) || error.field?.startsWith(`draft.${name}`),
  )
  return words(field === undefined ? 'field_other' : `field_${field}`)
}

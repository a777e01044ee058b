import type { FlattenedField } from 'payload'
import { fail, ok } from '../lib/result.ts'
import { unusableIn } from '../lib/unusable-input.ts'

type Refusal = ReturnType<typeof fail> | null
/** The row that a body holds, or why it holds none. */
type Read = Exclude<Refusal, null> | { ok: true; value: Record<string, unknown> | null }

/**
 * The row in this body, if Payload can take it for one with these fields. Payload asks text for no type and walks what it gets by
 * recursion, so that a wrong type would be stored as something else, or end as a fault.
 */
export async function readRow(body: Buffer, contentType: string, fields: readonly FlattenedField[], allLocales: boolean): Promise<Read> {
  const type = contentType.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/json') return body.length === 0 ? ok(null) : readJson(body.toString(), fields, allLocales)
  if (type === 'multipart/form-data') return readForm(body, contentType, fields, allLocales)
  return fail('unsupported_type', `Expected Content-Type application/json, came ${contentType.slice(0, 80) || 'none'}.`)
}

function readJson(text: string, fields: readonly FlattenedField[], allLocales: boolean): Read {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return fail('bad_request', 'Expected well-formed JSON.')
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return fail('invalid', 'Expected a JSON object.')
  const unusable = unusableIn(value)
  if (unusable) return fail('invalid', unusable.message, unusable.field ? { field: unusable.field } : {})
  const wrong = wrongType(value as Record<string, unknown>, fields, allLocales, '')
  if (wrong) return fail('invalid', `Expected ${wrong.expected} for ${wrong.field}.`, { field: wrong.field })
  return ok(value as Record<string, unknown>)
}

/** The admin sends its forms as multipart, with the row as JSON in `_payload`. Files come in by `/v1/media` only. */
async function readForm(body: Buffer, contentType: string, fields: readonly FlattenedField[], allLocales: boolean): Promise<Read> {
  let form: FormData
  try {
    form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
  } catch {
    return fail('bad_request', 'Expected a well-formed multipart body.')
  }
  const parts = [...form]
  if (parts.some(([, value]) => typeof value !== 'string')) return fail('unsupported_type', 'Files are taken by POST /v1/media only.')
  const [row] = parts
  if (parts.length !== 1 || row?.[0] !== '_payload' || typeof row[1] !== 'string')
    return fail('invalid', 'Expected one part, the row as JSON in _payload.', { field: '_payload' })
  return readJson(row[1], fields, allLocales)
}

const wanted: Partial<Record<FlattenedField['type'], { expected: string; fits: (value: unknown) => boolean }>> = {
  text: { expected: 'text', fits: (value) => typeof value === 'string' },
  textarea: { expected: 'text', fits: (value) => typeof value === 'string' },
  email: { expected: 'text', fits: (value) => typeof value === 'string' },
  number: { expected: 'a number', fits: (value) => typeof value === 'number' && Number.isFinite(value) },
  checkbox: { expected: 'true or false', fits: (value) => typeof value === 'boolean' },
  date: { expected: 'a date', fits: (value) => typeof value === 'string' && (value === '' || Number.isFinite(new Date(value).getTime())) },
  array: { expected: 'a list', fits: Array.isArray },
  group: { expected: 'an object', fits: (value) => typeof value === 'object' && !Array.isArray(value) },
}

function wrongType(
  row: Record<string, unknown>,
  fields: readonly FlattenedField[],
  allLocales: boolean,
  above: string,
): { field: string; expected: string } | null {
  for (const field of fields) {
    const value = Object.hasOwn(row, field.name) ? row[field.name] : undefined
    const path = `${above}${field.name}`
    if (value === undefined || value === null) continue
    if (field.name === 'password' && typeof value !== 'string') return { field: path, expected: 'text' }
    const many = 'hasMany' in field && field.hasMany
    if (many && !Array.isArray(value)) return { field: path, expected: 'a list' }
    const localized = allLocales && 'localized' in field && field.localized
    const rule = many || localized ? undefined : wanted[field.type]
    if (rule && !rule.fits(value)) return { field: path, expected: rule.expected }
    const inner = rule && 'flattenedFields' in field ? innerRows(value, path) : []
    for (const [at, one] of inner) {
      if (one === null || typeof one !== 'object') return { field: at, expected: 'an object' }
      const wrong = wrongType(
        one as Record<string, unknown>,
        (field as { flattenedFields: FlattenedField[] }).flattenedFields,
        allLocales,
        `${at}.`,
      )
      if (wrong) return wrong
    }
  }
  return null
}

const innerRows = (value: unknown, path: string): [string, unknown][] =>
  Array.isArray(value) ? value.map((one, at): [string, unknown] => [`${path}.${at}`, one]) : [[path, value]]

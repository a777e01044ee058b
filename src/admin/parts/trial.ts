/** What the simulator's form holds, as text; empty is "as it was". `rate` in per cent. */
export interface TrialFields {
  days: string
  programme: string
  model: string
  windowDays: string
  rate: string
}

export const fieldNames = ['days', 'programme', 'model', 'windowDays', 'rate'] as const satisfies readonly (keyof TrialFields)[]

/** The fields of a page's address; 30 days where it names none. The page at the desk reads the same names. */
export function fieldsOf(search: string): TrialFields {
  const query = new URLSearchParams(search)
  const text = (name: keyof TrialFields) => query.get(name)?.trim().slice(0, 40) ?? ''
  return {
    days: text('days') || '30',
    programme: text('programme'),
    model: text('model'),
    windowDays: text('windowDays'),
    rate: text('rate'),
  }
}

/** The address that says what was tried: what is empty is left out. */
export function searchOf(fields: TrialFields): string {
  const query = new URLSearchParams(fieldNames.flatMap((name) => (fields[name].trim() ? [[name, fields[name].trim()]] : [])))
  return `?${query}`
}

/** The call that works it out. The rate becomes basis points; what is no number is sent as it is and refused there. */
export function trialPath({ days, programme, model, windowDays, rate }: TrialFields): string {
  const bps = rate.trim() === '' ? '' : String(Math.round(Number(rate.replace(',', '.')) * 100))
  const asked = { days, programmeId: programme, model, windowDays, rateBps: bps }
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value.trim() !== ''))
  return `/v1/staff/simulation?${query}`
}

export interface Pair {
  key: string
  name: string
  before: number
  after: number
}

const dayMs = 86_400_000

/** Every day from the first to the last, those without orders with zeros: an axis of time has no gaps. Days as `2026-11-02`. */
export function withoutGaps(days: readonly { day: string; before: number; after: number }[]): Pair[] {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return []
  const known = new Map(days.map((one) => [one.day, one]))
  const all: Pair[] = []
  for (let at = Date.parse(first.day); at <= Date.parse(last.day); at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10)
    all.push({ key: day, name: day, before: known.get(day)?.before ?? 0, after: known.get(day)?.after ?? 0 })
  }
  return all
}

/** Those whose share changes most, gains before losses; at most `most`. */
export const mostMoved = (pairs: readonly Pair[], most: number): Pair[] =>
  pairs
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.key < b.key ? -1 : 1))
    .slice(0, most)
    .sort((a, b) => b.after - b.before - (a.after - a.before) || (a.key < b.key ? -1 : 1))

import { graphemeLength } from '../../lib/graphemes.ts'
import type { Failure } from '../../lib/result.ts'
import { marksOf } from '../../lib/text.ts'

export type PieceKind = 'posts' | 'video-notes'

/** Where a product stands. Positions that do not belong to its kind are null or absent. */
export interface Placement {
  /** What readers see, and what `[[3]]` names: 1 upwards without a gap. */
  number: number
  kind: 'text' | 'hotspot' | 'moment'
  product: string
  /** 0-based index of the picture that a hotspot is on. */
  picture?: number | null
  /** Per cent of that picture's width and height, 0 to 100. */
  x?: number | null
  y?: number | null
  /** Seconds into the video, `from` before `to`. */
  from?: number | null
  to?: number | null
}

/** The versioned part of a piece, as its author writes it. */
export interface PieceDraft {
  kind: PieceKind
  title: string
  body: string
  /** Media ids of a post's pictures, in order. */
  pictures: readonly string[]
  /** Media id of a video note's video. */
  video: string | null
  placements: readonly Placement[]
}

/** What is known around a draft. */
export interface DraftFacts {
  /** Products that can be linked now. */
  products: ReadonlySet<string>
  /** Length of the video in seconds; null while it is unknown or there is none. */
  videoSeconds: number | null
}

/** Lengths in graphemes, except where the store counts UTF-16 units. */
export const draftLimits = { titleMax: 60, titleUnits: 80, bodyUnits: 20_000, pictures: 9, placements: 20 } as const

type Check = Failure | false

/** What can never be stored, complete or not: an autosave is refused for these and for nothing else. Empty when it can be. */
export function draftFailures(draft: PieceDraft, facts: DraftFacts): Failure[] {
  const { title, body, pictures, placements } = draft
  const checks: Check[] = [
    (graphemeLength(title) > draftLimits.titleMax || title.length > draftLimits.titleUnits) &&
      invalid('title', `Expected a title of at most ${draftLimits.titleMax} characters, got ${graphemeLength(title)}`),
    body.length > draftLimits.bodyUnits &&
      invalid('body', `Expected a text of at most ${draftLimits.bodyUnits} characters, got ${body.length}`),
    pictures.length > draftLimits.pictures &&
      invalid('pictures', `Expected at most ${draftLimits.pictures} pictures, got ${pictures.length}`),
    draft.kind === 'video-notes' && pictures.length > 0 && invalid('pictures', 'Expected no pictures on a video note'),
    draft.kind === 'posts' && draft.video !== null && invalid('video', 'Expected no video on a post'),
    placements.length > draftLimits.placements &&
      invalid('placements', `Expected at most ${draftLimits.placements} products, got ${placements.length}`),
    ...numberChecks(placements),
    ...placements.flatMap((placement, index) => placementChecks(placement, `placements.${index}`, draft, facts)),
  ]
  return checks.filter((check) => check !== false)
}

/** What stands between a draft and the editors: the above, and everything that is missing. Empty when it can be submitted. */
export function submissionFailures(draft: PieceDraft, facts: DraftFacts): Failure[] {
  const numbers = new Set(draft.placements.map(({ number }) => number))
  const unknown = marksOf(draft.body).filter((number) => !numbers.has(number))
  const checks: Check[] = [
    draft.title.trim() === '' && invalid('title', 'Expected a title, got none'),
    draft.kind === 'posts' && draft.body.trim() === '' && invalid('body', 'Expected some text, got none'),
    draft.kind === 'posts' &&
      draft.pictures.length === 0 &&
      invalid('pictures', `Expected 1 to ${draftLimits.pictures} pictures, got none`),
    draft.kind === 'video-notes' && draft.video === null && invalid('video', 'Expected a video, got none'),
    ...unknown.map((number) => invalid('body', `Expected a product with number ${number} for the mark [[${number}]], got none`)),
  ]
  return [...draftFailures(draft, facts), ...checks.filter((check) => check !== false)]
}

function numberChecks(placements: readonly Placement[]): Check[] {
  const numbers = new Set(placements.map(({ number }) => number))
  return placements.map(
    (_, index) =>
      !numbers.has(index + 1) &&
      invalid('placements', `Expected the numbers 1 to ${placements.length}, each once; ${index + 1} is missing`),
  )
}

function placementChecks(placement: Placement, at: string, draft: PieceDraft, facts: DraftFacts): Check[] {
  const kindFits = placement.kind === 'text' || (placement.kind === 'hotspot') === (draft.kind === 'posts')
  return [
    !facts.products.has(placement.product) && invalid(`${at}.product`, 'Expected a product that is for sale, got one that is not'),
    !kindFits && invalid(`${at}.kind`, `Expected a placement that fits ${draft.kind}, got ${placement.kind}`),
    ...(placement.kind === 'hotspot' ? hotspotChecks(placement, at, draft.pictures.length) : []),
    ...(placement.kind === 'moment' ? momentChecks(placement, at, facts.videoSeconds) : []),
  ]
}

function hotspotChecks({ picture, x, y }: Placement, at: string, pictures: number): Check[] {
  const onPicture = Number.isInteger(picture) && picture! >= 0 && picture! < pictures
  return [
    !onPicture && invalid(`${at}.picture`, `Expected one of ${pictures} pictures counted from 0, got ${picture ?? 'none'}`),
    !isBetween(x, 0, 100) && invalid(`${at}.x`, `Expected 0 to 100 per cent, got ${x ?? 'none'}`),
    !isBetween(y, 0, 100) && invalid(`${at}.y`, `Expected 0 to 100 per cent, got ${y ?? 'none'}`),
  ]
}

function momentChecks({ from, to }: Placement, at: string, videoSeconds: number | null): Check[] {
  const end = videoSeconds ?? Number.MAX_SAFE_INTEGER
  const within = videoSeconds === null ? 'seconds from 0' : `seconds from 0 to ${videoSeconds}`
  return [
    !isBetween(from, 0, end) && invalid(`${at}.from`, `Expected ${within}, got ${from ?? 'none'}`),
    !(isBetween(to, 0, end) && (!isBetween(from, 0, end) || to > from)) &&
      invalid(`${at}.to`, `Expected ${within}, after its beginning, got ${to ?? 'none'}`),
  ]
}

const isBetween = (value: number | null | undefined, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most

const invalid = (field: string, message: string): Failure => ({ code: 'invalid', field, message })

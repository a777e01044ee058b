import type { PieceKind } from '../../../modules/publishing/index.ts'
import type { DraftInput } from '../../pieces/draft-input.ts'
import { cells, listed, readSheet } from './read-sheet.ts'

const states = ['published', 'review', 'changes', 'rejected', 'draft', 'taken-down', 'scheduled'] as const
export type SeedState = (typeof states)[number]

export interface SeedPiece {
  key: string
  kind: PieceKind
  author: string
  language: 'zh' | 'en'
  /** Days before now on which it is written and, a little later, decided. */
  ago: number
  state: SeedState
  title: string
  body: string
  topics: string[]
  disclosure: NonNullable<DraftInput['disclosure']>
  pictures: { file: string; alt: string }[]
  /** Products on the first picture whose places the drawing knows, in the order of their numbers. */
  spots: string[]
  /** Products on the first picture at places that are said here, per cent; numbered after `spots`. */
  places: { product: string; x: number; y: number }[]
  clip: { name: string; seconds: number; alt: string } | null
  /** Seconds of the clip in which a product is the thing to look at, numbered in order. */
  moments: { product: string; from: number; to: number }[]
  /** WebVTT. */
  captions: string | null
  /** Key of the piece that it translates. */
  translates: string | null
  /** A later version: when, what readers are told of it, and the words added at the end. */
  edit: { ago: number; note: string; words: string } | null
  /** What an editor wrote beside a decision that is no approval. `evidence` is a phrase of the piece. */
  grounds: { rule: string; reason: string; evidence: string | null } | null
  /** Days from now on which a scheduled piece becomes public, at the full hour. */
  ahead: number
  /** Days between its publication and its being taken down. */
  after: number
}

/** Reads `pieces/<key>.md`. Throws when the file is not complete. */
export function readPieceSheet(text: string, key: string): SeedPiece {
  const sheet = readSheet(text, `pieces/${key}`)
  const kind = sheet.one('kind') as PieceKind
  const [body = '', second = ''] = sheet.parts
  const state = states.find((one) => one === (sheet.maybe('state') ?? 'published'))
  if (!state) throw new Error(`pieces/${key}: expected a state of ${states.join(', ')}, got ${sheet.maybe('state')}`)
  const [clip, seconds, alt = ''] = cells(sheet.maybe('clip') ?? '')
  const [editedAgo, note = ''] = cells(sheet.maybe('edited') ?? '')
  const rule = sheet.maybe('rule')
  return {
    key,
    kind,
    state,
    author: sheet.one('author'),
    language: sheet.one('language') as SeedPiece['language'],
    ago: Number(sheet.one('ago')),
    title: sheet.one('title'),
    body,
    topics: listed(sheet.maybe('topics')),
    disclosure: sheet.one('disclosure') as SeedPiece['disclosure'],
    pictures: sheet.all('picture').map((line) => {
      const [file = '', words = ''] = cells(line)
      return { file, alt: words }
    }),
    spots: (sheet.maybe('spots') ?? '').split(' ').filter(Boolean),
    places: sheet.all('at').map((line) => {
      const [product = '', x, y] = line.split(' ')
      return { product, x: Number(x), y: Number(y) }
    }),
    clip: clip ? { name: clip, seconds: Number(seconds), alt } : null,
    moments: sheet.all('moment').map((line) => {
      const [product = '', from, to] = line.split(' ')
      return { product, from: Number(from), to: Number(to) }
    }),
    captions: kind === 'video-notes' ? second : null,
    translates: sheet.maybe('translation'),
    edit: editedAgo ? { ago: Number(editedAgo), note, words: second } : null,
    grounds: rule ? { rule, reason: sheet.one('reason'), evidence: sheet.maybe('evidence') } : null,
    ahead: Number(sheet.maybe('ahead') ?? 0),
    after: Number(sheet.maybe('after') ?? 0),
  }
}

/** Products that a piece names, in the order of their numbers. */
export const productsOf = ({ spots, places, moments }: SeedPiece): string[] => [
  ...spots,
  ...places.map(({ product }) => product),
  ...moments.map(({ product }) => product),
]

/** Whether readers see it at the end of the story. */
export const isShown = ({ state }: Pick<SeedPiece, 'state'>): boolean => state === 'published'

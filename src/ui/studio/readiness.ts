import { graphemeLength } from '../../lib/graphemes.ts'
import { marksOf } from '../../lib/text.ts'
import type { PieceDraft } from './draft.ts'
import { maxPictures } from './editor-state.ts'
import { running, type Upload } from './upload-state.ts'

/** What the site asks of a piece. The server decides; these are its numbers, shown while one writes. Lengths in graphemes. */
export interface EditorLimits {
  titleMax: number
  bodyMin: number
  bodyMax: number
  placementsMax: number
  /** On a site for mainland China every piece that one can buy from shows 广告, with or without commission (DIS-1). */
  buyableIsAd: boolean
}

export const defaultLimits: EditorLimits = { titleMax: 60, bodyMin: 1, bodyMax: 20_000, placementsMax: 20, buyableIsAd: true }

/** A part of the label that readers see. The order is the order on the label. */
export type LabelPart = 'ad' | 'commission' | 'sample' | 'paid' | 'relation'

/** What the products alone make necessary: the author cannot take it away (DIS-1, DIS-3). */
export function minimumLabel(draft: PieceDraft, limits: Pick<EditorLimits, 'buyableIsAd'>): LabelPart[] {
  const mayEarn = draft.placements.some(({ product }) => (product.commissionBps ?? 0) > 0 || product.codeEarns)
  if (mayEarn || draft.credited) return ['ad', 'commission']
  return limits.buyableIsAd && draft.placements.length > 0 ? ['ad'] : []
}

/** The whole label: the minimum, and what the author adds to it. Any interest makes it an ad. */
export function labelOf(draft: PieceDraft, limits: Pick<EditorLimits, 'buyableIsAd'>): LabelPart[] {
  const { sample, paid, relation } = draft.disclosure
  const added: LabelPart[] = [
    ...(sample ? (['sample'] as const) : []),
    ...(paid ? (['paid'] as const) : []),
    ...(relation ? (['relation'] as const) : []),
  ]
  const minimum = minimumLabel(draft, limits)
  return added.length === 0 ? minimum : [...(minimum.length === 0 ? (['ad'] as const) : minimum), ...added]
}

/** Pictures (1-based) and the video whose files say that AI made them (DIS-5). */
export interface MachineFiles {
  pictures: number[]
  video: boolean
}

export const machineFiles = ({ pictures, video }: Pick<PieceDraft, 'pictures' | 'video'>): MachineFiles => ({
  pictures: pictures.flatMap(({ media }, index) => (media.aiSuspect ? [index + 1] : [])),
  video: video?.media.aiSuspect === true,
})

/** Whether a file asks for an answer: the label, or a reason why not. */
export const asksForMachine = (files: MachineFiles): boolean => files.video || files.pictures.length > 0

/** What readers are told of a machine's work: the label, the doubt where its author denies it, or nothing. */
export function machineLabel(draft: PieceDraft): 'ai' | 'ai-maybe' | null {
  if (draft.ai) return 'ai'
  return draft.aiDenial.trim() !== '' && asksForMachine(machineFiles(draft)) ? 'ai-maybe' : null
}

/** One line of the list before submitting. `must` blocks, `should` is advice, `done` is seen to. `at` is the field to go to. */
export interface Requirement {
  key: RequirementKey
  level: 'must' | 'should' | 'done'
  params?: Record<string, string | number>
  at: 'title' | 'body' | 'pictures' | 'video' | 'placements' | 'uploads' | 'ai'
}

export type RequirementKey =
  | 'title'
  | 'titleLong'
  | 'body'
  | 'bodyLong'
  | 'pictures'
  | 'video'
  | 'uploading'
  | 'uploadFailed'
  | 'markUnknown'
  | 'withdrawn'
  | 'soldOut'
  | 'placementsMany'
  | 'alt'
  | 'unmarked'
  | 'captions'
  | 'machine'

/** Uploads of this piece that are not yet part of it. */
export interface PendingUploads {
  running: number
  failed: number
}

export const pendingOf = (uploads: readonly Upload[]): PendingUploads => ({
  running: uploads.filter(running).length,
  failed: uploads.filter(({ status }) => status === 'failed').length,
})

/** Everything that stands between the draft and the desk, must first; then advice; then what is done. */
export function requirementsOf(draft: PieceDraft, uploads: PendingUploads, limits: EditorLimits): Requirement[] {
  const list = [...textRequirements(draft, limits), ...mediaRequirements(draft, uploads), ...productRequirements(draft, limits)]
  const order = { must: 0, should: 1, done: 2 }
  return list.sort((a, b) => order[a.level] - order[b.level])
}

/** How many things block the submit. */
export const missingCount = (list: Requirement[]): number => list.filter(({ level }) => level === 'must').length

function textRequirements(draft: PieceDraft, limits: EditorLimits): Requirement[] {
  const title = graphemeLength(draft.title.trim())
  const body = graphemeLength(draft.body.trim())
  const unknown = marksOf(draft.body).filter((number) => number > draft.placements.length)
  return [
    { key: 'title', level: title === 0 ? 'must' : 'done', at: 'title' },
    ...rule(title > limits.titleMax, { key: 'titleLong', level: 'must', at: 'title', params: { count: title - limits.titleMax } }),
    ...rule(draft.kind === 'post', {
      key: 'body',
      level: body < limits.bodyMin ? 'must' : 'done',
      at: 'body',
      params: { count: limits.bodyMin },
    }),
    ...rule(body > limits.bodyMax, { key: 'bodyLong', level: 'must', at: 'body', params: { count: body - limits.bodyMax } }),
    ...unknown.map((number): Requirement => ({ key: 'markUnknown', level: 'must', at: 'body', params: { number: String(number) } })),
  ]
}

function mediaRequirements(draft: PieceDraft, uploads: PendingUploads): Requirement[] {
  const noAlt = draft.pictures.filter(({ alt }) => alt.trim() === '').length
  return [
    ...rule(uploads.running > 0, { key: 'uploading', level: 'must', at: 'uploads', params: { count: uploads.running } }),
    ...rule(asksForMachine(machineFiles(draft)) && machineLabel(draft) === null, { key: 'machine', level: 'must', at: 'ai' }),
    ...rule(uploads.failed > 0, { key: 'uploadFailed', level: 'must', at: 'uploads', params: { count: uploads.failed } }),
    ...(draft.kind === 'post'
      ? [
          {
            key: 'pictures',
            level: draft.pictures.length === 0 ? 'must' : 'done',
            at: 'pictures',
            params: { count: maxPictures },
          } as const,
          ...rule(noAlt > 0, { key: 'alt', level: 'should', at: 'pictures', params: { count: noAlt } }),
        ]
      : [
          { key: 'video', level: draft.video === null ? 'must' : 'done', at: 'video' } as const,
          ...rule(draft.video !== null && draft.video.captions === null, { key: 'captions', level: 'should', at: 'video' }),
        ]),
  ]
}

function productRequirements(draft: PieceDraft, limits: EditorLimits): Requirement[] {
  const named = new Set(marksOf(draft.body))
  const over = draft.placements.length - limits.placementsMax
  const rows = draft.placements.flatMap(({ number, kind, product }): Requirement[] => [
    ...rule(product.state === 'withdrawn', {
      key: 'withdrawn',
      level: 'must',
      at: 'placements',
      params: { number: String(number), name: product.title },
    }),
    ...rule(product.state === 'sold_out', {
      key: 'soldOut',
      level: 'should',
      at: 'placements',
      params: { number: String(number), name: product.title },
    }),
    ...rule(kind === 'text' && !named.has(number), {
      key: 'unmarked',
      level: 'should',
      at: 'placements',
      params: { number: String(number), name: product.title },
    }),
  ])
  return [...rule(over > 0, { key: 'placementsMany', level: 'must', at: 'placements', params: { count: over } }), ...rows]
}

const rule = (holds: boolean, requirement: Requirement): Requirement[] => (holds ? [requirement] : [])

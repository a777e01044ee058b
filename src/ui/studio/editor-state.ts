import { marksOf } from '../../lib/text.ts'
import { rewriteMarks } from './body-marks.ts'
import type { DisclosureDraft, PictureDraft, PieceDraft, PlacementDraft, ProductOption, VideoDraft } from './draft.ts'

/** Every change that a person can make to a piece. Ids come with the action, so that the reducer stays pure. */
export type DraftAction =
  | { type: 'title'; title: string }
  | { type: 'body'; body: string }
  | { type: 'language'; language: 'zh' | 'en' }
  | { type: 'disclosure'; disclosure: Partial<DisclosureDraft> }
  | { type: 'ai'; ai: boolean }
  | { type: 'ai-denial'; aiDenial: string }
  /** Puts the piece under a topic, or takes it from there. */
  | { type: 'topic'; topic: string; on: boolean }
  | { type: 'edit-note'; editNote: string }
  | { type: 'picture-added'; picture: PictureDraft }
  | { type: 'picture-alt'; picture: number; alt: string }
  | { type: 'picture-moved'; from: number; to: number }
  | { type: 'picture-removed'; picture: number }
  | { type: 'video'; video: VideoDraft | null }
  | { type: 'placement-added'; placement: NewPlacement }
  | { type: 'placement-positioned'; id: string; x: number; y: number }
  | { type: 'placement-timed'; id: string; from: number; to: number }
  | { type: 'placement-product'; id: string; product: ProductOption }
  | { type: 'placement-moved'; id: string; to: number }
  | { type: 'placement-removed'; id: string }

/** A placement before it has its number. */
export type NewPlacement = Omit<PlacementDraft, 'number'>

/** Topics a piece may be put under. */
export const maxTopics = 10

/** Pictures a post may carry. */
export const maxPictures = 9

/** The piece after one change. Numbers stay 1…n and the marks in the body follow them. Impossible changes change nothing. */
export function changeDraft(draft: PieceDraft, action: DraftAction): PieceDraft {
  switch (action.type) {
    case 'title':
      return { ...draft, title: action.title.replaceAll('\n', ' ') }
    case 'body':
      return { ...draft, body: action.body }
    case 'language':
      return { ...draft, language: action.language }
    case 'disclosure':
      return { ...draft, disclosure: { ...draft.disclosure, ...action.disclosure } }
    case 'ai':
      return { ...draft, ai: action.ai }
    case 'ai-denial':
      return { ...draft, aiDenial: action.aiDenial }
    case 'topic':
      return changeTopic(draft, action.topic, action.on)
    case 'edit-note':
      return { ...draft, editNote: action.editNote }
    case 'video':
      return changeVideo(draft, action.video)
    default:
      return action.type.startsWith('picture') ? changePictures(draft, action) : changePlacements(draft, action)
  }
}

function changeTopic(draft: PieceDraft, topic: string, on: boolean): PieceDraft {
  const { topics } = draft
  if (topics.includes(topic) === on || (on && topics.length >= maxTopics)) return draft
  return { ...draft, topics: on ? [...topics, topic] : topics.filter((one) => one !== topic) }
}

function changePictures(draft: PieceDraft, action: DraftAction): PieceDraft {
  const { pictures } = draft
  if (action.type === 'picture-added') return pictures.length >= maxPictures ? draft : { ...draft, pictures: [...pictures, action.picture] }
  if (action.type === 'picture-alt') {
    return { ...draft, pictures: pictures.map((picture, index) => (index === action.picture ? { ...picture, alt: action.alt } : picture)) }
  }
  if (action.type === 'picture-moved') return movePicture(draft, action.from, action.to)
  if (action.type === 'picture-removed') return removePicture(draft, action.picture)
  return draft
}

function movePicture(draft: PieceDraft, from: number, to: number): PieceDraft {
  if (!moves(draft.pictures.length, from, to)) return draft
  const order = moved(
    draft.pictures.map((_picture, index) => index),
    from,
    to,
  )
  return {
    ...draft,
    pictures: moved(draft.pictures, from, to),
    placements: draft.placements.map((placement) =>
      placement.picture === null ? placement : { ...placement, picture: order.indexOf(placement.picture) },
    ),
  }
}

/** Takes a picture away. Products on it stay when the text names them; the others go with it. */
function removePicture(draft: PieceDraft, picture: number): PieceDraft {
  if (draft.pictures[picture] === undefined) return draft
  const named = new Set(marksOf(draft.body))
  const kept: PlacementDraft[] = []
  for (const placement of draft.placements) {
    if (placement.picture !== picture) kept.push(placement)
    else if (named.has(placement.number)) kept.push({ ...placement, kind: 'text', picture: null, x: null, y: null })
  }
  const shifted = kept.map((placement) =>
    placement.picture !== null && placement.picture > picture ? { ...placement, picture: placement.picture - 1 } : placement,
  )
  return renumber({ ...draft, pictures: draft.pictures.filter((_one, index) => index !== picture) }, shifted)
}

/** Another video: its seconds are other seconds, so moments are cut to its length, and those past its end go. */
function changeVideo(draft: PieceDraft, video: VideoDraft | null): PieceDraft {
  const duration = video?.media.durationSeconds
  if (video === null || duration === undefined || video.media.id === draft.video?.media.id) return { ...draft, video }
  const kept = draft.placements.flatMap((placement) => {
    if (placement.from === null || placement.to === null) return [placement]
    return placement.from >= duration ? [] : [{ ...placement, to: Math.min(placement.to, duration) }]
  })
  return renumber(
    { ...draft, video: { ...video, posterSecond: video.posterSecond === null ? null : Math.min(video.posterSecond, duration) } },
    kept,
  )
}

function changePlacements(draft: PieceDraft, action: DraftAction): PieceDraft {
  const { placements } = draft
  switch (action.type) {
    case 'placement-added':
      if (placements.some((placement) => placement.id === action.placement.id)) return draft
      if (action.placement.picture !== null && draft.pictures[action.placement.picture] === undefined) return draft
      return { ...draft, placements: [...placements, { ...action.placement, number: placements.length + 1 }] }
    case 'placement-positioned':
      return amend(draft, action.id, { x: percent(action.x), y: percent(action.y) })
    case 'placement-timed':
      return amend(draft, action.id, span(action.from, action.to, draft.video?.media.durationSeconds))
    case 'placement-product':
      return amend(draft, action.id, { product: action.product })
    case 'placement-removed':
      return renumber(
        draft,
        placements.filter((placement) => placement.id !== action.id),
      )
    case 'placement-moved': {
      const from = placements.findIndex((placement) => placement.id === action.id)
      return moves(placements.length, from, action.to) ? renumber(draft, moved(placements, from, action.to)) : draft
    }
    default:
      return draft
  }
}

function amend(draft: PieceDraft, id: string, change: Partial<PlacementDraft>): PieceDraft {
  return { ...draft, placements: draft.placements.map((placement) => (placement.id === id ? { ...placement, ...change } : placement)) }
}

/** Gives the placements the numbers 1…n in their order, and every mark in the body its placement's new number. */
function renumber(draft: PieceDraft, placements: PlacementDraft[]): PieceDraft {
  const numbers = new Map(placements.map((placement, index) => [placement.number, index + 1]))
  const known = new Set(draft.placements.map((placement) => placement.number))
  return {
    ...draft,
    placements: placements.map((placement, index) => ({ ...placement, number: index + 1 })),
    // A mark that never named a placement is the writer's own mistake: it stays to be seen, the submit list names it.
    body: rewriteMarks(draft.body, (number) => (known.has(number) ? (numbers.get(number) ?? null) : number)),
  }
}

/** A position in per cent, inside the picture, to a tenth. */
export const percent = (value: number): number => Math.round(Math.min(100, Math.max(0, value)) * 10) / 10

/** A span of seconds inside the video, at least one second long where the video allows, to a tenth. */
export function span(from: number, to: number, duration = Number.POSITIVE_INFINITY): { from: number; to: number } {
  const tenth = (value: number) => Math.round(value * 10) / 10
  const least = Math.min(1, duration)
  const start = tenth(Math.max(0, Math.min(from, duration - least)))
  return { from: start, to: tenth(Math.min(duration, Math.max(to, start + least))) }
}

const moves = (length: number, from: number, to: number) => from !== to && from >= 0 && to >= 0 && from < length && to < length

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_item, index) => index !== from)
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)]
}

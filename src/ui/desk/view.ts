import type { PieceKind, PlacementKind } from '../studio/draft.ts'
import type { LabelPart } from '../studio/readiness.ts'
import type { MediaView } from '../view/media.ts'

/** One line of the queue. Times are ISO. */
export interface QueueEntry {
  id: string
  kind: PieceKind
  title: string
  picture: MediaView | null
  author: { name: string; handle: string; avatar: MediaView | null }
  /** The author has nothing public yet: look closer. */
  firstPiece: boolean
  /** A public version exists and stays public while this edit waits. */
  isEdit: boolean
  productCount: number
  submittedAt: string
  /** When a decision is due. */
  dueAt: string
  /** Somebody has it open now. */
  claimedBy: string | null
}

/** An item that has its answer, and how its piece stands now. */
export interface DecidedEntry {
  id: string
  kind: PieceKind
  title: string
  picture: MediaView | null
  author: { name: string }
  outcome: 'approved' | 'changes_requested' | 'rejected'
  /** ISO. */
  decidedAt: string
  /** Name of the editor; null when nobody is known any more. */
  decidedBy: string | null
  isPublic: boolean
  isRemoved: boolean
}

/** A product as it stands in the piece under review. */
export interface ReviewProduct {
  number: number
  kind: PlacementKind
  title: string
  picture: MediaView | null
  /** Null when nothing of it is for sale. */
  price: { amount: number; currency: string } | null
  /** Basis points; null when it pays no commission. */
  commissionBps: number | null
  stock: number | null
  href: string
  pictureIndex: number | null
  /** Per cent. */
  x: number | null
  y: number | null
  /** Seconds. */
  from: number | null
  to: number | null
}

/** Those parts of a piece that a version holds and readers see. */
export interface PieceVersion {
  title: string
  body: string
  language: 'zh' | 'en'
  pictures: MediaView[]
  video: MediaView | null
  /** WebVTT. */
  captions: string | null
  products: ReviewProduct[]
  label: LabelPart[]
  ai: boolean
  /** Files that say that AI made them, by what they are; empty when none does (DIS-5). */
  aiSaidBy: ('picture' | 'video')[]
  /** What the author says against it. */
  aiDenial: string | null
}

/** A thing that happened to the piece, newest first on the screen. */
export interface HistoryEntry {
  id: string
  at: string
  /** Who did it; null for the system. */
  by: string | null
  event:
    | 'submitted'
    | 'approved'
    | 'changes_requested'
    | 'rejected'
    | 'taken_down'
    | 'restored'
    | 'withdrawn'
    | 'scheduled'
    | 'unscheduled'
    | 'published'
  ruleId: string | null
  reason: string | null
}

export type Claim = { by: 'me'; until: string } | { by: 'other'; name: string; until: string } | { by: 'nobody' }

/** One item at the desk. `version` goes back with the decision; another one means that the author wrote on (MOD-05). */
export interface ReviewItemView {
  id: string
  pieceId: string
  kind: PieceKind
  version: string
  /** Names the words that were submitted; changes only when the author submits others. */
  content: string
  /** When it was submitted, and when a decision is due. */
  submittedAt: string
  dueAt: string
  /** When the author wants it to become public (ISO); null for at once. */
  publishAt: string | null
  author: { name: string; handle: string; avatar: MediaView | null; publishedCount: number; firstPiece: boolean }
  now: PieceVersion
  /** What is public today, when this is an edit. */
  published: PieceVersion | null
  /** The editor wrote it herself: only others may decide. */
  isOwn: boolean
  /** It waits for a decision; one that has its answer can only be taken down or restored. */
  open: boolean
  /** Readers can open the piece now: only then can it be taken down. */
  isPublic: boolean
  /** An editor took it down: only then can it be restored. */
  isRemoved: boolean
  claim: Claim
  /** The author changed the piece after this page was read. */
  stale: boolean
  history: HistoryEntry[]
}

export type Decision = 'approve' | 'request_changes' | 'reject' | 'take_down' | 'restore'

/** What the desk sends: to `POST /v1/review/:id/:action`, or to the piece's own address when it is taken down or restored. */
export interface DecisionInput {
  itemId: string
  pieceId: string
  action: Decision
  version: string
  ruleId: string | null
  reason: string
}

/** How near the deadline is; the words beside it say the same. */
export type Urgency = 'overdue' | 'soon' | 'calm'

const soonMs = 60 * 60 * 1000

/** Overdue past the deadline, soon within the hour before it. */
export function urgencyOf(dueAt: string, now: string): Urgency {
  const left = Date.parse(dueAt) - Date.parse(now)
  return left < 0 ? 'overdue' : left <= soonMs ? 'soon' : 'calm'
}

/** Overdue first, then the one that waits longest (MOD-04); ties by id, so that the order never jumps. */
export function queueOrder(entries: readonly QueueEntry[], now: string): QueueEntry[] {
  const late = (entry: QueueEntry) => (urgencyOf(entry.dueAt, now) === 'overdue' ? 0 : 1)
  return [...entries].sort(
    (a, b) => late(a) - late(b) || Date.parse(a.submittedAt) - Date.parse(b.submittedAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}

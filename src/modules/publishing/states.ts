import { defineTransitions } from '../../lib/transitions.ts'

/** MOD-01: where the working version of a piece stands. What readers see is a value of its own. */
export type PieceState =
  | 'draft'
  | 'submitted'
  | 'in_review'
  | 'changes_requested'
  | 'rejected'
  | 'approved'
  | 'scheduled'
  | 'published'
  | 'withdrawn'

/**
 * `edit` begins a new working version, `recall` takes a submitted one back, `claim` and `release` are the editor's.
 * `withdraw` is the author's own taking down; an editor's is a restriction.
 */
export type PieceEvent =
  | 'edit'
  | 'submit'
  | 'recall'
  | 'claim'
  | 'release'
  | 'approve'
  | 'request_changes'
  | 'reject'
  | 'publish'
  | 'schedule'
  | 'unschedule'
  | 'withdraw'

/** MOD-01. The public version stays while its edit runs through this: a published piece goes to `draft` and back without being taken down. */
export const pieceTransitions = defineTransitions<PieceState, PieceEvent>('pieces', 'draft', {
  draft: { edit: 'draft', submit: 'submitted', withdraw: 'withdrawn' },
  submitted: {
    claim: 'in_review',
    approve: 'approved',
    request_changes: 'changes_requested',
    reject: 'rejected',
    recall: 'draft',
    withdraw: 'withdrawn',
  },
  in_review: {
    release: 'submitted',
    approve: 'approved',
    request_changes: 'changes_requested',
    reject: 'rejected',
    recall: 'draft',
    withdraw: 'withdrawn',
  },
  changes_requested: { edit: 'draft', submit: 'submitted', withdraw: 'withdrawn' },
  rejected: { edit: 'draft', withdraw: 'withdrawn' },
  approved: { publish: 'published', schedule: 'scheduled', edit: 'draft', withdraw: 'withdrawn' },
  scheduled: { publish: 'published', unschedule: 'approved', edit: 'draft', withdraw: 'withdrawn' },
  published: { edit: 'draft', withdraw: 'withdrawn' },
  withdrawn: { edit: 'draft' },
})

/** MOD-01: how far an editor holds a piece back, whatever its state. */
export type Restriction = 'none' | 'limited' | 'hidden' | 'removed'

export type RestrictionEvent = 'limit' | 'hide' | 'take_down' | 'restore'

export const restrictionTransitions = defineTransitions<Restriction, RestrictionEvent>('restrictions', 'none', {
  none: { limit: 'limited', hide: 'hidden', take_down: 'removed' },
  limited: { hide: 'hidden', take_down: 'removed', restore: 'none' },
  hidden: { limit: 'limited', take_down: 'removed', restore: 'none' },
  removed: { restore: 'none' },
})

/** Whether anybody may see a piece: it has a public version (which only publishing writes), is not held back and not deleted. */
export const isPublic = (piece: { hasPublicVersion: boolean; restriction: Restriction; deletedAt?: Date | string | null }): boolean =>
  piece.hasPublicVersion && !piece.deletedAt && (piece.restriction === 'none' || piece.restriction === 'limited')

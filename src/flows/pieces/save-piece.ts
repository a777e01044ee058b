import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { newId } from '../../lib/ids.ts'
import { fail, failAll, ok, type Result } from '../../lib/result.ts'
import { next } from '../../lib/transitions.ts'
import { pieceTransitions, type PieceState as Stage } from '../../modules/publishing/index.ts'
import { createPiece, type PieceContent, pruneVersions, readVersion, saveVersion } from '../../modules/publishing/store/pieces.ts'
import { changeState } from '../../modules/publishing/store/states.ts'
import type { PieceState } from '../../payload-types.ts'
import { draftProblems } from './check-draft.ts'
import { completeContent, contentOf } from './complete-content.ts'
import type { SaveInput } from './draft-input.ts'
import { noteChange } from './note-change.ts'
import { changedMeanwhile, creatorOf, ownPiece } from './own-piece.ts'

export interface Saved {
  id: string
  /** Send it back as `baseVersion` with the next save. */
  version: string
  state: Stage
  /** ISO. */
  savedAt: string
}

/** States in which the author writes on without leaving them: an editor has it, asked for just this, or let a version pass that waits. */
const writingGoesOn: readonly Stage[] = ['draft', 'submitted', 'in_review', 'changes_requested', 'approved', 'scheduled']

/**
 * Saves a working version of one's own piece, complete or not. What readers see and what an editor has before her stay
 * as they are. Failures: `invalid` (with all of them), `stale` when another version was saved since `baseVersion`,
 * `not_found`, `gone`, `forbidden`. A save that changes nothing makes no version.
 */
export async function savePiece(ctx: Ctx, actor: Actor, input: SaveInput): Promise<Result<Saved>> {
  const creator = creatorOf(actor)
  if (!creator.ok) return creator
  const { creatorId } = creator.value
  return ctx.tx('save piece', (req) =>
    input.id === undefined ? create(ctx, req, actor, creatorId, input) : update(ctx, req, actor, { ...input, id: input.id }),
  )
}

/**
 * Begins a piece under an id that was chosen before (see `derivedId`), so that beginning it again is a duplicate key and
 * not a second piece. Failures: `invalid`, `forbidden`, `unauthenticated`.
 */
export async function beginPiece(ctx: Ctx, actor: Actor, id: string, input: Pick<SaveInput, 'kind' | 'draft'>): Promise<Result<Saved>> {
  const creator = creatorOf(actor)
  if (!creator.ok) return creator
  const { creatorId } = creator.value
  return ctx.tx('begin piece', (req) => create(ctx, req, actor, creatorId, input, id))
}

async function create(
  ctx: Ctx,
  req: PayloadRequest,
  actor: Actor,
  author: string,
  { kind, draft }: Pick<SaveInput, 'kind' | 'draft'>,
  id = newId(),
): Promise<Result<Saved>> {
  const piece = { id, kind, author }
  const content = contentOf(kind, draft, null)
  const refused = failAll(await draftProblems(req, actor, kind, content, 'save'))
  if (refused) return refused
  const now = ctx.clock.now()
  const state = await createPiece(req, piece, await completeContent(req, piece, content, now))
  return ok(savedAs(state, now))
}

async function update(ctx: Ctx, req: PayloadRequest, actor: Actor, input: SaveInput & { id: string }): Promise<Result<Saved>> {
  const { id, kind, draft, baseVersion } = input
  const found = await ownPiece(req, actor, id)
  if (!found.ok) return found
  const state = found.value
  if (state.kind !== kind) return fail('invalid', `Expected ${state.kind}, as it was begun, got ${kind}`, { field: 'kind' })
  if (baseVersion !== undefined && baseVersion !== state.workingVersion) return changedMeanwhile(state.workingVersion)
  const before = state.workingVersion ? await readVersion(req, kind, state.workingVersion) : null
  const content = contentOf(kind, draft, before)
  const refused = failAll(await draftProblems(req, actor, kind, content, 'save'))
  if (refused) return refused
  const now = ctx.clock.now()
  const complete = await completeContent(req, pieceOf(actor, state), content, now)
  if (before && sameContent(before, complete)) return ok(savedAs(state, now))
  return store(req, actor, state, complete, now)
}

async function store(req: PayloadRequest, actor: Actor, state: PieceState, content: PieceContent, now: Date): Promise<Result<Saved>> {
  const { id, kind } = state
  const to = writingGoesOn.includes(state.state) ? ok(state.state) : next(pieceTransitions, state.state, 'edit')
  if (!to.ok) return to
  const workingVersion = await saveVersion(req, kind, id, content)
  const changed = await changeState(req, state, { workingVersion, state: to.value }, now)
  if (!changed) return changedMeanwhile(state.workingVersion)
  if (to.value !== state.state)
    await noteChange(req, state, { event: 'edit', to: to.value, actor: actor.userId, at: now, version: workingVersion })
  await pruneVersions(req, kind, id, [workingVersion, state.submittedVersion, state.publicVersion])
  return ok(savedAs(changed, now))
}

/** Whose piece it is, as links want it. */
export const pieceOf = (actor: Pick<Actor, 'creatorId'>, { id, kind }: PieceState) => ({ id, kind, author: actor.creatorId ?? '' })

const savedAs = (state: PieceState, at: Date): Saved => ({
  id: state.id,
  version: state.workingVersion ?? '',
  state: state.state,
  savedAt: at.toISOString(),
})

/** Row ids apart: a client that sends none means the same rows. */
export function sameContent(a: PieceContent, b: PieceContent): boolean {
  const bare = (content: PieceContent) =>
    JSON.stringify(
      {
        ...content,
        pictures: content.pictures?.map(({ id: _, ...rest }) => rest),
        placements: content.placements?.map(({ id: _, ...rest }) => rest),
      },
      (_, value: unknown) => (value === '' ? null : value),
    )
  return bare(a) === bare(b)
}

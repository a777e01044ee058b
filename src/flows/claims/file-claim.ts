import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { newId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { afterWorkingDays } from '../../lib/working-days.ts'
import { answerClaim } from '../../modules/attribution/index.ts'
import { claimsOf, findClaim, insertClaim, moveClaim } from '../../modules/fraud/store/claims.ts'
import { takeTurn } from '../../modules/operations/store/turns.ts'
import { onceOnly } from '../orders/once-only.ts'
import { siteTimeZone } from '../payments/site-day.ts'
import { type ClaimView, claimView } from './claim-view.ts'
import { claimedLines } from './claimed-lines.ts'

/** ATT-40: the first answer comes within so many working days. */
export const claimDays = 2
/** Claims of one creator that may wait for a person at once. */
const mostOpen = 20

export interface ClaimInput {
  /** The order's number, when she knows it. */
  number?: string | undefined
  /** Words of the product's name. */
  product?: string | undefined
  /** Day of the order by the shop's calendar, such as `2026-11-02`. */
  day?: string | undefined
  /** Whatever else helps. */
  words?: string | undefined
}

/**
 * ATT-40: a creator misses an order. When her hint leads to one order in whose story she stands, the rule that decided it answers at once; else a
 * person does, within two working days. An order that is not hers and one that does not exist get the same answer, and nothing is said of
 * who bought. Fails with `forbidden`, `invalid`, `too_many`.
 */
export async function fileClaim(ctx: Ctx, actor: Actor, input: ClaimInput, idempotencyKey: string): Promise<Result<ClaimView>> {
  const { creatorId } = actor
  if (!creatorId) return fail('forbidden', 'Orders are missed by creators.')
  const hint = tidy(input)
  const problem = problemOf(hint)
  if (problem) return fail('invalid', problem.message, { field: problem.field })
  const once = { label: 'file claim', key: `claim:${creatorId}:${idempotencyKey}`, request: { ...hint } }
  const filed = await onceOnly<{ id: string }>(ctx, once, (req) => file(req, creatorId, hint, ctx.clock.now()))
  if (!filed.ok) return filed
  const claim = await findClaim(await ctx.req(), filed.value.id)
  return claim ? ok(claimView(claim)) : fail('not_found', 'There is no such claim.')
}

type Hint = Record<'number' | 'product' | 'day' | 'words', string>

const tidy = ({ number = '', product = '', day = '', words = '' }: ClaimInput): Hint => ({
  ...{ number: number.trim(), product: product.trim(), day: day.trim(), words: words.trim() },
})

function problemOf({ number, product, day, words }: Hint): { field: string; message: string } | null {
  if (number.length > 40) return { field: 'number', message: 'Expected an order number of at most 40 characters' }
  if (product.length > 80) return { field: 'product', message: 'Expected at most 80 characters of the product’s name' }
  if (day !== '' && !isDay(day)) return { field: 'day', message: `Expected a day such as 2026-11-02, got ${day.slice(0, 20)}` }
  if (words.length > 150) return { field: 'words', message: 'Expected at most 150 characters' }
  return number === '' && day === '' ? { field: 'number', message: 'Expected an order number or the day of the order' } : null
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

async function file(req: PayloadRequest, creator: string, hint: Hint, at: Date): Promise<Result<{ id: string }>> {
  await takeTurn(req, `claims:${creator}`)
  const lines = await claimedLines(req, creator, hint)
  const found = answerClaim(lines, creator)
  if (!found && (await waiting(req, creator)) >= mostOpen) return tooMany
  const text = [hint.number, hint.product, hint.day, hint.words].filter((part) => part !== '').join(' · ')
  const row = { key: `claim:${newId()}`, creator, hint: text, at }
  if (found) {
    const { orderId: order, rule, finding } = found
    return ok({ id: await insertClaim(req, { ...row, state: 'answered', order, rule, finding, dueAt: null }) })
  }
  const dueAt = afterWorkingDays(at, claimDays, await siteTimeZone(req))
  return ok({ id: await insertClaim(req, { ...row, state: 'open', order: null, rule: null, finding: null, dueAt }) })
}

const tooMany = fail('conflict', `At most ${mostOpen} claims can wait for an answer at once.`)

const waiting = async (req: PayloadRequest, creator: string): Promise<number> =>
  (await claimsOf(req, creator)).filter(({ state }) => state === 'open').length

/** She does not accept what a rule answered: a person looks, within two working days. Fails with `not_found`, `state`. */
export async function askPerson(ctx: Ctx, actor: Actor, { claimId }: { claimId: string }): Promise<Result<ClaimView>> {
  const { creatorId } = actor
  return ctx.tx<Result<ClaimView>>('ask a person', async (req) => {
    const claim = await findClaim(req, claimId)
    if (!creatorId || claim?.creator !== creatorId) return fail('not_found', 'There is no such claim.')
    const dueAt = afterWorkingDays(ctx.clock.now(), claimDays, await siteTimeZone(req)).toISOString()
    if (claim.state !== 'answered' || !(await moveClaim(req, claimId, 'answered', { state: 'open', dueAt })))
      return fail('state', 'A person looks at this claim already.')
    return ok(claimView({ ...claim, state: 'open', dueAt }))
  })
}

/**
 * ATT-38: a banned creator objects. Her words wait among the claims; whoever upholds it ends the ban. One at a time. Fails with `forbidden`,
 * `invalid`, `state` (one waits already).
 */
export async function appealBan(ctx: Ctx, actor: Actor, { words }: { words: string }, idempotencyKey: string): Promise<Result<ClaimView>> {
  const { creatorId } = actor
  if (!creatorId) return fail('forbidden', 'Bans are appealed by creators.')
  const hint = words.trim()
  if (hint.length < 1 || hint.length > 300) return fail('invalid', `Expected 1 to 300 characters, got ${hint.length}`, { field: 'words' })
  const once = { label: 'appeal ban', key: `appeal:${creatorId}:${idempotencyKey}`, request: { words: hint } }
  const filed = await onceOnly<{ id: string }>(ctx, once, async (req) => {
    await takeTurn(req, `claims:${creatorId}`)
    const before = (await claimsOf(req, creatorId)).filter(({ finding }) => finding === 'appeal')
    if (before.some(({ state }) => state === 'open')) return fail('state', 'An appeal of yours waits for its answer.')
    const at = ctx.clock.now()
    const dueAt = afterWorkingDays(at, claimDays, await siteTimeZone(req))
    const key = `appeal:${creatorId}:${before.length}`
    return ok({
      id: await insertClaim(req, {
        key,
        creator: creatorId,
        state: 'open',
        hint,
        order: null,
        rule: 'ATT-38',
        finding: 'appeal',
        at,
        dueAt,
      }),
    })
  })
  if (!filed.ok) return filed
  const claim = await findClaim(await ctx.req(), filed.value.id)
  return claim ? ok(claimView(claim)) : fail('not_found', 'There is no such claim.')
}

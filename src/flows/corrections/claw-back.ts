import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { newId } from '../../lib/ids.ts'
import { prorate } from '../../lib/prorate.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreator } from '../../modules/accounts/store.ts'
import { ordersOfNumber } from '../../modules/checkout/store/hinted-orders.ts'
import { findOrder, lockRefunds } from '../../modules/checkout/store/order-state.ts'
import { salesOfNumber } from '../../modules/conversions/store.ts'
import { standingsOf, type TakingReason, takingEntries, takingReasons } from '../../modules/ledger/index.ts'
import { correctionsOfOrder, insertCorrection } from '../../modules/ledger/store/corrections.ts'
import { entriesOfLines, type StoredEntry } from '../../modules/ledger/store.ts'
import { notify } from '../accounts/notify.ts'
import { bookFor } from '../fraud/take-commission.ts'
import { onceOnly } from '../orders/once-only.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'
import { financeOnly } from '../payouts/plan-run.ts'

export interface ClawBack {
  handle: string
  /** Of an order of ours, or what another shop calls a sale of its own. */
  orderNumber: string
  /** Minor units; all that is left without. */
  amount?: number | undefined
  reason: string
  /** Why, for the desk alone. */
  note: string
}

export type ClawedBack = { correctionId: string; amount: number; currency: string }

/**
 * ATT-29: finance takes a creator's commission of one order back by hand, a part or all of what is left of it, for a reason from the
 * fixed list. What was paid out already is taken off her balance, never off an account. A part is spread over the lines of
 * the order by what each has left. She is told the reason. The same key takes once; refunds that come later are counted from what
 * is left. Nobody decides about himself. Fails with `forbidden`, `not_found` and `invalid` with the field (more than is left: `details.left`).
 */
export async function clawBack(ctx: Ctx, actor: Actor, input: ClawBack, idempotencyKey: string): Promise<Result<ClawedBack>> {
  const who = financeOnly(actor)
  if (!who.ok) return who
  const { userId } = who.value
  const asked = tidy(input)
  const refused = refuse(asked)
  if (refused) return refused
  const request = { ...asked, amount: asked.amount === undefined ? null : String(asked.amount) }
  const once = { label: 'claw back', key: `claw-back:${userId}:${idempotencyKey}`, request }
  return onceOnly<ClawedBack>(ctx, once, async (req) => {
    const creator = asked.handle ? await findCreator(req, { handle: { equals: asked.handle } }) : null
    if (!creator) return fail('not_found', 'There is no creator with this handle.', { field: 'handle' })
    if (creator.id === actor.creatorId) return fail('forbidden', 'Somebody else decides about your own commissions.')
    return take(req, asked, { creator: creator.id, actor: userId, at: ctx.clock.now() })
  })
}

type Asked = ClawBack & { reason: TakingReason }

const tidy = ({ handle, orderNumber, amount, reason, note }: ClawBack): ClawBack => ({
  ...{ handle: handle.trim().replace(/^@/, '').toLowerCase(), orderNumber: orderNumber.trim(), amount, reason, note: note.trim() },
})

function refuse({ reason, note, amount }: ClawBack): Result<never> | null {
  if (!takingReasons.some((one) => one === reason))
    return fail('invalid', `Expected one of ${takingReasons.join(', ')}`, { field: 'reason' })
  if (note.length < 1 || note.length > 500)
    return fail('invalid', `Expected a note of 1 to 500 characters, got ${note.length}`, { field: 'note' })
  if (amount !== undefined && (!Number.isSafeInteger(amount) || amount < 1))
    return fail('invalid', `Expected an amount in minor units from 1, got ${amount}`, { field: 'amount' })
  return null
}

interface Taking {
  creator: string
  actor: string
  at: Date
}

async function take(req: PayloadRequest, asked: ClawBack, { creator, actor, at }: Taking): Promise<Result<ClawedBack>> {
  const found = await creditedIn(req, asked.orderNumber, creator)
  if (!found) return fail('not_found', 'She earned nothing with such an order.', { field: 'orderNumber' })
  const { id: order, parts } = found
  const left = parts.reduce((sum, part) => sum + part.left, 0)
  const amount = asked.amount ?? left
  if (left === 0 || amount > left)
    return fail('invalid', `Expected at most the ${left} that she has left of this order, got ${amount}`, {
      field: 'amount',
      details: { left },
    })
  const correction = newId()
  const { currency } = parts[0]!
  const reason = asked.reason as Asked['reason']
  const row = { id: correction, key: `taken:${correction}`, kind: 'taken' as const, creator, order, amount: -amount, currency, reason }
  await insertCorrection(req, { ...row, note: asked.note, claim: null, actor, at: at.toISOString() })
  const taken = prorate(
    amount,
    parts.map((part) => part.left),
  )
  const ownOrder = await findOrder(req, order)
  for (const [index, { orderLine, written, about }] of parts.entries()) {
    if (taken[index] === 0) continue
    const entries = takingEntries({ correction, orderLine, creator, amount: taken[index]!, reason }, written)
    await bookFor(req, { id: about, order: about === null ? null : ownOrder, written }, entries, { at, actor })
  }
  const userId = await userOfCreator(req, creator)
  // Whoever only a claim credited has no why page of the order.
  const isHers = ownOrder !== null && parts.some(({ about }) => about === order)
  const data = { orderId: isHers ? order : '', amount: { amount, currency }, reason }
  if (userId) await notify(req, { userId, kind: 'commission-clawed-back', data })
  return ok({ correctionId: correction, amount, currency })
}

/** What a creator has of one line. `about`: the order or sale that its entries name; null for a correction that credited her. */
interface Part {
  orderLine: string
  about: string | null
  left: number
  currency: string
  written: StoredEntry[]
}

/** The order of this number that credited her, or the sale elsewhere, locked, with her part of each of its lines. Null when there is none. */
async function creditedIn(req: PayloadRequest, number: string, creator: string): Promise<{ id: string; parts: Part[] } | null> {
  const orders = number === '' ? [] : await ordersOfNumber(req, number)
  const told = number === '' || orders.length > 0 ? [] : await salesOfNumber(req, number)
  for (const { id, lines } of [...orders, ...told]) {
    await lockRefunds(req, id)
    const credits = (await correctionsOfOrder(req, id)).filter((one) => one.kind === 'credited' && one.creator === creator)
    const lineIds = lines.map((line) => ({ orderLine: String(line.id), about: id as string | null }))
    const parts = await partsOf(req, creator, [...lineIds, ...credits.map((one) => ({ orderLine: one.id, about: null }))])
    if (parts.length > 0) return { id, parts }
  }
  return null
}

async function partsOf(req: PayloadRequest, creator: string, lines: readonly Pick<Part, 'orderLine' | 'about'>[]): Promise<Part[]> {
  const all = await entriesOfLines(
    req,
    lines.map(({ orderLine }) => orderLine),
  )
  return lines.flatMap(({ orderLine, about }) => {
    const written = all.filter((entry) => entry.orderLine === orderLine)
    const one = standingsOf(written, orderLine).find((standing) => standing.creator === creator)
    return one ? [{ orderLine, about, written, left: Math.max(0, one.net), currency: one.first.currency }] : []
  })
}

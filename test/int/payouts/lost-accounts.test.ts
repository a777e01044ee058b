import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { cancelRun } from '../../../src/flows/payouts/cancel-run.ts'
import { lockRun } from '../../../src/flows/payouts/lock-run.ts'
import { planRun } from '../../../src/flows/payouts/plan-run.ts'
import { previewRun } from '../../../src/flows/payouts/read-runs.ts'
import { sendRun } from '../../../src/flows/payouts/send-run.ts'
import { readPayoutAccount, setPayoutAccount } from '../../../src/flows/payouts/set-payout-account.ts'
import type { Actor } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Result } from '../../../src/lib/result.ts'
import { sealText } from '../../../src/lib/sealed-box.ts'
import { findCreatorRows } from '../../../src/modules/accounts/store/creators.ts'
import { findRun, payoutsOfCreator } from '../../../src/modules/ledger/store/payouts.ts'
import { entriesAfter } from '../../../src/modules/ledger/store.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { afterHold, earnedAmount, earnedOrder, type Kol, payee } from '../../builders/payouts.ts'
import { person } from '../../builders/people.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let goods: BuiltProduct
let kol: Kol
let first: Actor & { userId: string }

beforeEach(async () => {
  world = await openWorld()
  goods = await product(world, { stock: 500 })
  kol = await payee(world)
  first = await person(world, ['finance'])
})
afterEach(() => world.close())

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}
const lock = async () => {
  const { total } = await planRun(await world.ctx.req(), world.clock.now())
  return lockRun(world.ctx, first, { expectedTotal: total }, newId())
}
const lockAll = async () => must(await lock())
const entries = async () => entriesAfter(await world.ctx.req(), 0, 10_000)
const payoutOf = async (who: Kol = kol) => (await payoutsOfCreator(await world.ctx.req(), who.creatorId)).at(-1)!

describe('an account that cannot be opened', () => {
  /** As if it had been sealed with another secret: this site's does not open it. */
  const loseSecret = (who: Kol) =>
    world.payload.db.updateOne({
      collection: 'payout-accounts',
      where: { key: { equals: who.creatorId } },
      data: { sealed: sealText(randomBytes(32), JSON.stringify({ method: 'paypal', email: 'a@example.com' }), who.creatorId) },
      options: { atomic: true },
      req: undefined as never,
    })
  const form = { method: 'bank' as const, holder: '林小满', bank: '招商银行', account: '6222000011112222', password: 'correct horse 7' }
  const account = async () => must(await readPayoutAccount(world.ctx, kol)).account

  it('ATT-33 stops the run with a sentence that names her, before anything was claimed, written or sent', async () => {
    const other = await payee(world, '6222000011113333')
    await earnedOrder(world, kol, goods)
    await earnedOrder(world, other, goods)
    afterHold(world)
    const { runId } = await lockAll()
    await loseSecret(kol)
    const before = await entries()
    const name = (await findCreatorRows(await world.ctx.req(), [kol.creatorId])).get(kol.creatorId)!.displayName
    const refused = await sendRun(world.ctx, first, { runId }, 'once')
    expect(refused).toMatchObject({ ok: false, failure: { code: 'conflict', details: { why: 'account_lost', creators: name } } })
    expect(!refused.ok && refused.failure.message).toContain(`payout account of ${name} cannot be opened`)
    expect(await findRun(await world.ctx.req(), runId)).toMatchObject({ state: 'locked' })
    expect([await payoutOf(), await payoutOf(other)]).toMatchObject([{ state: 'locked' }, { state: 'locked' }])
    expect(await readdir(path.join(world.dir, 'payouts')).catch(() => [])).toEqual([])
    expect(await entries()).toEqual(before)
    must(await cancelRun(world.ctx, first, { runId }, newId()))
    expect((await checkBooks(world.ctx)).findings).toEqual([])
  })

  it('ATT-33 the preview leaves her out and says why, she is told to give it again, and is paid once she has', async () => {
    await earnedOrder(world, kol, goods)
    afterHold(world)
    expect(await account()).toMatchObject({ opens: true })
    await loseSecret(kol)
    const { left, payouts } = must(await previewRun(world.ctx, first))
    expect([payouts, left]).toMatchObject([[], [{ amount: earnedAmount, why: 'account_lost' }]])
    expect(await lock()).toMatchObject({ ok: false, failure: { code: 'state' } })
    expect(await account()).toMatchObject({ opens: false, masked: '招商银行 •••• 2222' })
    must(await setPayoutAccount(world.ctx, kol, form))
    expect(await account()).toMatchObject({ opens: true })
    must(await sendRun(world.ctx, first, { runId: (await lockAll()).runId }, newId()))
    expect(await payoutOf()).toMatchObject({ state: 'sent' })
  })
})

import { z } from 'zod'
import { decideBonus, listBonuses, proposeBonus } from '../../flows/bonuses/bonuses.ts'
import { holdByStaff } from '../../flows/holds/hold-commission.ts'
import { listHolds } from '../../flows/holds/list-holds.ts'
import { releaseByStaff } from '../../flows/holds/release-hold.ts'
import { approveRun } from '../../flows/payouts/approve-run.ts'
import { cancelRun } from '../../flows/payouts/cancel-run.ts'
import { endPayout } from '../../flows/payouts/end-payout.ts'
import { lockRun } from '../../flows/payouts/lock-run.ts'
import { listMyPayouts, listRuns, previewRun, readRun } from '../../flows/payouts/read-runs.ts'
import { sendRun } from '../../flows/payouts/send-run.ts'
import { readPayoutAccount, setPayoutAccount } from '../../flows/payouts/set-payout-account.ts'
import { takeOutPayout } from '../../flows/payouts/take-out-payout.ts'
import { listStatements } from '../../flows/statements/list-statements.ts'
import {
  accountAnswer,
  accountBody,
  bonusAnswer,
  bonusBody,
  bonusesAnswer,
  changedAccount,
  decideBody,
  decidedBonus,
  failBody,
  heldAnswer,
  holdBody,
  holdsAnswer,
  idParams,
  lockBody,
  lockedAnswer,
  myPayoutsAnswer,
  noteBody,
  payoutStep,
  previewAnswer,
  runAnswer,
  runStep,
  runsAnswer,
  statementsAnswer,
} from './payout-shapes.ts'
import { type Route, route } from './route.ts'

const tag = 'payouts'
const lookers = ['finance', 'admin'] as const
const payers = ['finance'] as const
const nothing = z.strictObject({})

const creatorRoutes: Route[] = [
  route(
    { method: 'get', path: '/v1/me/payout-account', summary: 'Where you are paid, masked', tag, who: 'account', answer: accountAnswer },
    ({ ctx, actor }) => readPayoutAccount(ctx, actor),
  ),
  route(
    {
      method: 'put',
      path: '/v1/me/payout-account',
      summary: 'Say where you are paid; your password is asked again',
      tag,
      who: 'account',
      body: accountBody,
      answer: changedAccount,
      limit: 'auth',
    },
    ({ ctx, actor, body }) => setPayoutAccount(ctx, actor, body),
  ),
  route(
    { method: 'get', path: '/v1/me/payouts', summary: 'What you were paid, newest first', tag, who: 'account', answer: myPayoutsAnswer },
    ({ ctx, actor }) => listMyPayouts(ctx, actor),
  ),
  route(
    { method: 'get', path: '/v1/me/statements', summary: 'Your statements by month', tag, who: 'account', answer: statementsAnswer },
    ({ ctx, actor }) => listStatements(ctx, actor),
  ),
]

const runRoutes: Route[] = [
  route(
    { method: 'get', path: '/v1/payout-runs', summary: 'Payout runs, newest first', tag, who: lookers, answer: runsAnswer },
    ({ ctx, actor }) => listRuns(ctx, actor),
  ),
  route(
    { method: 'get', path: '/v1/payout-preview', summary: 'What a run would pay now (ATT-33)', tag, who: lookers, answer: previewAnswer },
    ({ ctx, actor }) => previewRun(ctx, actor),
  ),
  route(
    {
      method: 'post',
      path: '/v1/payout-runs',
      summary: 'Lock a run: take what the preview showed off the accounts',
      tag,
      who: payers,
      body: lockBody,
      answer: lockedAnswer,
      status: 201,
      idempotencyKey: 'required',
    },
    ({ ctx, actor, body, idempotencyKey }) => lockRun(ctx, actor, body, idempotencyKey),
  ),
  route(
    {
      method: 'get',
      path: '/v1/payout-runs/:id',
      summary: 'One run with its payouts',
      tag,
      who: lookers,
      params: idParams,
      answer: runAnswer,
    },
    ({ ctx, actor, params }) => readRun(ctx, actor, { runId: params.id }),
  ),
  ...(
    [
      ['approve', 'Agree to a run that somebody else locked', approveRun],
      ['send', 'Send a locked run', sendRun],
      ['cancel', 'Let a locked run go', cancelRun],
    ] as const
  ).map(([verb, summary, flow]) =>
    route(
      {
        method: 'post',
        path: `/v1/payout-runs/:id/${verb}`,
        ...{ summary, tag, who: payers, params: idParams, body: nothing, answer: runStep, idempotencyKey: 'required' },
      },
      ({ ctx, actor, params, idempotencyKey }) => flow(ctx, actor, { runId: params.id }, idempotencyKey),
    ),
  ),
  route(
    {
      method: 'post',
      path: '/v1/payouts/:id/confirm',
      summary: 'The money of a payout has arrived',
      ...{ tag, who: payers, params: idParams, body: nothing, answer: payoutStep, idempotencyKey: 'required' },
    },
    ({ ctx, actor, params, idempotencyKey }) => endPayout(ctx, actor, { payoutId: params.id, outcome: 'confirm' }, idempotencyKey),
  ),
  route(
    {
      method: 'post',
      path: '/v1/payouts/:id/fail',
      summary: 'A payout failed or came back: everything in it is payable again',
      ...{ tag, who: payers, params: idParams, body: failBody, answer: payoutStep, idempotencyKey: 'required' },
    },
    ({ ctx, actor, params, body, idempotencyKey }) =>
      endPayout(ctx, actor, { payoutId: params.id, outcome: 'fail', reason: body.reason }, idempotencyKey),
  ),
  route(
    {
      method: 'post',
      path: '/v1/payouts/:id/take-out',
      summary: 'Take a payout out of a locked run, so that the others can be sent',
      ...{ tag, who: payers, params: idParams, body: nothing, answer: payoutStep, idempotencyKey: 'required' },
    },
    ({ ctx, actor, params, idempotencyKey }) => takeOutPayout(ctx, actor, { payoutId: params.id }, idempotencyKey),
  ),
]

const holdRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/holds',
      summary: 'Holds that stand, those that wait too long first',
      tag,
      who: lookers,
      answer: holdsAnswer,
    },
    ({ ctx, actor }) => listHolds(ctx, actor),
  ),
  route(
    {
      method: 'post',
      path: '/v1/holds',
      summary: 'Hold a commission back, or all that a creator has outstanding',
      ...{ tag, who: lookers, body: holdBody, answer: heldAnswer, status: 201, idempotencyKey: 'required' },
    },
    ({ ctx, actor, body, idempotencyKey }) => holdByStaff(ctx, actor, body, idempotencyKey),
  ),
  route(
    {
      method: 'post',
      path: '/v1/holds/:id/release',
      summary: 'End a hold after a look at it',
      ...{ tag, who: lookers, params: idParams, body: noteBody, answer: heldAnswer, idempotencyKey: 'required' },
    },
    ({ ctx, actor, params, body, idempotencyKey }) => releaseByStaff(ctx, actor, { holdId: params.id, note: body.note }, idempotencyKey),
  ),
]

const bonusRoutes: Route[] = [
  route(
    { method: 'get', path: '/v1/bonuses', summary: 'Bonuses, newest first', tag, who: lookers, answer: bonusesAnswer },
    ({ ctx, actor }) => listBonuses(ctx, actor),
  ),
  route(
    {
      method: 'post',
      path: '/v1/bonuses',
      summary: 'Propose a bonus with its proof, under a cap (ATT-36)',
      ...{ tag, who: lookers, body: bonusBody, answer: bonusAnswer, status: 201, idempotencyKey: 'required' },
    },
    ({ ctx, actor, body, idempotencyKey }) =>
      proposeBonus(ctx, actor, body.kind === 'flat' ? { ...body, amount: body.fee } : body, idempotencyKey),
  ),
  route(
    {
      method: 'post',
      path: '/v1/bonuses/:id/decide',
      summary: 'Grant or refuse a bonus that somebody else proposed',
      ...{ tag, who: payers, params: idParams, body: decideBody, answer: decidedBonus, idempotencyKey: 'required' },
    },
    ({ ctx, actor, params, body, idempotencyKey }) => decideBonus(ctx, actor, { bonusId: params.id, grant: body.grant }, idempotencyKey),
  ),
]

/** Payout accounts, runs, holds and bonuses (ATT-33, ATT-36, ATT-37). */
export const payoutRoutes: Route[] = [...creatorRoutes, ...runRoutes, ...holdRoutes, ...bonusRoutes]

import { z } from 'zod'
import { answerClaimByStaff, listClaims, listMyClaims } from '../../flows/claims/answer-claim.ts'
import { appealBan, askPerson, fileClaim } from '../../flows/claims/file-claim.ts'
import { clawBack } from '../../flows/corrections/claw-back.ts'
import { upholdClaim } from '../../flows/corrections/uphold-claim.ts'
import { banCreator, unbanCreator } from '../../flows/fraud/ban-creator.ts'
import { judgeSignal } from '../../flows/fraud/judge-signal.ts'
import { listRisks } from '../../flows/fraud/list-risks.ts'
import { simulate } from '../../flows/simulation/simulate.ts'
import { maxRateBps, models } from '../../modules/attribution/index.ts'
import { banReasons } from '../../modules/fraud/index.ts'
import { takingReasons } from '../../modules/ledger/index.ts'
import { type Route, route } from './route.ts'

const money = ['finance', 'admin'] as const
const params = z.strictObject({ id: z.uuid() })
const note = z.string().min(1).max(1000)

const claim = z.looseObject({
  id: z.string(),
  state: z.enum(['answered', 'open', 'closed']),
  finding: z.string().nullable().describe('What the shop found by itself; null while a person looks'),
  rule: z.string().nullable().describe('Number of the rule behind it, such as ATT-08'),
  dueAt: z.string().nullable(),
})
const corrected = { correctionId: z.string(), amount: z.int(), currency: z.string() }
const decided = z.object({ decisionId: z.string() })
const signal = z.looseObject({ id: z.string(), code: z.string(), points: z.int(), verdict: z.enum(['fine', 'confirmed']).nullable() })
const risks = z.object({
  creators: z.array(z.looseObject({ id: z.string(), score: z.int(), waiting: z.int(), banned: z.boolean(), signals: z.array(signal) })),
})
const sides = { before: z.int(), after: z.int() }
const simulation = z.looseObject({
  currency: z.string(),
  lines: z.int(),
  changed: z.int(),
  ...sides,
  creators: z.array(z.object({ id: z.string(), name: z.string(), ...sides })),
  byDay: z.array(z.object({ day: z.string(), ...sides })),
  truncated: z.boolean(),
})

const creatorRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/me/claims',
      summary: 'Orders that you missed, and what was answered',
      tag: 'earnings',
      who: 'account',
      answer: z.object({ claims: z.array(claim), banned: z.boolean() }),
    },
    ({ ctx, actor }) => listMyClaims(ctx, actor),
  ),
  route(
    {
      method: 'post',
      path: '/v1/me/claims',
      summary: 'Say that you miss an order: the rule that decided it answers, or a person within two working days (ATT-40)',
      tag: 'earnings',
      who: 'account',
      body: z.strictObject({
        number: z.string().max(40).optional(),
        product: z.string().max(80).optional(),
        day: z.string().max(10).optional().describe('Day of the order, such as 2026-11-02'),
        words: z.string().max(150).optional(),
      }),
      answer: claim,
      status: 201,
      limit: 'checkout',
      idempotencyKey: 'required',
    },
    ({ ctx, actor, body, idempotencyKey }) => fileClaim(ctx, actor, body, idempotencyKey),
  ),
  route(
    {
      method: 'post',
      path: '/v1/me/claims/:id/ask',
      summary: 'Have a person look at what a rule answered',
      tag: 'earnings',
      who: 'account',
      params,
      answer: claim,
    },
    ({ ctx, actor, params: { id } }) => askPerson(ctx, actor, { claimId: id }),
  ),
  route(
    {
      method: 'post',
      path: '/v1/me/appeals',
      summary: 'Object to a ban (ATT-38)',
      tag: 'earnings',
      who: 'account',
      body: z.strictObject({ words: z.string().min(1).max(300) }),
      answer: claim,
      status: 201,
      idempotencyKey: 'required',
    },
    ({ ctx, actor, body, idempotencyKey }) => appealBan(ctx, actor, body, idempotencyKey),
  ),
]

const staffRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/staff/risks',
      summary: 'Creators with fraud signals, the most points first',
      tag: 'staff',
      who: money,
      answer: risks,
    },
    ({ ctx, actor }) => listRisks(ctx, actor),
  ),
  route(
    {
      method: 'post',
      path: '/v1/staff/signals/:id/verdict',
      summary: 'Say of a signal that it is fine, or confirm it: the newest word stands (ATT-38)',
      tag: 'staff',
      who: money,
      params,
      body: z.strictObject({ verdict: z.enum(['fine', 'confirmed']), note }),
      answer: z.object({ signalId: z.string() }),
      idempotencyKey: 'required',
    },
    ({ ctx, actor, params: { id }, body, idempotencyKey }) => judgeSignal(ctx, actor, { signalId: id, ...body }, idempotencyKey),
  ),
  route(
    {
      method: 'post',
      path: '/v1/staff/creators/:id/ban',
      summary: 'Suspend a creator and take back what is still held (ATT-38)',
      tag: 'staff',
      who: money,
      params,
      body: z.strictObject({ reason: z.enum(banReasons), note }),
      answer: decided,
      idempotencyKey: 'required',
    },
    ({ ctx, actor, params: { id }, body, idempotencyKey }) => banCreator(ctx, actor, { creatorId: id, ...body }, idempotencyKey),
  ),
  route(
    {
      method: 'post',
      path: '/v1/staff/creators/:id/unban',
      summary: 'End a ban: what it took comes back',
      tag: 'staff',
      who: money,
      params,
      body: z.strictObject({ reason: z.enum(['mistake', 'appeal_upheld']), note }),
      answer: decided,
      idempotencyKey: 'required',
    },
    ({ ctx, actor, params: { id }, body, idempotencyKey }) => unbanCreator(ctx, actor, { creatorId: id, ...body }, idempotencyKey),
  ),
  route(
    {
      method: 'get',
      path: '/v1/staff/claims',
      summary: 'Claims that wait for a person, the most urgent first, and the latest answered',
      tag: 'staff',
      who: money,
      answer: z.object({ open: z.array(claim), closed: z.array(claim), currency: z.string() }),
    },
    ({ ctx, actor }) => listClaims(ctx, actor),
  ),
  route(
    {
      method: 'post',
      path: '/v1/staff/claims/:id/answer',
      summary: 'Answer a claim; its creator reads it',
      tag: 'staff',
      who: money,
      params,
      body: z.strictObject({ answer: note }),
      answer: z.object({ claimId: z.string() }),
    },
    ({ ctx, actor, params: { id }, body }) => answerClaimByStaff(ctx, actor, { claimId: id, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/v1/staff/claims/:id/uphold',
      summary: 'Find a creator right who missed an order, and credit it (ATT-40)',
      tag: 'staff',
      who: ['finance'],
      params,
      body: z.strictObject({ answer: note, orderNumber: z.string().min(1).max(40), credit: z.int().min(1).describe('Minor units') }),
      answer: z.object({ claimId: z.string(), ...corrected }),
      idempotencyKey: 'required',
    },
    ({ ctx, actor, params: { id }, body: { credit: amount, ...body }, idempotencyKey }) =>
      upholdClaim(ctx, actor, { claimId: id, amount, ...body }, idempotencyKey),
  ),
  route(
    {
      method: 'post',
      path: '/v1/staff/clawbacks',
      summary: 'Take back by hand what a creator has left of an order, or a part of it (ATT-29)',
      tag: 'staff',
      who: ['finance'],
      body: z.strictObject({
        handle: z.string().min(1).max(60),
        orderNumber: z.string().min(1).max(80),
        take: z.int().min(1).optional().describe('Minor units; all that is left without'),
        reason: z.enum(takingReasons),
        note: z.string().min(1).max(500),
      }),
      answer: z.object(corrected),
      status: 201,
      idempotencyKey: 'required',
    },
    ({ ctx, actor, body: { take: amount, ...body }, idempotencyKey }) => clawBack(ctx, actor, { amount, ...body }, idempotencyKey),
  ),
  route(
    {
      method: 'get',
      path: '/v1/staff/simulation',
      summary: 'Decide the orders of the last days again under other terms; reads only (ATT-41)',
      tag: 'staff',
      who: money,
      query: z.strictObject({
        days: z.coerce.number().int().min(1).max(90).default(30),
        programmeId: z.uuid().optional(),
        model: z.enum(models).optional(),
        windowDays: z.coerce.number().int().min(1).max(90).optional(),
        rateBps: z.coerce.number().int().min(0).max(maxRateBps).optional(),
      }),
      answer: simulation,
    },
    ({ ctx, actor, query }) => simulate(ctx, actor, query),
  ),
]

/** Risks, bans, claims, the simulator (ATT-37 … ATT-41). */
export const fraudRoutes: Route[] = [...creatorRoutes, ...staffRoutes]

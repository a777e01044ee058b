import { z } from 'zod'
import { inviteMember, joinProgramme, leaveProgramme, removeMember } from '../../flows/programmes/members.ts'
import { ownProgrammes } from '../../flows/programmes/own-programmes.ts'
import { previewRate } from '../../flows/programmes/preview-rate.ts'
import { listAllProgrammes, readProgramme } from '../../flows/programmes/read-programmes.ts'
import { changeProgramme, createProgramme } from '../../flows/programmes/save-programme.ts'
import { setRate } from '../../flows/programmes/set-rate.ts'
import { listJoins, undoJoin } from '../../flows/touches/join-touches.ts'
import { couponRules, maxRateBps, models, ratePrecedence } from '../../modules/attribution/index.ts'
import { type Route, route } from './route.ts'

const tag = 'programmes'
const money = ['finance', 'admin'] as const
const params = z.strictObject({ id: z.uuid() })
const bps = z.int().min(0).max(maxRateBps).describe('Basis points: 800 is 8 %.')
const both = z.object({ zh: z.string(), en: z.string() })
const time = z.iso.datetime()

const phases = ['active', 'closed'] as const

const terms = {
  zh: z.string().max(60),
  en: z.string().max(60),
  model: z.enum(models),
  couponRule: z.enum(couponRules),
  windowDays: z.int(),
  cartDays: z.int(),
  bindDays: z.int(),
  holdDays: z.int(),
  capBps: z.int(),
  joining: z.enum(['open', 'invited']),
  isDefault: z.boolean(),
  tiers: z.array(z.strictObject({ name: z.string().max(40), fromSales: z.int(), rateBps: z.int() })).max(6),
}
const programme = z.object({
  id: z.string(),
  ...terms,
  status: z.enum(phases),
  rateBps: z.int(),
  indirectRateBps: z.int().nullable(),
  updatedAt: z.string(),
})
const status = z.enum(['invited', 'active', 'left', 'removed'])
const source = z.enum(ratePrecedence)

const staffRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/programmes',
      summary: 'All programmes, the default one first',
      tag,
      who: money,
      answer: z.object({ programmes: z.array(programme.extend({ members: z.int(), ownRates: z.int() })) }),
    },
    ({ ctx, actor }) => listAllProgrammes(ctx, actor),
  ),
  route(
    {
      method: 'post',
      path: '/v1/programmes',
      summary: 'Make a programme with its first rate',
      tag,
      who: money,
      body: z.strictObject({ ...terms, phase: z.enum(phases), rateBps: bps }),
      answer: z.object({ id: z.string() }),
      status: 201,
    },
    ({ ctx, actor, body: { phase, ...body } }) => createProgramme(ctx, actor, { ...body, status: phase }),
  ),
  route(
    {
      method: 'get',
      path: '/v1/programmes/:id',
      summary: 'One programme with the log of its rates and its members',
      tag,
      who: money,
      params,
      answer: z.object({
        programme,
        rates: z.array(
          z.object({
            id: z.string(),
            source,
            target: z.string().nullable(),
            name: both.nullable(),
            fromBps: z.int().nullable(),
            toBps: z.int().nullable(),
            announcedAt: time,
            effectiveAt: time,
            stands: z.boolean(),
          }),
        ),
        members: z.array(
          z.object({
            creatorId: z.string(),
            handle: z.string(),
            displayName: z.string(),
            status,
            via: z.enum(['open', 'invited']),
            joinedAt: time.nullable(),
          }),
        ),
      }),
    },
    ({ ctx, actor, params }) => readProgramme(ctx, actor, params),
  ),
  route(
    {
      method: 'put',
      path: '/v1/programmes/:id',
      summary: 'Change the terms of a programme for orders from now on; its rates are set one by one',
      tag,
      who: money,
      params,
      body: z.strictObject({ ...terms, phase: z.enum(phases), updatedAt: z.string().max(40) }),
      answer: z.object({ updatedAt: z.string(), admitted: z.int(), told: z.int() }),
    },
    ({ ctx, actor, params, body: { phase, ...body } }) => changeProgramme(ctx, actor, { ...params, ...body, status: phase }),
  ),
  route(
    {
      method: 'post',
      path: '/v1/programmes/:id/rates',
      summary: 'Set a rate by source and target; a cut reaches who promotes already after 30 days (ATT-14, ATT-15)',
      tag,
      who: money,
      params,
      body: z.strictObject({ source, target: z.string().max(120).nullable(), bps: bps.nullable() }),
      answer: z.object({ changed: z.boolean(), isCut: z.boolean(), effectiveAt: time, told: z.int() }),
    },
    ({ ctx, actor, params, body }) => setRate(ctx, actor, { programmeId: params.id, ...body }),
  ),
  route(
    {
      method: 'get',
      path: '/v1/programmes/:id/preview',
      summary: 'What a rate leaves of each sale, where the cost is known (ATT-23)',
      tag,
      who: money,
      params,
      query: z.strictObject({
        rateBps: z.coerce.number().int().min(0).max(maxRateBps).optional(),
        product: z.string().max(120).optional(),
      }),
      answer: z.object({
        rateBps: z.int(),
        minMarginBps: z.int(),
        currency: z.string(),
        known: z.int(),
        unknown: z.int(),
        cut: z.int(),
        rows: z.array(
          z.object({
            productId: z.string(),
            title: both,
            sku: z.string(),
            ...{ price: z.int(), base: z.int(), cost: z.int(), commission: z.int(), left: z.int(), leftBps: z.int() },
            cutToBps: z.int().nullable(),
          }),
        ),
      }),
    },
    ({ ctx, actor, params, query }) => previewRate(ctx, actor, { programmeId: params.id, ...query }),
  ),
  route(
    {
      method: 'post',
      path: '/v1/programmes/:id/members',
      summary: 'Invite a creator by handle',
      tag,
      who: money,
      params,
      body: z.strictObject({ handle: z.string().min(1).max(60) }),
      answer: z.object({ status }),
    },
    ({ ctx, actor, params, body }) => inviteMember(ctx, actor, { programmeId: params.id, ...body }),
  ),
  route(
    {
      method: 'delete',
      path: '/v1/programmes/:id/members/:creatorId',
      summary: 'Take a creator out of a programme',
      tag,
      who: money,
      params: params.extend({ creatorId: z.uuid() }),
      answer: z.object({ status }),
    },
    ({ ctx, actor, params }) => removeMember(ctx, actor, { programmeId: params.id, creatorId: params.creatorId }),
  ),
]

const ownRate = z.object({ source, name: both.nullable(), bps: z.int() })
const cut = z.object({ name: both.nullable(), fromBps: z.int(), toBps: z.int(), on: time })

const creatorRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/me/programmes',
      summary: 'The programmes that you are in, may join, or were invited to, with your own terms',
      tag,
      who: 'account',
      answer: z.object({
        programmes: z.array(
          z.object({
            id: z.string(),
            name: both,
            status: z.enum(['standard', 'none', ...status.options]),
            joining: terms.joining,
            closed: z.boolean(),
            deal: both.nullable(),
            rateBps: z.int(),
            newcomerBps: z.int().nullable(),
            indirectRateBps: z.int().nullable(),
            model: terms.model,
            couponRule: terms.couponRule,
            ...{ windowDays: z.int(), cartDays: z.int(), bindDays: z.int(), holdDays: z.int() },
            tier: z.string().nullable(),
            tiers: terms.tiers,
            ownRates: z.array(ownRate),
            cuts: z.array(cut),
          }),
        ),
      }),
    },
    ({ ctx, actor }) => ownProgrammes(ctx, actor),
  ),
  route(
    {
      method: 'post',
      path: '/v1/me/programmes/:id/join',
      summary: 'Join a programme that is open, or that you were invited to',
      tag,
      who: 'account',
      params,
      answer: z.object({ status }),
    },
    ({ ctx, actor, params }) => joinProgramme(ctx, actor, { programmeId: params.id }),
  ),
  route(
    {
      method: 'post',
      path: '/v1/me/programmes/:id/leave',
      summary: 'Leave a programme, or decline an invitation',
      tag,
      who: 'account',
      params,
      answer: z.object({ status }),
    },
    ({ ctx, actor, params }) => leaveProgramme(ctx, actor, { programmeId: params.id }),
  ),
  route(
    {
      method: 'get',
      path: '/v1/me/touch-joins',
      summary: 'Visits before a log-in that were joined to your account (ATT-18)',
      tag,
      who: 'account',
      answer: z.object({ joins: z.array(z.object({ id: z.string(), at: time, device: z.string().nullable(), here: z.boolean() })) }),
    },
    ({ ctx, actor, visit }) => listJoins(ctx, actor, visit.visitorId),
  ),
  route(
    {
      method: 'post',
      path: '/v1/me/touch-joins/:id/undo',
      summary: 'Take such a join back, for orders from now on',
      tag,
      who: 'account',
      params,
      answer: z.object({ undone: z.boolean() }),
    },
    ({ ctx, actor, params }) => undoJoin(ctx, actor, params),
  ),
]

/** Programmes: terms, rates, members; a creator's own; joins of devices. */
export const programmeRoutes: Route[] = [...staffRoutes, ...creatorRoutes]

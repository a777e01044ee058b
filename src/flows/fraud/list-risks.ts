import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { groupBy } from '../../lib/group.ts'
import { ok, type Result } from '../../lib/result.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { holdFrom, type SignalFacts, type SignalVerdict, scoreOf } from '../../modules/fraud/index.ts'
import { bansOf, latestBans } from '../../modules/fraud/store/decisions.ts'
import { latestSignals } from '../../modules/fraud/store/signals.ts'
import { namesOfOrders } from '../conversions/sale-names.ts'
import { linesOfCreator } from '../earnings/creator-lines.ts'
import { riskStaff } from './judge-signal.ts'
import { type JudgedSignal, judged } from './subject.ts'

/** Signals that are listed at most: the newest. */
const most = 500

export interface RiskSignal {
  id: string
  code: string
  points: number
  facts: SignalFacts
  at: string
  order: { id: string; number: string } | null
  verdict: SignalVerdict | null
  note: string | null
}

export interface RiskCreator {
  id: string
  name: string
  handle: string
  /** It is the reader's own profile: somebody else judges. */
  own: boolean
  /** Points of the worst subject that waits: an order, or she herself. */
  score: number
  /** Signals that nobody has looked at. */
  waiting: number
  banned: boolean
  /** Why and when, while she is banned. */
  ban: { reason: string; note: string | null; at: string } | null
  /** What she has on hold or in its hold, by currency. */
  atStake: { currency: string; amount: number }[]
  signals: RiskSignal[]
}

/** ATT-38: creators with signals, the most points that wait first, and those who are banned. For finance and admin. Fails with `forbidden`. */
export async function listRisks(ctx: Ctx, actor: Actor): Promise<Result<{ creators: RiskCreator[] }>> {
  const who = riskStaff(actor)
  if (!who.ok) return who
  const req = await ctx.req()
  const byCreator = groupBy(await judged(req, await latestSignals(req, most)), ({ signal }) => signal.creator)
  const banned = (await latestBans(req, most)).map(({ creator }) => creator)
  const ids = [...new Set([...byCreator.keys(), ...banned])]
  const [rows, bans] = [await findCreatorRows(req, ids), await bansOf(req, ids)]
  const numbers = await namesOfOrders(
    req,
    [...byCreator.values()].flat().flatMap(({ signal }) => signal.order ?? []),
  )
  const creators: RiskCreator[] = []
  for (const id of ids) {
    const signals = worthALook(byCreator.get(id) ?? [])
    const row = rows.get(id)
    const last = bans.filter(({ creator }) => creator === id).at(-1)
    const ban = last?.kind === 'ban' ? { reason: last.reason, note: last.note, at: last.at } : null
    if (signals.length === 0 && !ban) continue
    const waiting = signals.filter(({ decision }) => decision === null)
    creators.push({
      ...{ id, name: row?.displayName ?? id, handle: row?.handle ?? '', own: id === actor.creatorId },
      ...{ score: worst(waiting), waiting: waiting.length, banned: ban !== null, ban },
      atStake: waiting.length > 0 ? await atStake(req, id, ctx.clock.now()) : [],
      signals: signals.map((one) => viewOf(one, numbers)),
    })
  }
  return ok({ creators: creators.sort((a, b) => b.score - a.score || b.waiting - a.waiting || (a.id < b.id ? -1 : 1)) })
}

/** How many creators have signals that wait for a person, and how many signals these are: what the list would show as waiting. */
export async function countRisks(req: PayloadRequest): Promise<{ creators: number; signals: number }> {
  const byCreator = groupBy(await judged(req, await latestSignals(req, most)), ({ signal }) => signal.creator)
  const waiting = [...byCreator.values()].map((all) => worthALook(all).filter(({ decision }) => decision === null).length)
  return { creators: waiting.filter((count) => count > 0).length, signals: waiting.reduce((sum, count) => sum + count, 0) }
}

/** Points that hold nothing wait for nobody: only subjects that hold something are listed, and what was decided. */
const worthALook = (all: readonly JudgedSignal[]): JudgedSignal[] =>
  [...groupBy(all, ({ signal }) => signal.order ?? '').values()].filter(isListed).flat()

const isListed = (about: readonly JudgedSignal[]): boolean =>
  about.some(({ decision }) => decision !== null) || scoreOf(about.map(({ signal }) => signal)) >= holdFrom

const worst = (waiting: readonly JudgedSignal[]): number =>
  Math.max(0, ...[...groupBy(waiting, ({ signal }) => signal.order ?? '')].map(([, list]) => scoreOf(list.map(({ signal }) => signal))))

async function atStake(req: PayloadRequest, creator: string, now: Date): Promise<RiskCreator['atStake']> {
  const lines = (await linesOfCreator(req, creator, now)).filter(({ state, test }) => !test && state.outstanding > 0)
  return [...groupBy(lines, ({ currency }) => currency)].map(([currency, list]) => ({
    currency,
    amount: list.reduce((sum, { state }) => sum + state.outstanding, 0),
  }))
}

const viewOf = ({ signal, decision }: JudgedSignal, numbers: ReadonlyMap<string, string>): RiskSignal => ({
  ...{ id: signal.id, code: signal.code, points: signal.points, facts: signal.facts, at: signal.at },
  order: signal.order ? { id: signal.order, number: numbers.get(signal.order) ?? '' } : null,
  verdict: decision?.kind === 'fine' || decision?.kind === 'confirmed' ? decision.kind : null,
  note: decision?.note ?? null,
})

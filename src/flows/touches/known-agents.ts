import type { Ctx } from '../../context.ts'
import { type DeviceClass, deviceClass, userAgentHash } from '../../modules/touches/index.ts'

/** What a touch says of the program that asked. */
export interface AgentFacts {
  isBot: boolean
  device: DeviceClass
  /** Keyed with the site's secret; null without a user agent. */
  hash: string | null
}

/** Many people use few programs; strangers may name as many as they like, so the oldest are forgotten. */
const most = 1000

const known = new WeakMap<Ctx, { key: string; agents: Map<string, AgentFacts> }>()

/** The facts of a user agent, worked out once: a list of robots to look through and a keyed hash cost more than a touch. */
export function agentFacts(ctx: Ctx, userAgent: string): AgentFacts {
  const ours = known.get(ctx) ?? { key: ctx.keyFor('user-agents').toString('hex'), agents: new Map<string, AgentFacts>() }
  known.set(ctx, ours)
  const found = ours.agents.get(userAgent)
  if (found) return found
  const isBot = userAgent !== '' && ctx.isBot(userAgent)
  const facts = { isBot, device: deviceClass(userAgent, () => isBot), hash: userAgentHash(userAgent, ours.key) }
  ours.agents.set(userAgent, facts)
  for (const oldest of ours.agents.keys()) {
    if (ours.agents.size <= most) break
    ours.agents.delete(oldest)
  }
  return facts
}

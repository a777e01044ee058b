import { byCredit } from './order.ts'
import { defaultWindowSeconds } from './rates.ts'
import type { TouchFacts } from './types.ts'

/** S-38: where an order began. Exactly one, so that a report over orders sums to 100 %. */
export const scenes = ['social', 'community', 'recommendation', 'search', 'direct'] as const

export type Scene = (typeof scenes)[number]

/** A touch with what its owner noted about the way there. */
export interface EntryTouch extends TouchFacts {
  channel: string | null
  parentShare: string | null
  referrerHost: string | null
}

const channelScenes: Readonly<Record<string, Scene>> = {
  share: 'social',
  qr: 'social',
  search: 'search',
  follow: 'community',
  following: 'community',
  creator: 'community',
  circle: 'community',
  topic: 'community',
}

const searchHosts = /(^|\.)(google|bing|baidu|sogou|so|yandex|duckduckgo|ecosia|sm)\.[a-z.]+$/

/** S-38: the scene of one touch. A share or a foreign page is social; inside the shop the channel says it; what is left was recommended. */
export function sceneOf(touch: Pick<EntryTouch, 'channel' | 'parentShare' | 'referrerHost'>): Scene {
  if (touch.parentShare) return 'social'
  const named = touch.channel !== null && Object.hasOwn(channelScenes, touch.channel) ? channelScenes[touch.channel] : undefined
  if (named) return named
  if (touch.referrerHost) return searchHosts.test(touch.referrerHost) ? 'search' : 'social'
  return 'recommendation'
}

/** S-01, S-38: where an order came from: the buyer's last touch in the 30 days before placement, whether it earns or not; without one, direct. */
export function entryOf<T extends EntryTouch>(touches: readonly T[], placedAt: Date): { scene: Scene; touch: T | null } {
  const latest = touches
    .filter(
      ({ at, repeatOf, anothers }) =>
        !repeatOf && !anothers && at <= placedAt && placedAt.getTime() - at.getTime() <= defaultWindowSeconds * 1000,
    )
    .sort(byCredit)
    .at(-1)
  return latest ? { scene: sceneOf(latest), touch: latest } : { scene: 'direct', touch: null }
}

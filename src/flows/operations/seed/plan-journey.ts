import { seeded } from '../../../lib/seeded.ts'
import type { PlannedOrder } from './plan-month.ts'

/** When an order was sent, arrived and was confirmed, in days ago; null for what has not happened yet. */
export interface Journey {
  sent: number | null
  delivered: number | null
  received: number | null
}

/** The newest that may have happened, days ago. */
const newest = 0.05

/**
 * The way of an order that was paid, the same at every run: a day or so in the store, up to four on the road, and within a week after that
 * the buyer confirms. What would lie ahead has not happened. `partly`: one parcel is on its way, and the rest waits.
 */
export function journeyOf({ key, daysAgo, fate }: Pick<PlannedOrder, 'key' | 'daysAgo' | 'fate'>, partly: boolean): Journey {
  const nothing = { sent: null, delivered: null, received: null }
  if (fate !== 'paid' && fate !== 'retried') return nothing
  const chance = seeded(`journey ${key}`)
  const sent = passed(daysAgo - 0.4 - 0.8 * chance.next())
  if (sent === null || partly) return { ...nothing, sent }
  const delivered = passed(sent - 1.2 - 2.2 * chance.next())
  if (delivered === null) return { ...nothing, sent }
  return { sent, delivered, received: passed(delivered - 0.3 - 4.5 * chance.next()) }
}

const passed = (daysAgo: number): number | null => (daysAgo > newest ? daysAgo : null)

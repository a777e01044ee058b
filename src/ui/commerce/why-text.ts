import { sumMinor } from '../../lib/money.ts'
import { causeWords } from '../i18n/cause-words.ts'
import type { WhyReason, WhyStoryItem, WhyTouchView, WhyView } from './why-view.ts'

/** How the verdict reads: who gets it, for this reader. */
export type VerdictForm = 'none' | 'reversed' | 'you' | 'named' | 'another' | 'split'

/** A creator who reads her own share is told `you`; another creator without a name stays unnamed; refunded to zero says so. */
export function verdictForm(view: Pick<WhyView, 'verdict' | 'reader' | 'reversals' | 'net'>): VerdictForm {
  const shares = view.verdict?.shares ?? []
  const [only] = shares
  if (!only) return 'none'
  if (view.reversals.length > 0 && view.net?.amount === 0) return 'reversed'
  if (view.reader === 'creator') return 'you'
  if (shares.length > 1) return 'split'
  return only.creator ? 'named' : 'another'
}

export const isTouch = (item: WhyStoryItem): item is WhyTouchView => item.kind === 'touch'

/** What was taken back so far, by refunds or for another cause, as a positive amount of minor units. */
export const takenBack = (view: Pick<WhyView, 'reversals'>): number =>
  -sumMinor(view.reversals.map((reversal) => reversal.commission.amount)) || 0

/** Whether nothing but refunds took back: another cause (taken by hand, a ban, a dispute) has words of its own. */
export const backByRefundsAlone = (view: Pick<WhyView, 'reversals'>): boolean =>
  view.reversals.every(({ reason }) => causeWords(reason, 'en') === null)

/** Counts of the story: all touches, those refused, those merged into another (ATT-03). */
export function touchCounts(story: readonly WhyStoryItem[]): { all: number; refused: number; merged: number } {
  const touches = story.filter(isTouch)
  const of = (outcome: WhyTouchView['outcome']): number => touches.filter((touch) => touch.outcome === outcome).length
  return { all: touches.length, refused: of('refused'), merged: of('merged') }
}

/** The story in time; with `validOnly`, refused and merged touches are left out and the moments stay. At one instant a touch goes before the moment that follows from it. */
export function orderStory(story: readonly WhyStoryItem[], validOnly = false): WhyStoryItem[] {
  const kept = validOnly ? story.filter((item) => !isTouch(item) || item.outcome === 'won' || item.outcome === 'considered') : [...story]
  const rank = (item: WhyStoryItem): number => (isTouch(item) ? 1 : item.kind === 'window-opens' ? 0 : 2)
  return kept.sort((a, b) => a.at.localeCompare(b.at) || rank(a) - rank(b))
}

/** Where the line of the story changes: dotted before the window opens, green inside it, ink after checkout began. */
export function storyPhase(item: WhyStoryItem, story: readonly WhyStoryItem[]): 'before' | 'inside' | 'after' {
  const at = (kind: WhyStoryItem['kind']): string | undefined => story.find((other) => other.kind === kind)?.at
  const opens = at('window-opens')
  const locked = at('checkout-began') ?? at('placed')
  if (opens !== undefined && item.at < opens) return 'before'
  return locked !== undefined && item.at >= locked ? 'after' : 'inside'
}

/** Reasons that say why a whole line earns nothing carry their rule; a plain win has none. */
export const isWin = (reason: WhyReason): boolean => wins.has(reason)

const wins: ReadonlySet<WhyReason> = new Set(['last_in_window', 'first_in_window', 'shared', 'coupon', 'binding'])

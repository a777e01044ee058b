import type { ContentView } from '../../../flows/pieces/content-view.ts'
import type { DecidedLine } from '../../../flows/review/list-decided.ts'
import type { Queue, QueueLine } from '../../../flows/review/list-queue.ts'
import type { HistoryLine, ReviewItemDetail } from '../../../flows/review/read-review-item.ts'
import type { Claim, DecidedEntry, HistoryEntry, PieceVersion, QueueEntry, ReviewItemView, ReviewProduct } from '../../../ui/desk/view.ts'
import { type Locale, localePath } from '../../../ui/i18n/index.ts'
import type { LabelPart } from '../../../ui/studio/readiness.ts'
import { productPath } from '../../../ui/view/piece.ts'
import { videoWithPoster } from '../studio/draft-wire.ts'

/** The queue as the desk shows it: who holds an item is said of others only. */
export const queueOf = ({ items }: Queue, me: string): QueueEntry[] =>
  items.map(({ kind, claimedBy, ...line }) => ({
    ...line,
    kind: kindOf(kind),
    claimedBy: claimedBy === null || claimedBy.id === me ? null : claimedBy.name,
  }))

/** One decided item as the record shows it. */
export function decidedEntryOf({
  id,
  kind,
  title,
  picture,
  author,
  outcome,
  decidedAt,
  decidedBy,
  isPublic,
  restriction,
}: DecidedLine): DecidedEntry {
  return { id, kind: kindOf(kind), title, picture, author, outcome, decidedAt, decidedBy, isPublic, isRemoved: restriction === 'removed' }
}

/** One item as the desk shows it: products by their names in the editor's language, the piece in its own. */
export function itemViewOf(item: ReviewItemDetail, locale: Locale): ReviewItemView {
  const { id, pieceId, kind, lockVersion, version, isPublic, restriction, submittedAt, dueAt, publishAt, author } = item
  return {
    id,
    pieceId,
    kind: kindOf(kind),
    version: String(lockVersion),
    content: version,
    submittedAt,
    dueAt,
    publishAt,
    author,
    now: versionOf(item.now, locale),
    published: item.published ? versionOf(item.published, locale) : null,
    open: item.itemState === 'open',
    isOwn: item.isOwn,
    isPublic,
    isRemoved: restriction === 'removed',
    claim: claimOf(item.claim),
    stale: false,
    history: item.history.flatMap(historyEntryOf),
  }
}

const kindOf = (kind: QueueLine['kind']) => (kind === 'posts' ? 'post' : 'video-note')

function claimOf({ by, name, until }: ReviewItemDetail['claim']): Claim {
  if (by === 'nobody' || until === null) return { by: 'nobody' }
  return by === 'me' ? { by, until } : { by, name: name ?? '', until }
}

function versionOf(content: ContentView, locale: Locale): PieceVersion {
  const { title, body, language, pictures, video, poster, captions, placements, aiMade, aiDenial } = content
  return {
    title,
    body,
    language,
    pictures: pictures.map(({ media, alt }) => ({ ...media, alt })),
    video: video === null ? null : { ...videoWithPoster(video, poster), alt: title },
    captions,
    products: placements.map((placement) => reviewProductOf(placement, locale)),
    label: labelOf(content.labels),
    ai: aiMade,
    aiSaidBy: [
      ...pictures.flatMap(({ media }) => (media.aiSuspect ? (['picture'] as const) : [])),
      ...(video?.aiSuspect ? (['video'] as const) : []),
    ],
    aiDenial,
  }
}

const parts = { 'ad-commission': 'commission', 'ad-sample': 'sample', 'ad-paid': 'paid', 'ad-relation': 'relation' } as const

/** What readers are told, 广告 first whatever makes it one. Made with AI is said apart. */
function labelOf(labels: ContentView['labels']): LabelPart[] {
  const ads = labels.filter((label) => label !== 'ai' && label !== 'ai-maybe')
  return ads.length === 0 ? [] : ['ad', ...ads.flatMap((label) => (label === 'ad' ? [] : parts[label]))]
}

function reviewProductOf(
  { number, kind, product, picture, x, y, from, to }: ContentView['placements'][number],
  locale: Locale,
): ReviewProduct {
  const { title, slug, price, commissionBps, stock } = product
  return {
    number,
    kind,
    title: title[locale],
    picture: product.picture,
    price,
    commissionBps,
    stock,
    href: localePath(locale, productPath({ slug })),
    pictureIndex: picture,
    x,
    y,
    from,
    to,
  }
}

const events: Record<string, HistoryEntry['event']> = {
  submit: 'submitted',
  approve: 'approved',
  request_changes: 'changes_requested',
  reject: 'rejected',
  take_down: 'taken_down',
  restore: 'restored',
  withdraw: 'withdrawn',
  schedule: 'scheduled',
  unschedule: 'unscheduled',
}

const publishedLater = (from: string): HistoryEntry['event'] | undefined => (from === 'scheduled' ? 'published' : undefined)

/** What an editor wants to know of the past; claims and saves are left out. */
function historyEntryOf({ id, at, by, event, from, rule, reason }: HistoryLine): HistoryEntry[] {
  // An approval that publishes at once says so itself.
  const known = event === 'publish' ? publishedLater(from) : Object.hasOwn(events, event) ? events[event] : undefined
  return known ? [{ id, at, by, event: known, ruleId: rule, reason }] : []
}

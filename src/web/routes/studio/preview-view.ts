import type { StudioFacts } from '../../../flows/studio/read-studio.ts'
import { commissionOf } from '../../../lib/commission.ts'
import { type Locale, translate } from '../../../ui/i18n/index.ts'
import { choices } from '../../../ui/i18n/messages/choices.ts'
import type { AdLabel } from '../../../ui/primitives/index.ts'
import type { PieceDraft, PlacementDraft } from '../../../ui/studio/draft.ts'
import { type LabelPart, labelOf, machineLabel } from '../../../ui/studio/readiness.ts'
import type { PlacementView } from '../../../ui/view/placement.ts'
import type { PieceView, PostView, VideoNoteView } from '../../../ui/view/post.ts'

/** A draft as the shop's own page shows it, at the prices that the editor knows. `now` (ISO) stands for the day of publishing. */
export function previewOf(
  draft: PieceDraft,
  { author, buyableIsAd }: Pick<StudioFacts, 'author' | 'buyableIsAd'>,
  reader: Locale,
  now: string,
): PostView | VideoNoteView | null {
  const piece: PieceView = {
    id: draft.id ?? 'preview',
    lang: draft.language,
    title: draft.title,
    body: draft.body,
    creator: {
      ...author,
      verticals: author.verticals.flatMap((id) => (id in choices.zh ? translate(choices, reader, id as keyof (typeof choices)['zh']) : [])),
    },
    labels: previewLabels(labelOf(draft, { buyableIsAd }), machineLabel(draft)),
    placements: draft.placements.map((placement) => placementOf(placement, author.name, draft.language)),
    topics: [],
    likes: 0,
    publishedAt: now,
    related: [],
  }
  if (draft.kind === 'post') return { ...piece, pictures: draft.pictures.map(({ media, alt }) => ({ ...media, alt })) }
  return draft.video === null ? null : { ...piece, video: draft.video.media }
}

/** The parts of the label as readers' pages print them: a plain ad gives way to whatever says more. */
function previewLabels(parts: LabelPart[], machine: 'ai' | 'ai-maybe' | null): AdLabel[] {
  const more = parts.filter((part) => part === 'commission' || part === 'sample' || part === 'paid' || part === 'relation')
  const ads: AdLabel[] = more.length > 0 ? more : parts.length > 0 ? ['ad'] : []
  return machine ? [...ads, machine] : ads
}

/** Shown nowhere: what is withdrawn says so in place of a price. */
const nothing = { amount: 0, currency: 'CNY' }

function placementOf({ id, number, kind, product, picture, x, y, from, to }: PlacementDraft, name: string, lang: Locale): PlacementView {
  const rate = product.commissionBps ?? 0
  return {
    id,
    number,
    kind,
    product: {
      id: product.id,
      slug: product.slug,
      title: product.title,
      lang,
      price: product.price ?? nothing,
      stock: product.state === 'available' ? (product.stock ?? 1) : 0,
      ...(product.picture ? { picture: product.picture } : {}),
      ...(product.state === 'withdrawn' || product.price === null ? { withdrawn: true } : {}),
    },
    ...(rate > 0 && product.price
      ? { credit: { name, basisPoints: rate, amount: { ...product.price, amount: commissionOf(product.price.amount, rate) } } }
      : {}),
    ...(picture === null ? {} : { picture }),
    ...(x === null || y === null ? {} : { x, y }),
    ...(from === null || to === null ? {} : { from, to }),
  }
}

/** DIS-3: how an author may be connected with what she shows. Several can hold at once. */
export const connections = ['none', 'commission', 'sample', 'paid', 'discount', 'employee', 'family', 'equity'] as const

export type Connection = (typeof connections)[number]

/** A part of the label that readers see, in the order in which it is printed. `ad` alone is 广告. */
export const disclosureLabels = ['ad', 'ad-commission', 'ad-sample', 'ad-paid', 'ad-relation', 'ai', 'ai-maybe'] as const

export type DisclosureLabel = (typeof disclosureLabels)[number]

/** What the label follows from. */
export interface DisclosureFacts {
  /** What the author declared; it can add, never take away. */
  declared: readonly Connection[]
  /** Whether the piece carries a product that can be bought. */
  buyable: boolean
  /** Whether any of its links bears commission: an active programme with a rate above zero. */
  bearsCommission: boolean
  /** DIS-5: text, pictures or sound were made by a machine, as declared or as found in the file. */
  aiMade: boolean
  /** DIS-5: a file of it says so, and its author gave a reason why that is wrong: readers are told of the doubt. */
  aiDenied?: boolean
  /** On a site for mainland China every buyable piece is an ad (DIS-1). */
  market: 'cn' | 'other'
}

const labelOf: Record<Connection, DisclosureLabel | null> = {
  none: null,
  commission: 'ad-commission',
  sample: 'ad-sample',
  paid: 'ad-paid',
  discount: 'ad-relation',
  employee: 'ad-relation',
  family: 'ad-relation',
  equity: 'ad-relation',
}

/** DIS-1, DIS-3: the label that the facts alone make necessary, and below which no author gets; null when none is. */
export function minimumLabel({
  buyable,
  bearsCommission,
  market,
}: Omit<DisclosureFacts, 'declared' | 'aiMade' | 'aiDenied'>): 'ad' | 'ad-commission' | null {
  if (bearsCommission) return 'ad-commission'
  return buyable && market === 'cn' ? 'ad' : null
}

/** The whole label of a piece, in printing order: the minimum and what the author adds. A plain `ad` gives way to any that says more. */
export function labelsOf(facts: DisclosureFacts): DisclosureLabel[] {
  const labels = new Set<DisclosureLabel | null>([minimumLabel(facts), ...facts.declared.map((connection) => labelOf[connection])])
  if (labels.size > 2 || (labels.size === 2 && !labels.has(null))) labels.delete('ad')
  if (facts.aiMade) labels.add('ai')
  else if (facts.aiDenied) labels.add('ai-maybe')
  return disclosureLabels.filter((label) => labels.has(label))
}

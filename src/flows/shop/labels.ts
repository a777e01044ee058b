import { type Connection, type DisclosureLabel, labelsOf } from '../../modules/publishing/index.ts'
import type { AdLabelFacts } from './views.ts'

const shown: Record<DisclosureLabel, AdLabelFacts> = {
  ad: 'ad',
  'ad-commission': 'commission',
  'ad-sample': 'sample',
  'ad-paid': 'paid',
  'ad-relation': 'relation',
  ai: 'ai',
  'ai-maybe': 'ai-maybe',
}

interface LabelFacts {
  declared: Connection
  aiMade: boolean
  aiDenied: boolean
  /** Whether something of it is on sale. */
  buyable: boolean
  bearsCommission: boolean
  market: 'cn' | 'other'
}

/** DIS-1, DIS-3, DIS-5: all labels of a piece in printing order, from what is true now; no author gets below them. */
export const adLabels = ({ declared, ...facts }: LabelFacts): AdLabelFacts[] =>
  labelsOf({ ...facts, declared: [declared] }).map((label) => shown[label])

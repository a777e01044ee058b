import type { ReactNode } from 'react'
import { useT } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { cx } from './class-names.ts'
import { Icon } from './Icon.tsx'
import type { AnyIcon } from './icons.ts'

/**
 * What a piece must say about what was paid for it. Comes from the server; no theme and no setting of a screen hides it.
 * `ad`: buyable without commission where the law asks for a label; `ai`: made with AI; `ai-maybe`:
 * a file says so and its author denies it.
 */
export type AdLabel = 'ad' | 'commission' | 'sample' | 'paid' | 'relation' | 'ai' | 'ai-maybe'

/** The words of each label, in the dictionary `common`. */
export const adTexts = {
  ad: 'ad',
  commission: 'adCommission',
  sample: 'adSample',
  paid: 'adPaid',
  relation: 'adRelation',
  ai: 'adAi',
  'ai-maybe': 'adAiMaybe',
} as const

/** The ad label: a kicker above the title, where a magazine puts its rubric. `onPicture` is the dark plate of videos. */
export function AdBadge({ label, onPicture }: { label: AdLabel; onPicture?: boolean }) {
  const t = useT(common)
  return <span className={cx('ad', onPicture && 'vad')}>{t(adTexts[label])}</span>
}

/** Only for an author or commenter whose order of this product is paid and not refunded (S-02). */
export function BoughtBadge() {
  const t = useT(common)
  return (
    <span className="vb">
      <Icon name="check" size={14} />
      {t('bought')}
    </span>
  )
}

/** A creator whose identity was checked. */
export function VerifiedBadge() {
  const t = useT(common)
  return (
    <span className="tag tag-g">
      <Icon name="shield" size={14} />
      {t('verified')}
    </span>
  )
}

export type TagTone = 'neutral' | 'good' | 'honey' | 'bad' | 'info'

const tones: Record<TagTone, string | false> = { neutral: false, good: 'tag-g', honey: 'tag-h', bad: 'tag-r', info: 'tag-i' }

/** A small label of a state; the words say it, the colour only helps. */
export function Tag({ tone = 'neutral', icon, children }: { tone?: TagTone; icon?: AnyIcon; children: ReactNode }) {
  return (
    <span className={cx('tag', tones[tone])}>
      {icon ? <Icon name={icon} size={14} /> : null}
      {children}
    </span>
  )
}

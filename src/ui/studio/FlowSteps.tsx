import { useT } from '../i18n/index.ts'
import { studio } from '../i18n/messages/studio.ts'

const steps = [
  ['flowWrite', 'flowWriteWhy'],
  ['flowReview', 'flowReviewWhy'],
  ['flowPublic', 'flowPublicWhy'],
] as const

/** How a piece goes from a draft to readers, for somebody who has none. */
export function FlowSteps() {
  const t = useT(studio)
  return (
    <section className="panel" aria-labelledby="flow-title">
      <h2 className="h2" id="flow-title">
        {t('flowTitle')}
      </h2>
      <ol className="st-steps">
        {steps.map(([name, why], index) => (
          <li key={name}>
            <span className="st-no num" aria-hidden="true">
              {index + 1}
            </span>
            <b>{t(name)}</b>
            <span className="t13 c2">{t(why)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

import { useId } from 'react'
import { useT } from '../i18n/index.ts'
import { why as messages } from '../i18n/messages/why.ts'
import { WhyEvent } from './WhyEvent.tsx'
import { WhyTouch } from './WhyTouch.tsx'
import { orderStory, storyPhase, touchCounts } from './why-text.ts'
import type { WhyStoryItem, WhyView } from './why-view.ts'

const keyOf = (item: WhyStoryItem): string => (item.kind === 'touch' ? item.id : `${item.kind} ${item.at}`)

/** What happened, oldest first. The filter is a plain checkbox and CSS, so that it works before the script. */
export function WhyStory({ view }: { view: WhyView }) {
  const t = useT(messages)
  const title = useId()
  const story = orderStory(view.story)
  const counts = touchCounts(view.story)
  return (
    <section className="sec wstory" aria-labelledby={title}>
      <header>
        <h2 className="h2" id={title}>
          {t('storyTitle')}
          {counts.all > 0 ? <span className="t13 c3 num"> {t('storyAll', { count: counts.all })}</span> : null}
        </h2>
        {counts.refused + counts.merged > 0 ? (
          <label className="chip">
            <input type="checkbox" className="sr only-valid" />
            {t('storyValid')}
          </label>
        ) : null}
      </header>
      {counts.all === 0 ? <p className="c2 t13 story-none">{t('storyEmpty')}</p> : null}
      <ol className="story">
        {story.map((item) => {
          const phase = `ph-${storyPhase(item, story)}`
          return item.kind === 'touch' ? (
            <WhyTouch key={keyOf(item)} touch={item} windowDays={view.windowDays} phase={phase} />
          ) : (
            <WhyEvent key={keyOf(item)} event={item} windowDays={view.windowDays} phase={phase} elsewhere={view.elsewhere} />
          )
        })}
      </ol>
    </section>
  )
}

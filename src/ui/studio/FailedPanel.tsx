import { useRevalidator } from 'react-router'
import { useT } from '../i18n/index.ts'
import { studioDays } from '../i18n/messages/studio-days.ts'
import { Callout } from '../primitives/index.ts'

/** A part of a page that could not be fetched: it says so in its own place, and the rest of the page stays. */
export function FailedPanel() {
  const t = useT(studioDays)
  const { revalidate, state } = useRevalidator()
  return (
    <section className="panel">
      <Callout tone="honey">
        {t('failed')}{' '}
        <button type="button" className="link" disabled={state !== 'idle'} onClick={() => revalidate()}>
          {t('again')}
        </button>
      </Callout>
    </section>
  )
}

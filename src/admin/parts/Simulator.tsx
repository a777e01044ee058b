'use client'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { type FormEvent, useCallback, useEffect, useState } from 'react'
import type { Simulation } from '../../flows/simulation/simulate.ts'
import { simulator as messages } from '../../ui/i18n/messages/simulator.ts'
import { translate } from '../../ui/i18n/translate.ts'
import { call, failureWords } from './call.ts'
import './parts.css'
import { SimulationOutcome } from './SimulationOutcome.tsx'
import { TrialForm } from './TrialForm.tsx'
import { fieldNames, fieldsOf, searchOf, type TrialFields, trialPath } from './trial.ts'
import { useWords } from './words.ts'

/** ATT-41 in the admin: past orders under other terms, with charts. The address says what was tried; nothing is written. */
export function Simulator() {
  const { say, language } = useWords()
  const [fields, setFields] = useState<TrialFields | null>(null)
  const [simulation, setSimulation] = useState<Simulation | null>(null)
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const t = (key: keyof (typeof messages)['en']) => translate(messages, language, key)

  const run = useCallback(
    async (wanted: TrialFields) => {
      setFields(wanted)
      setBusy(true)
      const answer = await call<Simulation>(trialPath(wanted))
      if (answer.ok) setSimulation(answer.value)
      const invalid = !answer.ok && answer.failure.code === 'invalid'
      setSaid(answer.ok ? '' : invalid ? translate(messages, language, 'err_terms') : failureWords(say, answer.failure))
      setBusy(false)
    },
    [language, say],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, from the address; then when somebody asks
  useEffect(() => void run(fieldsOf(window.location.search)), [])

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const wanted = fieldsOf(
      searchOf(Object.fromEntries(fieldNames.map((name) => [name, String(form.get(name) ?? '')])) as unknown as TrialFields),
    )
    window.history.replaceState(window.history.state, '', searchOf(wanted))
    void run(wanted)
  }

  return (
    <Gutter>
      <SetStepNav nav={[{ label: t('simulator') }]} />
      <section className="zc-part" aria-labelledby="zc-simulator">
        <h2 id="zc-simulator">{t('simulator')}</h2>
        <p className="zc-muted">{t('simulatorText')}</p>
        {fields && <TrialForm fields={fields} programmes={simulation?.programmes ?? []} busy={busy} onSubmit={submit} />}
        <p className="zc-said" role="status" data-tone={said ? 'bad' : undefined}>
          {said || (busy ? say('loading') : '')}
        </p>
        {simulation && !said && <SimulationOutcome simulation={simulation} />}
        {fields && !busy && (
          <p className="zc-after">
            <a href={`/${language}/desk/simulator${searchOf(fields)}`}>{say('atTheDesk')}</a>
          </p>
        )}
      </section>
    </Gutter>
  )
}

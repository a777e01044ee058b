'use client'
import type { FormEvent } from 'react'
import { simulator as messages } from '../../ui/i18n/messages/simulator.ts'
import { translate } from '../../ui/i18n/translate.ts'
import type { TrialFields } from './trial.ts'
import { useWords } from './words.ts'

const models = ['last_touch', 'first_touch', 'linear', 'position', 'time_decay', 'coupon_wins'] as const

interface TrialFormProps {
  fields: TrialFields
  programmes: readonly { id: string; name: string }[]
  busy: boolean
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
}

/** Which terms are tried. The programmes come with the first answer: until then the chosen one keeps its place. */
export function TrialForm({ fields, programmes, busy, onSubmit }: TrialFormProps) {
  const { language } = useWords()
  const t = (key: keyof (typeof messages)['en']) => translate(messages, language, key)
  const known = programmes.some(({ id }) => id === fields.programme)
  return (
    <form className="zc-row" noValidate onSubmit={onSubmit}>
      <NumberField name="days" label={t('days')} value={fields.days} max={90} step="1" />
      <label className="zc-field">
        {t('programme')}
        <select key={programmes.length} name="programme" defaultValue={fields.programme}>
          <option value="">{t('allProgrammes')}</option>
          {fields.programme && !known && <option value={fields.programme}>…</option>}
          {programmes.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="zc-field">
        {t('model')}
        <select name="model" defaultValue={fields.model}>
          <option value="">{t('asItWas')}</option>
          {models.map((model) => (
            <option key={model} value={model}>
              {t(`model_${model}`)}
            </option>
          ))}
        </select>
      </label>
      <NumberField name="windowDays" label={t('windowDays')} value={fields.windowDays} max={90} step="1" empty={t('asItWas')} />
      <NumberField name="rate" label={t('rate')} value={fields.rate} max={50} step="0.01" empty={t('asItWas')} />
      <button type="submit" className="zc-button" disabled={busy}>
        {t('run')}
      </button>
    </form>
  )
}

interface NumberFieldProps {
  name: 'days' | 'windowDays' | 'rate'
  label: string
  value: string
  max: number
  step: string
  empty?: string
}

function NumberField({ name, label, value, max, step, empty }: NumberFieldProps) {
  return (
    <label className="zc-field">
      {label}
      <input name={name} type="number" min={name === 'rate' ? 0 : 1} max={max} step={step} defaultValue={value} placeholder={empty} />
    </label>
  )
}

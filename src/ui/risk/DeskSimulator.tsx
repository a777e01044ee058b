import { Form } from 'react-router'
import { PageHead } from '../commerce/PageHead.tsx'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { simulator as messages } from '../i18n/messages/simulator.ts'
import { Button, Callout, Empty, Input, Select } from '../primitives/index.ts'
import { GainBars } from './GainBars.tsx'
import type { SimulationView } from './view.ts'

export interface TrialValues {
  days: string
  programme: string
  model: string
  windowDays: string
  rate: string
}

interface DeskSimulatorProps {
  simulation: SimulationView | null
  values: TrialValues
  models: readonly (keyof typeof modelKeys)[]
  programmes: readonly { id: string; name: string }[]
}

const modelKeys = {
  last_touch: 'model_last_touch',
  first_touch: 'model_first_touch',
  linear: 'model_linear',
  position: 'model_position',
  time_decay: 'model_time_decay',
  coupon_wins: 'model_coupon_wins',
} as const

/** ATT-41: past orders under other terms. A plain GET form: the address says what was tried, and nothing is written. */
export function DeskSimulator({ simulation, values, models, programmes }: DeskSimulatorProps) {
  const t = useT(messages)
  const to = useTo()
  return (
    <main id="main" className="rk">
      <PageHead title={t('simulator')} back={to('/desk/orders')} />
      <p className="t13 c2 loose">{t('simulatorText')}</p>
      <Form method="get" className="panel rk-terms" noValidate>
        <Input name="days" label={t('days')} type="number" min={1} max={90} inputMode="numeric" defaultValue={values.days} />
        <Select name="programme" label={t('programme')} defaultValue={values.programme}>
          <option value="">{t('allProgrammes')}</option>
          {programmes.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Select name="model" label={t('model')} defaultValue={values.model}>
          <option value="">{t('asItWas')}</option>
          {models.map((model) => (
            <option key={model} value={model}>
              {t(modelKeys[model])}
            </option>
          ))}
        </Select>
        <Input
          name="windowDays"
          label={t('windowDays')}
          type="number"
          min={1}
          max={90}
          inputMode="numeric"
          placeholder={t('asItWas')}
          defaultValue={values.windowDays}
        />
        <Input
          name="rate"
          label={t('rate')}
          type="number"
          min={0}
          max={50}
          step="0.01"
          inputMode="decimal"
          placeholder={t('asItWas')}
          defaultValue={values.rate}
        />
        <Button type="submit" variant="main">
          {t('run')}
        </Button>
      </Form>
      {simulation ? <Outcome simulation={simulation} /> : <Callout tone="bad">{t('err_terms')}</Callout>}
    </main>
  )
}

function Outcome({ simulation }: { simulation: SimulationView }) {
  const t = useT(messages)
  const format = useFormat()
  const { currency, lines, changed, before, after, creators, byDay, truncated } = simulation
  const money = (amount: number) => format.money({ amount, currency })
  // Most terms move money between creators, not between days.
  const moved = byDay.filter((day) => day.before !== day.after)
  if (lines === 0 || creators.length === 0)
    return (
      <Empty title={t('nothing')} icon="chart">
        {t('nothingText')}
      </Empty>
    )
  return (
    <>
      <dl className="rk-sum">
        <div>
          <dt>{t('before')}</dt>
          <dd className="num">{money(before)}</dd>
        </div>
        <div>
          <dt>{t('after')}</dt>
          <dd className="num">{money(after)}</dd>
        </div>
        <div>
          <dt>{t('difference')}</dt>
          <dd className="num">{`${after > before ? '+' : ''}${money(after - before)}`}</dd>
        </div>
      </dl>
      <p className="t13 c2">
        <span className="blk">{t('linesChanged', { lines, changed })}</span>
        {t('refundsNote')}
      </p>
      {truncated ? <Callout tone="honey">{t('truncated')}</Callout> : null}
      <section className="panel stack gap3" aria-labelledby="rk-gains">
        <h2 className="h2" id="rk-gains">
          {t('gains')}
        </h2>
        <GainBars rows={creators.map(({ id, name, ...sides }) => ({ key: id, name, ...sides }))} currency={currency} head={t('creator')} />
      </section>
      {moved.length > 0 ? (
        <section className="panel stack gap3" aria-labelledby="rk-days">
          <h2 className="h2" id="rk-days">
            {t('byDay')}
          </h2>
          <GainBars
            rows={moved.map(({ day, ...sides }) => ({ key: day, name: format.date(`${day}T12:00:00Z`), ...sides }))}
            currency={currency}
            head={t('dayColumn')}
          />
        </section>
      ) : null}
    </>
  )
}

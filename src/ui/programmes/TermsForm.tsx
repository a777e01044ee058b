import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useT } from '../i18n/index.ts'
import { programmes as messages } from '../i18n/messages/programmes.ts'
import { Button, Checkbox, Input, Select, TextArea } from '../primitives/index.ts'
import { useTermError } from './use-term-error.ts'
import type { ProgrammeView, Told } from './view.ts'

const models = ['last_touch', 'first_touch', 'linear', 'position', 'time_decay', 'coupon_wins'] as const
const couponRules = ['coupon_wins', 'touch_wins', 'split'] as const
const holds = ['0', '7', '14', '15', '30', '60', '90'] as const

/** The terms of a programme. A new one has its first rate here; later ones are set one by one, below. */
export function TermsForm({ view, errors }: { view: ProgrammeView; errors: Told['errors'] }) {
  const t = useT(messages)
  const busy = usePending('terms')
  const { id, values, currency } = view
  const needs = useTermError()
  const wrong = (field: string) => needs(errors[field])
  const common = (field: string) => ({
    name: field,
    defaultValue: values[field] ?? '',
    error: wrong(field),
    autoComplete: 'off',
    maxLength: 60,
  })
  const number = (field: string) => ({ ...common(field), inputMode: 'numeric' as const, className: 'num' })
  return (
    <section className="panel stack gap3" aria-labelledby="pg-terms">
      <h2 className="h2" id="pg-terms">
        {t('terms')}
      </h2>
      <PostForm intent="terms" hidden={{ updatedAt: values.updatedAt ?? '' }} className="pg-grid">
        <Input {...common('zh')} label={t('name_zh')} />
        <Input {...common('en')} label={t('name_en')} />
        {id === null ? <Input {...number('rateBps')} inputMode="decimal" label={t('rate')} hint={t('rateHint')} /> : null}
        <Select label={t('model')} name="model" defaultValue={values.model ?? 'last_touch'}>
          {models.map((model) => (
            <option key={model} value={model}>
              {t(`model_${model}`)}
            </option>
          ))}
        </Select>
        <Select label={t('couponRule')} name="couponRule" defaultValue={values.couponRule ?? 'coupon_wins'}>
          {couponRules.map((rule) => (
            <option key={rule} value={rule}>
              {t(`couponRule_${rule}`)}
            </option>
          ))}
        </Select>
        <Input {...number('windowDays')} label={t('windowDays')} />
        <Input {...number('cartDays')} label={t('cartDays')} />
        <div className="stack gap2">
          <Checkbox name="binds" value="1" defaultChecked={values.binds === '1'} label={t('binds')} />
          <Input {...number('bindDays')} label={t('bindDays')} />
        </div>
        <Select label={t('holdDays')} hint={t('holdHint')} name="holdDays" defaultValue={values.holdDays ?? '15'} error={wrong('holdDays')}>
          {holds.map((days) => (
            <option key={days} value={days}>
              {t('days', { count: Number(days) })}
            </option>
          ))}
        </Select>
        <Input {...number('capBps')} inputMode="decimal" label={t('cap')} hint={t('capHint')} />
        <Select label={t('joining')} hint={t('joiningHint')} name="joining" defaultValue={values.joining ?? 'open'}>
          <option value="open">{t('joining_open')}</option>
          <option value="invited">{t('joining_invited')}</option>
        </Select>
        <Select label={t('phase')} name="phase" defaultValue={values.phase ?? 'active'} error={wrong('status')}>
          <option value="active">{t('phase_active')}</option>
          <option value="closed">{t('phase_closed')}</option>
        </Select>
        <div className="pg-wide stack gap3">
          <TextArea
            name="tiers"
            rows={3}
            label={t('tiers')}
            hint={t('tiersHint', { currency })}
            defaultValue={values.tiers ?? ''}
            optional
            error={wrong('tiers')}
          />
          <Checkbox
            name="isDefault"
            value="1"
            defaultChecked={values.isDefault === '1'}
            label={t('makeDefault')}
            error={wrong('isDefault')}
          />
        </div>
        <div className="pg-acts">
          <Button type="submit" variant="main" busy={busy}>
            {t(id === null ? 'create' : 'save')}
          </Button>
        </div>
      </PostForm>
    </section>
  )
}

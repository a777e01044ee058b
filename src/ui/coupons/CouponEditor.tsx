import { PageHead, PostForm, usePending } from '../commerce/index.ts'
import { useLocale, useT, zoneName } from '../i18n/index.ts'
import { coupons as messages } from '../i18n/messages/coupons.ts'
import { Button, Callout, Checkbox, Input, Select, TextArea } from '../primitives/index.ts'
import { type CouponEditorView, type CouponField, couponFields } from './view.ts'

/** The terms of one code. A plain form: it works before its script, and keeps what was typed through every refusal. */
export function CouponEditor({ view }: { view: CouponEditorView }) {
  const t = useT(messages)
  const busy = usePending('save')
  const { values, errors, failed, frozen } = view
  const wrong = Object.keys(errors).length
  return (
    <main id="main" className="buy">
      <PageHead title={view.code === null ? t('add') : t('edit', { code: view.code })} back={view.backHref} />
      <div className="olist">
        {wrong > 0 || failed ? (
          <Callout tone="bad" live>
            {failed ? t(`err_${failed}`) : t('wrong', { count: wrong })}
          </Callout>
        ) : null}
        <PostForm intent="save" className="stack gap4">
          <section className="panel stack gap4 cp-kind">
            <Field name="code" view={view} label={t('code')} hint={t('codeHint')} stays={frozen} required className="num" />
            <Select label={t('kind')} name={couponFields.kind} defaultValue={values.kind ?? 'fixed'}>
              <option value="fixed">{t('kind_fixed')}</option>
              <option value="percent">{t('kind_percent')}</option>
            </Select>
            <div data-kind="fixed">
              <Field name="amount" view={view} label={t('amount', { currency: view.currency })} inputMode="decimal" className="num" />
            </div>
            <div data-kind="percent">
              <Field name="percent" view={view} label={t('percent')} hint={t('percentHint')} inputMode="decimal" className="num" />
            </div>
          </section>
          <section className="panel stack gap4">
            <Field name="creator" view={view} label={t('creator')} hint={t('creatorHint')} stays={frozen} optional />
            <Programme view={view} />
            <Checkbox name={couponFields.isPublic} value="1" defaultChecked={values.isPublic === '1'} label={t('isPublic')} />
            <Checkbox name={couponFields.noCredit} value="1" defaultChecked={values.noCredit === '1'} label={t('noCredit')} />
          </section>
          <section className="panel stack gap4">
            <Field
              name="minGoods"
              view={view}
              label={t('minGoods', { currency: view.currency })}
              optional
              inputMode="decimal"
              className="num"
            />
            <Field
              name="maxDiscount"
              view={view}
              label={t('maxDiscount', { currency: view.currency })}
              optional
              inputMode="decimal"
              className="num"
            />
            <Field name="limitTotal" view={view} label={t('limitTotal')} optional inputMode="numeric" className="num" />
            <Field name="limitPerPerson" view={view} label={t('limitPerPerson')} optional inputMode="numeric" className="num" />
            <Products name="products" view={view} />
            <Products name="excludedProducts" view={view} />
          </section>
          <section className="panel stack gap4">
            <Moment name="startsAt" view={view} />
            <Moment name="endsAt" view={view} />
            <Select label={t('status')} name={couponFields.status} defaultValue={values.status ?? 'active'}>
              {(['active', 'paused', 'ended'] as const).map((status) => (
                <option key={status} value={status}>
                  {t(`status_${status}`)}
                </option>
              ))}
            </Select>
          </section>
          <Button type="submit" variant="main" busy={busy}>
            {t('save')}
          </Button>
        </PostForm>
      </div>
    </main>
  )
}

/** `stays`: shown and not to be changed any more, and its hint says so. */
type FieldProps = Omit<Parameters<typeof Input>[0], 'name'> & { name: CouponField; view: CouponEditorView; stays?: boolean }

function Field({ name, view, stays = false, ...rest }: FieldProps) {
  const t = useT(messages)
  const error = view.errors[name]
  return (
    <Input
      {...rest}
      {...(stays ? { hint: t('usedStays'), readOnly: true } : {})}
      name={couponFields[name]}
      autoComplete="off"
      maxLength={60}
      defaultValue={view.values[name] ?? ''}
      error={error ? t(`err_${error}`) : undefined}
    />
  )
}

/** A time by the clock of the shop, whose zone is said beside it. */
function Moment({ name, view }: { name: 'startsAt' | 'endsAt'; view: CouponEditorView }) {
  const t = useT(messages)
  const { timeZone, now } = useLocale()
  const hint = t('zone', { zone: zoneName(timeZone, now) })
  return <Field name={name} view={view} label={t(name)} hint={hint} optional type="datetime-local" className="num" />
}

/** One that stays is shown and not sent: what is left out stays as it was. */
function Programme({ view: { programmes, values, errors, barred } }: { view: CouponEditorView }) {
  const t = useT(messages)
  const { standard, others, kept } = programmes
  return (
    <>
      {barred ? (
        <Callout tone="honey">
          {t(`barred_${barred}`)}
          {kept === null ? t('barredMove') : null}
        </Callout>
      ) : null}
      <Select
        label={t('programme')}
        hint={t(kept === null ? 'programmeHint' : 'programmeStays')}
        error={errors.programme ? t(`err_${errors.programme}`) : undefined}
        name={couponFields.programme}
        defaultValue={kept ?? values.programme ?? ''}
        disabled={kept !== null}
      >
        <option value="">{standard === null ? t('programmeNone') : t('programmeStandard', { name: standard })}</option>
        {others.map(({ id, name, isClosed }) => (
          <option key={id} value={id}>
            {isClosed ? t('programmeClosed', { name }) : name}
          </option>
        ))}
      </Select>
    </>
  )
}

function Products({ name, view }: { name: 'products' | 'excludedProducts'; view: CouponEditorView }) {
  const t = useT(messages)
  const error = view.errors[name]
  return (
    <TextArea
      label={t(name)}
      optional
      name={couponFields[name]}
      rows={2}
      hint={name === 'products' ? t('productsHint') : undefined}
      defaultValue={view.values[name] ?? ''}
      error={error ? t(`err_${error}`) : undefined}
    />
  )
}

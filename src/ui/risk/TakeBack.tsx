import { Link } from 'react-router'
import { capitalized } from '../commerce/capitalized.ts'
import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { causeWords } from '../i18n/cause-words.ts'
import { useFormat, useLocale, useT, useTo } from '../i18n/index.ts'
import { corrections as messages } from '../i18n/messages/corrections.ts'
import { Button, Input, Select, TextArea } from '../primitives/index.ts'
import { creatorPath } from '../view/piece.ts'
import type { TakeBackTyped, TakingRowView } from './view.ts'

export interface TakeBackProps {
  reasons: readonly string[]
  takings: readonly TakingRowView[]
  currency: string
  typed: TakeBackTyped
  idempotencyKey: string
}

/** ATT-29: finance takes a commission back by hand. Posts `intent` = `take` with `handle`, `orderNumber`, `amount`, `reason`, `note`. */
export function TakeBack({ reasons, takings, currency, typed: { values, error, left }, idempotencyKey }: TakeBackProps) {
  const t = useT(messages)
  const { locale } = useLocale()
  const format = useFormat()
  const busy = usePending('take')
  const tooMuch = left === undefined ? t('err_amount') : t('err_amountLeft', { left: format.money({ amount: left, currency }) })
  const tie = (name: 'handle' | 'orderNumber' | 'amount' | 'note') => ({
    ...{ name, defaultValue: values[name] },
    error: error === name ? (name === 'amount' ? tooMuch : t(`err_${name}`)) : undefined,
  })
  return (
    <section className="panel stack gap3" aria-labelledby="rk-take">
      <header>
        <h2 className="h2" id="rk-take">
          {t('takeTitle')}
        </h2>
        <p className="t13 c2 loose">{t('takeText')}</p>
      </header>
      <PostForm intent="take" hidden={{ idempotencyKey: `${idempotencyKey}:take` }} className="rk-form">
        <Input {...tie('handle')} label={t('handle')} hint={t('handleHint')} autoComplete="off" autoCapitalize="none" maxLength={60} />
        <Input
          {...tie('orderNumber')}
          label={t('orderNumber')}
          hint={t('orderNumberHint')}
          autoComplete="off"
          maxLength={80}
          className="num"
        />
        <Input
          {...tie('amount')}
          label={t('amount', { currency })}
          hint={t('amountAll')}
          optional
          inputMode="decimal"
          autoComplete="off"
          maxLength={16}
          className="num"
        />
        <Select name="reason" label={t('reason')} defaultValue={values.reason ?? reasons[0]}>
          {reasons.map((reason) => (
            <option key={reason} value={reason}>
              {capitalized(causeWords(reason, locale) ?? reason)}
            </option>
          ))}
        </Select>
        <TextArea {...tie('note')} label={t('note')} rows={2} maxLength={500} />
        <Button type="submit" variant="line" busy={busy}>
          {t('take')}
        </Button>
      </PostForm>
      {takings.length > 0 ? <Takings takings={takings} /> : null}
    </section>
  )
}

function Takings({ takings }: Pick<TakeBackProps, 'takings'>) {
  const t = useT(messages)
  const to = useTo()
  const format = useFormat()
  const { locale } = useLocale()
  return (
    <div>
      <h3 className="b t13">{t('taken')}</h3>
      <ul className="rk-list">
        {takings.map(({ id, creator, order, amount, reason, note, by, at }) => (
          <li key={id}>
            <div className="row between wrapx gap2">
              <Link className="b link" to={to(creatorPath(creator))}>
                {creator.name}
              </Link>
              <b className="num">{format.money(amount)}</b>
            </div>
            <p className="t13">
              {capitalized(causeWords(reason, locale) ?? reason)} · {note}
            </p>
            <p className="t12 c2 row wrapx gap2">
              {order ? (
                <Link className="link" to={`${to(`/orders/${order.id}/why`)}?as=staff`}>
                  {order.number}
                </Link>
              ) : null}
              <span>{t('takenBy', { name: by, time: format.dateTime(at) })}</span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

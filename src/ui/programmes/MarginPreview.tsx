import { Form } from 'react-router'
import { useFormat, useT } from '../i18n/index.ts'
import { programmes as messages } from '../i18n/messages/programmes.ts'
import { Button, Input, Tag } from '../primitives/index.ts'
import type { PreviewView } from './view.ts'

/** ATT-23: what a rate leaves of each sale whose cost is known, the least first. */
export function MarginPreview({ preview }: { preview: PreviewView }) {
  const t = useT(messages)
  const format = useFormat()
  const { rateBps, known, unknown, cut, rows } = preview
  return (
    <section className="panel stack gap3" aria-labelledby="pg-preview">
      <header>
        <h2 className="h2" id="pg-preview">
          {t('preview')}
        </h2>
        <p className="t13 c2 loose">{t('previewIntro', { rate: format.rate(rateBps), known, unknown, cut })}</p>
      </header>
      <Form method="get" className="pg-line" preventScrollReset>
        <Input
          name="try"
          label={t('previewRate')}
          inputMode="decimal"
          autoComplete="off"
          maxLength={8}
          className="num"
          defaultValue={String(rateBps / 100)}
          key={rateBps}
        />
        <Button type="submit" variant="line">
          {t('previewAsk')}
        </Button>
      </Form>
      {rows.length === 0 ? <p className="t13 c2">{t('previewEmpty')}</p> : null}
      <ul className="po-list">
        {rows.map(({ id, title, sku, cost, commission, left, leftBps, cutToBps }) => (
          <li key={id}>
            <span className="stack">
              <b className="clamp2">{title}</b>
              <span className="t12 c2">
                {sku} · {t('cost', { cost: format.money(cost), commission: format.money(commission) })}
              </span>
            </span>
            <span className="stack po-end">
              <span className={leftBps <= 0 ? 'num neg' : 'num'}>
                {t('left', { amount: format.money(left), rate: format.rate(leftBps) })}
              </span>
              {cutToBps === null ? null : <Tag tone="honey">{t('cutTo', { rate: format.rate(cutToBps) })}</Tag>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

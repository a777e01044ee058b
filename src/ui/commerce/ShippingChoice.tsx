import { useFormat, useT } from '../i18n/index.ts'
import { commerce } from '../i18n/messages/commerce.ts'
import { Radio, RadioGroup } from '../primitives/index.ts'
import { checkoutFields } from './fields.ts'
import type { ShippingOptionView } from './view.ts'

interface Props {
  options: ShippingOptionView[]
  chosen: string
  onChoose: (id: string) => void
  error?: string
}

/** How the parcel goes: with its price and its day, both before one chooses. */
export function ShippingChoice({ options, chosen, onChoose, error }: Props) {
  const t = useT(commerce)
  const format = useFormat()
  const arrival = (arrives: NonNullable<ShippingOptionView['arrives']>): string => {
    const [from, to] = [format.date(arrives.from), format.date(arrives.to)]
    return from === to ? t('arrives', { from }) : t('arrivesBetween', { from, to })
  }
  return (
    <section className="panel">
      <RadioGroup legend={<span className="b t15 ink">{t('shipping')}</span>} error={error} className="stack gap2">
        {options.map((option) => (
          <Radio
            key={option.id}
            card
            name={checkoutFields.shipping}
            value={option.id}
            defaultChecked={option.id === chosen}
            onChange={() => onChoose(option.id)}
            label={
              <>
                {option.name}
                {option.arrives ? <span className="t12 c2 blk">{arrival(option.arrives)}</span> : null}
              </>
            }
            aside={
              option.price.amount === 0 ? <b className="cb">{t('free')}</b> : <span className="num">{format.money(option.price)}</span>
            }
          />
        ))}
      </RadioGroup>
    </section>
  )
}

import { useT } from '../i18n/index.ts'
import { shop } from '../i18n/messages/shop.ts'
import { OptionRadio, RadioGroup } from '../primitives/Choice.tsx'
import { cx } from '../primitives/class-names.ts'
import { type OptionView, optionField, type VariantView, valueIsOut } from '../view/variant.ts'

interface OptionChoiceProps {
  option: OptionView
  chosen: Record<string, string>
  variants: readonly VariantView[]
  onChoose: (value: string) => void
}

/**
 * One thing to choose, as swatches where every value has a colour, else as tiles. Native radios that the browser owns:
 * what was chosen before the script came stays chosen. Sold out is struck through and can still be chosen.
 */
export function OptionChoice({ option, chosen, variants, onChoose }: OptionChoiceProps) {
  const t = useT(shop)
  const swatches = option.values.every((one) => one.colour)
  const current = option.values.find((one) => one.value === chosen[option.id])
  const legend = (
    <>
      {option.label} <b className="legend-value">{current?.label}</b>
    </>
  )
  return (
    <RadioGroup legend={legend} className="opts">
      <div className={cx('row wrapx', swatches && 'gap1')}>
        {option.values.map((one) => (
          <OptionRadio
            key={one.value}
            name={optionField(option.id)}
            value={one.value}
            label={one.label}
            colour={swatches ? one.colour : undefined}
            out={valueIsOut(variants, chosen, option.id, one.value)}
            outText={t('outOfStock')}
            defaultChecked={chosen[option.id] === one.value}
            onChange={() => onChoose(one.value)}
          />
        ))}
      </div>
    </RadioGroup>
  )
}

import { useEffect, useRef } from 'react'
import { useT } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { storefront } from '../i18n/messages/storefront.ts'
import { Icon } from '../primitives/Icon.tsx'

interface QuantityProps {
  /** At most so many: the stock of what is chosen. */
  max: number
  value: number
  onChange: (quantity: number) => void
}

/** How many: a native number field with its two buttons. Without script one types; the door checks the number again. */
export function Quantity({ max, value, onChange }: QuantityProps) {
  const tc = useT(common)
  const ts = useT(storefront)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // What was typed before the script came, and what another variant has less of.
    const typed = field.current?.valueAsNumber ?? 1
    const fits = Math.min(Math.max(1, Number.isInteger(typed) ? typed : 1), Math.max(1, max))
    if (field.current && fits !== typed) field.current.value = String(fits)
    onChange(fits)
  }, [max, onChange])
  const set = (next: number) => {
    const fits = Math.min(Math.max(1, next), Math.max(1, max))
    if (field.current) field.current.value = String(fits)
    onChange(fits)
  }
  return (
    <div className="qty row between">
      <label className="lbl" htmlFor="quantity">
        {ts('quantity')}
      </label>
      <span className="step qty-step">
        <button type="button" aria-label={tc('minus')} disabled={value <= 1} onClick={() => set(value - 1)}>
          <Icon name="minus" size={16} />
        </button>
        <input
          ref={field}
          id="quantity"
          className="num"
          type="number"
          name="quantity"
          min={1}
          max={Math.max(1, max)}
          step={1}
          defaultValue={1}
          inputMode="numeric"
          autoComplete="off"
          onChange={(event) => {
            const typed = event.currentTarget.valueAsNumber
            if (Number.isInteger(typed) && typed >= 1 && typed <= max) onChange(typed)
          }}
          onBlur={(event) => set(event.currentTarget.valueAsNumber || 1)}
        />
        <button type="button" aria-label={tc('plus')} disabled={value >= max} onClick={() => set(value + 1)}>
          <Icon name="plus" size={16} />
        </button>
      </span>
    </div>
  )
}

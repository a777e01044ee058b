import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { cx } from './class-names.ts'
import { Icon } from './Icon.tsx'

type NativeProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>

/** A native checkbox with its words; the whole line is the target. */
export function Checkbox({
  label,
  hint,
  error,
  className,
  ...rest
}: NativeProps & { label: ReactNode; hint?: ReactNode; error?: ReactNode }) {
  const id = useId()
  const describedBy = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined
  return (
    <div className="field">
      <label className={cx('pick', className)}>
        <input {...rest} type="checkbox" aria-invalid={error ? true : undefined} aria-describedby={describedBy} />
        <span>{label}</span>
      </label>
      {error ? (
        <p className="errt" id={`${id}-error`}>
          <Icon name="alert" size={16} />
          <span>{error}</span>
        </p>
      ) : null}
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}

/** One choice of a group: put several with the same `name` into a `RadioGroup`. `card` draws it as a bordered row with an aside at its right. */
export function Radio({ label, aside, card, className, ...rest }: NativeProps & { label: ReactNode; aside?: ReactNode; card?: boolean }) {
  return (
    <label className={cx(card ? 'rcard' : 'pick', className)}>
      <input {...rest} type="radio" />
      <span className="grow">{label}</span>
      {aside}
    </label>
  )
}

/** An option of a variant drawn as a tile (`.opt`) or, with `colour`, as a swatch. Sold out stays choosable and says so. */
export function OptionRadio({
  label,
  colour,
  out,
  outText,
  ...rest
}: NativeProps & { label: string; colour?: string; out?: boolean; outText?: string }) {
  const name = out && outText ? `${label}, ${outText}` : label
  return (
    <label className={cx(colour ? 'sw' : 'opt', out && 'is-out')} style={colour ? { ['--c' as string]: colour } : undefined}>
      <input {...rest} type="radio" className="sr" aria-label={name} />
      {colour ? <i /> : <span aria-hidden="true">{label}</span>}
    </label>
  )
}

/** A native group of choices with its legend, hint and error. */
export function RadioGroup({
  legend,
  error,
  children,
  className,
}: {
  legend: ReactNode
  error?: ReactNode
  children: ReactNode
  className?: string
}) {
  const id = useId()
  return (
    <fieldset className={cx('group', className)} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="lbl">{legend}</legend>
      {children}
      {error ? (
        <p className="errt" id={`${id}-error`}>
          <Icon name="alert" size={16} />
          <span>{error}</span>
        </p>
      ) : null}
    </fieldset>
  )
}

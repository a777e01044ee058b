import { type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes, type TextareaHTMLAttributes, useId } from 'react'
import { useT } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { cx } from './class-names.ts'
import { Icon } from './Icon.tsx'

export interface FieldProps {
  label: ReactNode
  /** A sentence under the label's field that helps before anything is wrong. */
  hint?: ReactNode
  /** What was expected and an example; shown with an icon and read with the field. */
  error?: ReactNode
  /** Marks the label "optional"; say nothing for what is required. */
  optional?: boolean
  /** The label is read but not seen. */
  labelHidden?: boolean
}

/** What ties a control to its hint and its error. */
interface Ties {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** Label, hint and error around any control of one's own; `children` receives what ties them together. */
export function Field({
  label,
  hint,
  error,
  optional,
  labelHidden,
  id,
  children,
}: FieldProps & { id?: string; children: (ties: Ties) => ReactNode }) {
  const t = useT(common)
  const own = useId()
  const fieldId = id ?? own
  const describedBy = [error ? `${fieldId}-error` : '', hint ? `${fieldId}-hint` : ''].filter(Boolean).join(' ') || undefined
  return (
    <div className="field">
      <label htmlFor={fieldId} className={cx(labelHidden && 'sr')}>
        {label}
        {optional ? <span className="c3"> · {t('optional')}</span> : null}
      </label>
      {children({ id: fieldId, 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy })}
      {error ? (
        <p className="errt" id={`${fieldId}-error`}>
          <Icon name="alert" size={16} />
          <span>{error}</span>
        </p>
      ) : null}
      {hint ? (
        <p className="hint" id={`${fieldId}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}

/** Parts what belongs to the label from what belongs to the control. */
function part<P extends FieldProps & { id?: string; className?: string }>(props: P) {
  const { label, hint, error, optional, labelHidden, id, className, ...control } = props
  return { field: { label, hint, error, optional, labelHidden, id }, className: cx('input', Boolean(error) && 'err', className), control }
}

/** One line of text. Values are kept by the caller: `defaultValue` for plain forms, `value` for controlled ones. */
export function Input(props: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  const { field, className, control } = part(props)
  return <Field {...field}>{(ties) => <input {...control} {...ties} className={className} />}</Field>
}

export function TextArea(props: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }) {
  const { field, className, control } = part(props)
  return <Field {...field}>{(ties) => <textarea rows={4} {...control} {...ties} className={className} />}</Field>
}

/** A native select; give `<option>`s as children. */
export function Select(props: FieldProps & SelectHTMLAttributes<HTMLSelectElement>) {
  const { field, className, control } = part(props)
  return <Field {...field}>{(ties) => <select {...control} {...ties} className={cx(className, 'select')} />}</Field>
}

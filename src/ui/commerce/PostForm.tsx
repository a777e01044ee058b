import type { ReactNode } from 'react'
import { Form, useNavigation } from 'react-router'

interface PostFormProps {
  intent: string
  /** Where it is sent; this page when left out. */
  action?: string
  /** Fields that nobody edits. */
  hidden?: Record<string, string>
  className?: string
  id?: string
  label?: string
  /** Keep the place on the page: for a stepper in a list. */
  stay?: boolean
  children: ReactNode
}

/** A form that posts `intent` and works before its script came. The browser's own checks are off: the server's sentences say more. */
export function PostForm({ intent, action, hidden = {}, className, id, label, stay, children }: PostFormProps) {
  return (
    <Form method="post" action={action} className={className} id={id} aria-label={label} preventScrollReset={stay} noValidate>
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  )
}

/** Whether a form with this intent (and, where several stand on a page, this field) is on its way. */
export function usePending(intent: string, field?: { name: string; value: string }): boolean {
  const { formData } = useNavigation()
  if (formData?.get('intent') !== intent) return false
  return field === undefined || formData.get(field.name) === field.value
}

import type { ReactNode } from 'react'
import { useFetcher } from 'react-router'
import { useAnswer } from './use-answer.ts'

interface ActionFormProps {
  /** Full path of the route whose action takes it. */
  action: string
  /** Fields that are not shown. */
  fields?: Readonly<Record<string, string>>
  className?: string
  /** Called when it is sent, with what is sent. */
  onSend?: (data: FormData) => void
  /** Called once for each answer, with what the action returned: `{ ok: true }` or `{ ok: false, message? }`. */
  onDone?: (answer: unknown) => void
  children: (state: { busy: boolean }) => ReactNode
}

/**
 * A form that changes something without leaving the page. Before the script runs it is a plain
 * `<form method="post">`; the route answers a document's post with a redirect to the field `back`.
 */
export function ActionForm({ action, fields = {}, className, onSend, onDone, children }: ActionFormProps) {
  const fetcher = useFetcher()
  useAnswer(fetcher, onDone)
  return (
    <fetcher.Form
      method="post"
      action={action}
      className={className}
      onSubmit={(event) => {
        const by = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
        onSend?.(new FormData(event.currentTarget, by))
      }}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children({ busy: fetcher.state !== 'idle' })}
    </fetcher.Form>
  )
}

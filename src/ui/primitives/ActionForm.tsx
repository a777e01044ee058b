import { type ReactNode, useEffect, useRef } from 'react'
import { useFetcher } from 'react-router'

interface ActionFormProps {
  /** Full path of the route whose action takes it. */
  action: string
  /** Fields that are not shown. */
  fields?: Readonly<Record<string, string>>
  className?: string
  /** Called once when an answer came, with what the action returned. */
  onDone?: (answer: unknown) => void
  /** Gets what is under way, so that a like can show at once. */
  children: (state: { busy: boolean; sent: FormData | undefined }) => ReactNode
}

/**
 * A form that changes something without leaving the page. Before the script runs it is a plain
 * `<form method="post">`; the route answers a document's post with a redirect to the field `back`.
 */
export function ActionForm({ action, fields = {}, className, onDone, children }: ActionFormProps) {
  const fetcher = useFetcher()
  const was = useRef(fetcher.state)
  const done = useRef(onDone)
  done.current = onDone
  useEffect(() => {
    if (was.current !== 'idle' && fetcher.state === 'idle') done.current?.(fetcher.data)
    was.current = fetcher.state
  }, [fetcher.state, fetcher.data])
  return (
    <fetcher.Form method="post" action={action} className={className}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children({ busy: fetcher.state !== 'idle', sent: fetcher.formData })}
    </fetcher.Form>
  )
}

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useT } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'

export interface ToastMessage {
  /** The result and nothing else: "Added to the cart". */
  text: ReactNode
  /** Taking it back; the toast then stays ten seconds and counts them. */
  onUndo?: () => void
  /** A link or button instead of undo. */
  action?: ReactNode
  /** Called once when the toast leaves without having been undone. */
  onLeave?: () => void
}

interface Shown extends ToastMessage {
  id: number
}

const ToastContext = createContext<(message: ToastMessage) => void>(() => {})

/** Shows a toast: `const toast = useToast(); toast({ text })`. */
export const useToast = (): ((message: ToastMessage) => void) => useContext(ToastContext)

const plainSeconds = 5
const undoSeconds = 10

/** One place for toasts, at the bottom, announced politely; a new one takes the place of the old one. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null)
  const show = useCallback((message: ToastMessage) => {
    setShown((old) => {
      old?.onLeave?.()
      return { ...message, id: (old?.id ?? 0) + 1 }
    })
  }, [])
  const close = useCallback(() => setShown(null), [])
  return (
    <ToastContext value={show}>
      {children}
      <div className="toast-place" role="status" aria-live="polite">
        {shown ? <ToastView key={shown.id} message={shown} onClose={close} /> : null}
      </div>
    </ToastContext>
  )
}

function ToastView({ message, onClose }: { message: Shown; onClose: () => void }) {
  const t = useT(common)
  const [left, setLeft] = useState(message.onUndo ? undoSeconds : plainSeconds)
  useEffect(() => {
    if (left > 0) {
      const timer = setTimeout(() => setLeft(left - 1), 1000)
      return () => clearTimeout(timer)
    }
    message.onLeave?.()
    onClose()
  }, [left, message, onClose])
  const undo = useMemo(
    () =>
      message.onUndo
        ? () => {
            message.onUndo?.()
            onClose()
          }
        : undefined,
    [message, onClose],
  )
  return (
    <div className="toast">
      <span className="grow">{message.text}</span>
      {undo ? (
        <button type="button" className="hit" onClick={undo} aria-label={t('undo')}>
          <span aria-hidden="true">{t('undoIn', { count: left })}</span>
        </button>
      ) : (
        message.action
      )}
    </div>
  )
}

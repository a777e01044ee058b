import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useT } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { IconButton } from './Button.tsx'
import { cx } from './class-names.ts'

interface DialogProps {
  open: boolean
  onClose: () => void
  title: ReactNode
  children: ReactNode
  /** Buttons at its foot. */
  foot?: ReactNode
  /** From the bottom edge on a phone, a window in the middle from 768 px. */
  sheet?: boolean
}

/** A native modal `<dialog>`: focus is kept inside, Escape and a press beside it close it, focus returns. */
export function Dialog({ open, onClose, title, children, foot, sheet }: DialogProps) {
  const t = useT(common)
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [open])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own
    <dialog
      ref={ref}
      className={cx('dialog', sheet && 'sheet')}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close()
      }}
    >
      <div className="dialog-in">
        <header className="row between">
          <h2 className="h2" id={titleId}>
            {title}
          </h2>
          <IconButton icon="close" label={t('close')} onClick={() => ref.current?.close()} />
        </header>
        <div className="dialog-body">{children}</div>
        {foot ? <footer className="row wrapx dialog-foot">{foot}</footer> : null}
      </div>
    </dialog>
  )
}

/** A dialog that comes from the bottom on a phone. */
export const Sheet = (props: Omit<DialogProps, 'sheet'>) => <Dialog {...props} sheet />

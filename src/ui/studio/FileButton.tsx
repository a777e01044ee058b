import { type ReactNode, useId } from 'react'
import { cx } from '../primitives/index.ts'

interface FileButtonProps {
  accept: string
  multiple?: boolean
  /** The button's name; its words may be drawn differently by `children`. */
  label: string
  onFiles: (files: File[]) => void
  className?: string
  children: ReactNode
}

/** A native file input under a label that looks like what the caller draws; the keyboard reaches the input itself. */
export function FileButton({ accept, multiple, label, onFiles, className, children }: FileButtonProps) {
  const id = useId()
  return (
    <label htmlFor={id} className={cx('st-file', className)}>
      <input
        id={id}
        type="file"
        className="sr"
        accept={accept}
        multiple={multiple}
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // The same file can be chosen again after it was removed.
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
      {children}
    </label>
  )
}

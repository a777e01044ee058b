import type { ButtonHTMLAttributes } from 'react'
import { Link, type LinkProps } from 'react-router'
import { cx } from './class-names.ts'

/** A switch drawn as a chip: pressed or not. */
export function Chip({ pressed, className, type = 'button', ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & { pressed?: boolean }) {
  return <button {...rest} type={type} className={cx('chip', className)} aria-pressed={pressed} />
}

/** A chip that leads somewhere; `current` marks where one is. */
export function ChipLink({ current, className, ...rest }: LinkProps & { current?: boolean }) {
  return <Link {...rest} className={cx('chip', className)} aria-current={current ? 'true' : undefined} />
}

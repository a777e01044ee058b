import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Link, type LinkProps } from 'react-router'
import { cx } from './class-names.ts'
import { Icon } from './Icon.tsx'
import type { AnyIcon } from './icons.ts'

/**
 * `buy` is persimmon and means buying and nothing else; `main` is green, the one other filled button of a view;
 * `line` stands beside a filled one; `soft` is a tinted suggestion; `quiet` is words only.
 */
export type ButtonVariant = 'buy' | 'main' | 'line' | 'soft' | 'quiet'
export type ButtonSize = 'sm' | 'md' | 'xl'

interface Look {
  variant?: ButtonVariant
  /** 32, 44 or 52 px high; `sm` keeps a hit area of 44. */
  size?: ButtonSize
  icon?: AnyIcon
  /** As wide as its place. */
  block?: boolean
}

const variants: Record<ButtonVariant, string> = { buy: 'btn-buy', main: 'btn-brand', line: 'btn-line', soft: 'btn-soft', quiet: 'btn-text' }
const sizes: Record<ButtonSize, string | false> = { sm: 'btn-sm', md: false, xl: 'btn-xl' }

const look = ({ variant = 'line', size = 'md', block }: Look, className?: string) =>
  cx('btn', variants[variant], sizes[size], block && 'block', className)

export type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement> & { busy?: boolean; children?: ReactNode }

/** A button; inside a form it sends it unless `type="button"`. `busy` keeps its width, says so to screen readers and refuses a second press. */
export function Button({ variant, size, icon, block, busy = false, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      className={look({ variant, size, block }, cx(busy && 'is-busy', className))}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <span className="spin" aria-hidden="true" /> : icon ? <Icon name={icon} size={size === 'sm' ? 16 : 20} /> : null}
      {children}
    </button>
  )
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ variant, size, icon, block, className, children, ...rest }: Look & LinkProps) {
  return (
    <Link {...rest} className={look({ variant, size, block }, className)}>
      {icon ? <Icon name={icon} size={size === 'sm' ? 16 : 20} /> : null}
      {children}
    </Link>
  )
}

type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  icon: AnyIcon
  label: string
  onPicture?: boolean
  iconSize?: 16 | 20 | 24
}

/** A round button of one icon; `label` is its name and must carry its count, if it has one. */
export function IconButton({ icon, label, onPicture, iconSize = 20, className, children, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button {...rest} type={type} className={cx('ib', onPicture && 'ib-img', className)} aria-label={label}>
      <Icon name={icon} size={iconSize} />
      {children}
    </button>
  )
}

/** The same as a link. */
export function IconLink({
  icon,
  label,
  onPicture,
  iconSize = 20,
  className,
  children,
  ...rest
}: LinkProps & { icon: AnyIcon; label: string; onPicture?: boolean; iconSize?: 16 | 20 | 24 }) {
  return (
    <Link {...rest} className={cx('ib', onPicture && 'ib-img', className)} aria-label={label}>
      <Icon name={icon} size={iconSize} />
      {children}
    </Link>
  )
}

import { type AnyIcon, type IconShape, icons } from './icons.ts'

/** An icon drawn inline, in the colour of its text. Decoration: the name of a button stands beside it or in `aria-label`. */
export function Icon({ name, size = 20, className }: { name: AnyIcon; size?: 14 | 16 | 20 | 24; className?: string }) {
  const shape: IconShape = typeof name === 'string' ? icons[name] : name
  const classes = ['i', size === 20 ? '' : `i${size}`, className].filter(Boolean).join(' ')
  return (
    <svg className={classes} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {shape.rects?.map(([x, y, width, height, rx]) => (
        <rect key={`${x} ${y}`} x={x} y={y} width={width} height={height} rx={rx} />
      ))}
      {shape.circles?.map(([cx, cy, r]) => (
        <circle key={`${cx} ${cy} ${r}`} cx={cx} cy={cy} r={r} />
      ))}
      {shape.d ? <path d={shape.d} strokeWidth={shape.stroke} /> : null}
      {shape.fill ? <path d={shape.fill} fill="currentColor" stroke="none" /> : null}
    </svg>
  )
}

/** The mark of the house: a sprout with a price tag for a pot. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        fill="var(--brand)"
        fillRule="evenodd"
        d="M14.6 15.4V13C9.2 13.1 5 10 4 3c6.2-.5 10.6 2 12 6.6C17.4 5 21.8 2.5 28 3c-1 7-5.2 10.1-10.6 10v2.4h4.1c.7 0 1.3.3 1.7.8l2.7 3.3c.3.4.5.9.5 1.4v6.1c0 1.1-.9 2-2 2H7.6c-1.1 0-2-.9-2-2v-6.1c0-.5.2-1 .5-1.4l2.7-3.3c.4-.5 1-.8 1.7-.8ZM16 19a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z"
      />
    </svg>
  )
}

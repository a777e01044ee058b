'use client'
import type { Pair } from './trial.ts'

interface ChartProps {
  pairs: readonly Pair[]
  money: (amount: number) => string
  /** What the picture shows, in a sentence; the table under it holds the numbers. */
  label: string
}

const share = (value: number, most: number): string => `${most === 0 ? 0 : (value / most) * 100}%`

const rowHeight = 52

/** Two bars for each creator, as it was above and under the other terms below; the difference stands at the end of her row. */
export function CreatorBars({ pairs, money, label }: ChartProps) {
  const most = Math.max(1, ...pairs.flatMap(({ before, after }) => [before, after]))
  return (
    <svg className="zc-chart" role="img" aria-label={label} width="100%" height={pairs.length * rowHeight}>
      {pairs.map(({ key, name, before, after }, at) => (
        <g key={key} transform={`translate(0 ${at * rowHeight})`}>
          <text x="0" y="16">
            {name}
          </text>
          <text x="100%" y="16" textAnchor="end" data-side={after < before ? 'loss' : 'gain'}>
            {`${after > before ? '+' : ''}${money(after - before)}`}
          </text>
          <rect className="zc-before" x="0" y="24" height="7" width={share(before, most)} />
          <rect className={after < before ? 'zc-loss' : 'zc-gain'} x="0" y="33" height="9" width={share(after, most)} />
        </g>
      ))}
    </svg>
  )
}

const dayHeight = 140

/** Two bars for each day, side by side. The most of a day is written at the top, the first and the last day below. */
export function DayBars({ pairs, money, label, dayName }: ChartProps & { dayName: (day: string) => string }) {
  const most = Math.max(1, ...pairs.flatMap(({ before, after }) => [before, after]))
  const wide = 100 / Math.max(1, pairs.length)
  const bar = (value: number, at: number, half: 0 | 1, className: string) => (
    <rect
      className={className}
      x={`${at * wide + wide * (0.1 + half * 0.4)}%`}
      width={`${wide * 0.38}%`}
      y={dayHeight - (value / most) * dayHeight}
      height={(value / most) * dayHeight}
    />
  )
  const [first, last] = [pairs[0], pairs.at(-1)]
  return (
    <div className="zc-days">
      <span className="zc-muted">{money(most)}</span>
      <svg className="zc-chart" role="img" aria-label={label} width="100%" height={dayHeight}>
        {pairs.map(({ key, before, after }, at) => (
          <g key={key}>
            <title>{`${dayName(key)}: ${money(before)} → ${money(after)}`}</title>
            {bar(before, at, 0, 'zc-before')}
            {bar(after, at, 1, after < before ? 'zc-loss' : 'zc-gain')}
          </g>
        ))}
        <line className="zc-axis" x1="0" x2="100%" y1={dayHeight} y2={dayHeight} />
      </svg>
      <div className="zc-ends zc-muted">
        <span>{first ? dayName(first.key) : ''}</span>
        <span>{last && last !== first ? dayName(last.key) : ''}</span>
      </div>
    </div>
  )
}

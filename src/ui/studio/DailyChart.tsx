import { type KeyboardEvent, useState } from 'react'
import { useFormat, useT } from '../i18n/index.ts'
import { studioDays } from '../i18n/messages/studio-days.ts'
import { type ChartBox, type DrawnChart, datedBars, drawChart } from './chart.ts'
import { type Bucket, barOf, type Metric } from './days-view.ts'
import { useDayText } from './use-day-text.ts'

interface DailyChartProps {
  buckets: readonly Bucket[]
  metric: Metric
  currency: string
  box: ChartBox
  /** `only-m` or `only-d`: both are in the page, one is shown. */
  className: string
}

/**
 * Bars by day. One stop of the Tab key; the arrow keys walk from bar to bar, Home and End go to the edges, and each is read out.
 * Before anything is pointed at, the highest bar carries its number.
 */
export function DailyChart({ buckets, metric, currency, box, className }: DailyChartProps) {
  const t = useT(studioDays)
  const [picked, setPicked] = useState<number | null>(null)
  const say = useBarText(metric, currency)
  const chart = drawChart(
    buckets.map((bucket) => barOf(metric, bucket)),
    box,
    metric === 'commission' ? 100 : 1,
  )
  const at = picked ?? chart.peak
  const now = at ?? buckets.length - 1
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: buckets.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    setPicked(Math.min(buckets.length - 1, Math.max(0, to)))
  }
  const bucket = buckets[now]
  return (
    <div
      className={`${className} ch`}
      role="slider"
      tabIndex={0}
      aria-label={t('readDays')}
      aria-valuemin={0}
      aria-valuemax={buckets.length - 1}
      aria-valuenow={now}
      aria-valuetext={bucket ? say.spoken(bucket) : undefined}
      onKeyDown={onKeyDown}
      onBlur={() => setPicked(null)}
      onPointerLeave={({ pointerType }) => pointerType === 'mouse' && setPicked(null)}
    >
      <svg viewBox={`0 0 ${box.width} ${box.height}`} aria-hidden="true">
        <Axis chart={chart} buckets={buckets} box={box} label={say.tick} />
        {chart.bars.map((bar, index) => (
          <g key={buckets[index]?.from} className={index === at ? 'on' : undefined}>
            {bar.up ? <rect className="up" x={bar.x} y={bar.up.y} width={bar.width} height={bar.up.height} rx={2.5} /> : null}
            {bar.down ? <rect className="dn" x={bar.x} y={bar.down.y} width={bar.width} height={bar.down.height} rx={2.5} /> : null}
          </g>
        ))}
        {at !== null && bucket ? <Call chart={chart} at={at} box={box} text={say.short(bucket)} /> : null}
        {chart.bars.map((bar, index) => (
          <rect
            key={buckets[index]?.from}
            className="ch-hit"
            x={bar.x - (chart.step - bar.width) / 2}
            y={0}
            width={chart.step}
            height={box.height}
            onPointerEnter={() => setPicked(index)}
          />
        ))}
      </svg>
    </div>
  )
}

function Axis({
  chart,
  buckets,
  box,
  label,
}: {
  chart: DrawnChart
  buckets: readonly Bucket[]
  box: ChartBox
  label: (value: number) => string
}) {
  const t = useT(studioDays)
  const days = useDayText()
  const last = buckets.length - 1
  return (
    <>
      {chart.ticks.map(({ value, y }) => (
        <g key={value}>
          <line className="gl" x1={box.left - 6} x2={box.width} y1={y} y2={y} />
          <text x={box.left - 12} y={y + 4} textAnchor="end">
            {label(value)}
          </text>
        </g>
      ))}
      {datedBars(buckets.length).map((index) => {
        const bar = chart.bars[index]
        if (!bar) return null
        const end = index === last
        return (
          <text key={index} x={end ? bar.x + bar.width : bar.x + bar.width / 2} y={box.height - 6} textAnchor={end ? 'end' : 'middle'}>
            {end ? t('today') : days.short(buckets[index]?.from ?? '')}
          </text>
        )
      })}
    </>
  )
}

/** The number of one bar, above it; it grows to the side that has room. */
function Call({ chart, at, box, text }: { chart: DrawnChart; at: number; box: ChartBox; text: string }) {
  const bar = chart.bars[at]
  if (!bar) return null
  const middle = bar.x + bar.width / 2
  const y = Math.max(box.top, bar.up?.y ?? chart.zero)
  const left = middle > box.left + (box.width - box.left) / 2
  return (
    <g className="ch-call">
      <line x1={middle} x2={middle} y1={y - 4} y2={y - 10} />
      <text x={middle + (left ? 4 : -4)} y={y - 14} textAnchor={left ? 'end' : 'start'}>
        {text}
      </text>
    </g>
  )
}

/** What a bar says: spoken in full, short above it, and the words of the scale. */
function useBarText(metric: Metric, currency: string) {
  const t = useT(studioDays)
  const format = useFormat()
  const days = useDayText()
  const money = (amount: number) => format.money({ amount, currency })
  return {
    spoken: (bucket: Bucket) => {
      const day = days.span(bucket.from, bucket.to)
      if (metric !== 'commission') return t('barCount', { day, count: bucket[metric] })
      return t('barCommission', { day, earned: money(bucket.earned), reversed: money(bucket.reversed) })
    },
    short: (bucket: Bucket) => {
      const day = days.span(bucket.from, bucket.to)
      if (metric !== 'commission') return t('callEarned', { day, money: format.number(bucket[metric]) })
      if (bucket.reversed === 0) return t('callEarned', { day, money: money(bucket.earned) })
      return t('callBoth', { day, earned: money(bucket.earned), reversed: money(bucket.reversed) })
    },
    tick: (value: number) => {
      if (value === 0) return '0'
      return metric === 'commission' ? format.money({ amount: value, currency }, { cents: 'omit-zero' }) : format.count(value)
    },
  }
}

import { useEffect, useState } from 'react'
import { formatDuration, useLocale } from '../i18n/index.ts'
import { secondsLeft, worthSaying } from './time-left.ts'

interface Props {
  /** The deadline (ISO). */
  until: string
  /** What stands around the time, such as `剩 {time}`; given the time as `14:32`. */
  text: (time: string) => string
  /** What stands there when the time is up. */
  over: string
  /** Called once at the deadline, to ask the server what is true now. */
  onOver?: () => void
}

/**
 * A clock that counts down from the server's time: the browser only measures what passed since, so that a wrong clock on a
 * phone changes nothing. Without script it shows what was left when the page was made.
 */
export function Countdown({ until, text, over, onOver }: Props) {
  const { now } = useLocale()
  const atStart = secondsLeft(until, now)
  const [left, setLeft] = useState(atStart)
  useEffect(() => {
    const start = performance.now()
    const tick = (): void => setLeft(Math.max(0, atStart - Math.floor((performance.now() - start) / 1000)))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [atStart])
  const up = left === 0
  useEffect(() => {
    if (up) onOver?.()
  }, [up, onOver])
  const shown = up ? over : text(formatDuration(left))
  return (
    <>
      <span className="num" role="timer" aria-live="off">
        {shown}
      </span>
      <span className="sr" aria-live="polite">
        {worthSaying(left) && left !== atStart ? shown : ''}
      </span>
    </>
  )
}

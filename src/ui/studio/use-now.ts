import { useEffect, useState } from 'react'
import { useLocale } from '../i18n/index.ts'

/** The time of rendering at first, then the reader's clock every `every` milliseconds. ISO. */
export function useNow(every: number): string {
  const { now } = useLocale()
  const [time, setTime] = useState(now)
  useEffect(() => {
    const tick = () => setTime(new Date().toISOString())
    tick()
    const timer = setInterval(tick, every)
    return () => clearInterval(timer)
  }, [every])
  return time
}

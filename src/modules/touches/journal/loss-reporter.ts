import type { TouchRecord } from '../index.ts'

/**
 * Loud, but not a flood: the first loss at once, then a sum every `everyMs`. The touches themselves go along (they are
 * pseudonymous): the log is the last place left for them. `say` is the logger's error level.
 */
export function lossReporter(say: (facts: { lost: number; touches: TouchRecord[] }, message: string) => void, everyMs = 1000) {
  let lost = 0
  let held: TouchRecord[] = []
  let timer: NodeJS.Timeout | null = null
  const report = (error: unknown) => {
    const touches = held
    held = []
    say(
      { lost, touches },
      `touches lost: ${touches.length} now, ${lost} since the start: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  return (touches: TouchRecord[], error: unknown): void => {
    lost += touches.length
    held.push(...touches)
    if (timer) return
    report(error)
    timer = setTimeout(() => {
      timer = null
      if (held.length) report(error)
    }, everyMs)
    timer.unref()
  }
}

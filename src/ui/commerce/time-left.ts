/** Whole seconds between two moments (ISO), never below zero. */
export function secondsLeft(until: string, now: string): number {
  const left = Math.floor((new Date(until).getTime() - new Date(now).getTime()) / 1000)
  return Number.isFinite(left) ? Math.max(0, left) : 0
}

/**
 * What a screen reader hears of a clock that counts down: only at five minutes, one minute and zero,
 * since a live region that speaks every second cannot be listened to.
 */
export const worthSaying = (seconds: number): boolean => seconds === 300 || seconds === 60 || seconds === 0

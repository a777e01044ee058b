/** How often something may be tried. `keys` bounds memory: when full, the key that waited longest is forgotten. */
export interface AttemptLimits {
  tries: number
  windowMs: number
  keys: number
}

export interface Attempts {
  /** Counts one try at `now` (ms). Answers 0 when it may go on, else the seconds until it may. */
  take(key: string, now: number): number
  /** Forgets the tries of a key: it succeeded. */
  clear(key: string): void
}

/** Counts tries per key in a window that begins with the first of them. Held in memory: a restart forgets it. */
export function countAttempts({ tries, windowMs, keys }: AttemptLimits): Attempts {
  const known = new Map<string, { count: number; until: number }>()
  return {
    take(key, now) {
      const entry = known.get(key)
      if (!entry || entry.until <= now) {
        known.delete(key)
        if (known.size >= keys) known.delete(known.keys().next().value as string)
        known.set(key, { count: 1, until: now + windowMs })
        return 0
      }
      entry.count++
      return entry.count <= tries ? 0 : Math.ceil((entry.until - now) / 1000)
    },
    clear: (key) => void known.delete(key),
  }
}

import { randomBytes } from 'node:crypto'

/**
 * A secret for a link in a mail: 32 random bytes and when it was made. Compared whole with the stored one, so the
 * time in it cannot be changed.
 */
export const newToken = (now: Date): string => `${randomBytes(32).toString('hex')}${now.getTime().toString(36)}`

/** Milliseconds since a token was made; infinite when it is none of ours. */
export function tokenAge(token: string, now: Date): number {
  const made = /^[0-9a-f]{64}([0-9a-z]{8,9})$/.exec(token)?.[1]
  return made ? now.getTime() - Number.parseInt(made, 36) : Number.POSITIVE_INFINITY
}

import { createHmac, timingSafeEqual } from 'node:crypto'
import { fail, ok, type Result } from '../../lib/result.ts'

/** How far the clock of a signature may be from ours, in seconds: an old signed event cannot be sent again later. */
export const toleranceSeconds = 5 * 60

/** `t=<unix seconds>,v1=<hex of HMAC-SHA256 over "<t>.<body>">`. */
export const signatureHeader = (key: Buffer, body: Uint8Array, at: Date): string => {
  const seconds = Math.floor(at.getTime() / 1000)
  return `t=${seconds},v1=${macOf(key, seconds, body).toString('hex')}`
}

/** Whether a body was signed with this key within the tolerance. Fails with `forbidden`, and does not tell by time how near a guess was. */
export function checkSignature(key: Buffer, body: Uint8Array, header: string | undefined, now: Date): Result<true> {
  const parts = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '')
  if (!parts) return fail('forbidden', 'Expected a signature header of the form t=…,v1=…; it was missing or malformed.')
  const seconds = Number(parts[1])
  if (!timingSafeEqual(macOf(key, seconds, body), Buffer.from(parts[2]!, 'hex'))) {
    return fail('forbidden', 'The signature does not belong to this body.')
  }
  if (Math.abs(Math.floor(now.getTime() / 1000) - seconds) > toleranceSeconds) {
    return fail('forbidden', `The signature is more than ${toleranceSeconds} seconds from now.`)
  }
  return ok(true)
}

const macOf = (key: Buffer, seconds: number, body: Uint8Array): Buffer =>
  createHmac('sha256', key).update(`${seconds}.`).update(body).digest()

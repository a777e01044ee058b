import type { Response } from 'express'
import { type Failure, failureStatus } from '../../lib/result.ts'

/** One failure in the shape of every error here. */
export const sendFailure = (res: Response, failure: Failure, status: number = failureStatus[failure.code]): void =>
  sendFailures(res, [failure], status)

export function sendFailures(res: Response, failures: readonly Failure[], status?: number): void {
  const first = failures[0]
  res.setHeader('cache-control', 'no-store')
  // A file that could not be sent has left its own type there.
  res.type('json')
  res.status(status ?? (first ? failureStatus[first.code] : 500)).json({ errors: failures })
}

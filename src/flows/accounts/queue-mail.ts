import type { PayloadRequest } from 'payload'
import { newId } from '../../lib/ids.ts'
import { pastOf } from '../../lib/past.ts'
import type { MailKind } from '../../modules/notifications/index.ts'
import { queueJob } from '../operations/queue-job.ts'

export interface MailOrder {
  template: MailKind
  /**
   * What it is about: the account (letters of accounts), the order (`order-…`), the parcel (`order-shipped`, `parcel-…`), the
   * refund (`refund-done`), the request (`refund-asked`, `refund-declined`) or the piece (`piece-…`). Address and facts are looked up when it is sent.
   */
  subject: string
  /** Not before this moment: what has passed by then is not written about. */
  notBefore?: Date
  /** What only the receiver may know and no row holds, such as the secret of a guest's order link. */
  secret?: string
}

/** Queues a mail in the caller's transaction: it is sent exactly when the change is committed, at least once. None about what is made up as past. */
export async function queueMail(req: PayloadRequest, { template, subject, secret, notBefore }: MailOrder): Promise<void> {
  if (pastOf(req)) return
  const input = { template, subject, key: newId(), ...(secret ? { secret } : {}) }
  await queueJob(req, { task: 'send-mail', input, queue: 'mail', ...(notBefore ? { waitUntil: notBefore } : {}) })
}

import type { PayloadRequest } from 'payload'

export interface MailOrder {
  /** Name of a template of modules/notifications. */
  template: string
  /** Id of the account or order that it is about; its address is looked up when it is sent. */
  subject: string
  /** What only the receiver may know and no row holds, such as the secret of a guest's order link. */
  secret?: string
}

/** Queues a mail in the caller's transaction: it is sent exactly when the change is committed, at least once. */
export async function queueMail(req: PayloadRequest, { template, subject, secret }: MailOrder): Promise<void> {
  await req.payload.jobs.queue({ task: 'send-mail', input: { template, subject, ...(secret ? { secret } : {}) }, queue: 'mail', req })
}

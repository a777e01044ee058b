export interface MailContent {
  subject: string
  text: string
  html: string
}

/** One message to one person. */
export interface Mail extends MailContent {
  /** One address, bare: `name@example.com`. */
  to: string
  /**
   * Makes a repeat harmless: the same key gives the same Message-ID, and in the outbox the same file. The id of the
   * job that sends it, since jobs run at least once.
   */
  key?: string
}

/** Sends mail. Called by jobs only, after COMMIT: never inside a transaction. Throws when the message could not be handed over; the job tries again. */
export interface Mailer {
  readonly name: 'outbox' | 'smtp'
  deliver(mail: Mail): Promise<void>
}

const oneAddress = /^[^\s@,;<>"]+@[^\s@,;<>"]+$/

/** Throws on everything but one bare address: a list, a name or a line break in it could reach people who were not meant. */
export function checkRecipient(to: string): string {
  if (!oneAddress.test(to) || to.length > 254) throw new Error('mail: expected one bare address as recipient')
  return to
}

/** A message of Payload's own mail door (its shape is nodemailer's) as ours; null when it has no single bare recipient. */
export function plainMail(message: { to?: unknown; subject?: unknown; text?: unknown; html?: unknown }): Mail | null {
  const [to] = Array.isArray(message.to) && message.to.length === 1 ? message.to : [message.to]
  const address = typeof to === 'object' && to !== null && 'address' in to ? to.address : to
  if (typeof address !== 'string' || !oneAddress.test(address)) return null
  const html = typeof message.html === 'string' ? message.html : ''
  const text =
    typeof message.text === 'string'
      ? message.text
      : html
          .replace(/<[^>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim()
  return { to: address, subject: String(message.subject ?? ''), text, html }
}

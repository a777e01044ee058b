import type Mail from 'nodemailer/lib/mailer'
import { sha256 } from '../../../lib/hash.ts'
import { checkRecipient, type Mail as OurMail } from '../mailer.ts'

/** What nodemailer is given. No file and no address is ever fetched for a message; the same key gives the same Message-ID. */
export function messageOptions(mail: OurMail, from: string): Mail.Options {
  const host = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    from,
    to: checkRecipient(mail.to),
    subject: mail.subject,
    text: mail.text,
    ...(mail.html && { html: mail.html }),
    ...(mail.key && { messageId: `<${sha256(mail.key).slice(0, 32)}@${host}>` }),
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

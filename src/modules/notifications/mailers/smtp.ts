import { createTransport } from 'nodemailer'
import type { Mailer } from '../mailer.ts'
import { messageOptions } from './compose.ts'

/** Mail through a server: `smtp://user:password@host:587`, or `smtps://…`. Times out rather than hold a job for ever. */
export function smtpMailer(url: string, from: string): Mailer {
  const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }
  const transport = createTransport({ url, ...timeouts })
  return {
    name: 'smtp',
    async deliver(mail) {
      await transport.sendMail(messageOptions(mail, from))
    },
  }
}

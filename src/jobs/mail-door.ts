import type { EmailAdapter, SendEmailOptions } from 'payload'

/** Where Payload's own mails go (a forgotten password asked for in the admin). */
export type MailSink = (message: SendEmailOptions) => Promise<void>

const key = Symbol.for('zhongcao.mail-sink')
const everyone = globalThis as { [key]?: MailSink }

/** Called once at boot with the mailer of the environment. */
export function openMailDoor(sink: MailSink): void {
  everyone[key] = sink
}

/**
 * Payload sends mail before COMMIT, with the write lock held. So this only takes the message and returns; it is
 * delivered after the current work. Mail that matters is a `send-mail` job instead, queued with the change.
 */
export const mailDoor =
  (from: string): EmailAdapter =>
  ({ payload }) => ({
    name: 'door',
    defaultFromAddress: /<(.+)>/.exec(from)?.[1] ?? from,
    defaultFromName: /^([^<]*)</.exec(from)?.[1]?.trim() || 'Zhongcao',
    sendEmail: async (message) => {
      const sink = everyone[key]
      if (!sink) {
        payload.logger.warn('A mail was not sent: only the running server has a mailer')
        return
      }
      setImmediate(
        () => void sink(message).catch((error: unknown) => payload.logger.error({ err: error, msg: 'A mail could not be delivered' })),
      )
    },
  })

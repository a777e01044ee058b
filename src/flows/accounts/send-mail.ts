import type { Ctx } from '../../context.ts'
import { type MailKind, mailKinds } from '../../modules/notifications/index.ts'
import { accountLetter } from './mail-of-account.ts'
import { orderLetter } from './mail-of-order.ts'
import { parcelLetter } from './mail-of-parcel.ts'
import { pieceLetter } from './mail-of-piece.ts'
import type { AddressedLetter } from './mail-tools.ts'

/** What a `send-mail` job carries. */
export interface SendMailInput {
  template: string
  /** Id of the account, order, parcel, request, refund or piece that it is about. */
  subject: string
  secret?: string | null | undefined
  /** Names this one letter: the ids of jobs are counted, and SQLite gives those of finished ones again. */
  key?: string | null | undefined
}

/**
 * Sends one mail: looks up address and facts now, so that nothing is told that is no longer true and no address lies in a
 * job. A letter whose subject is gone, whose token was used or whose address was erased is not sent, and that is no
 * failure. Runs at least once: its key makes a repeat the same message. Throws when it could not be handed over.
 */
export async function sendMail(ctx: Ctx, input: SendMailInput, jobId: string): Promise<void> {
  const { template, subject } = input
  if (!mailKinds.some((kind) => kind === template)) throw new Error(`There is no letter "${template}"`)
  const letter = await letterOf(ctx, template as MailKind, subject, input.secret ?? null)
  if (letter) await ctx.mailer.deliver({ ...letter, key: input.key ?? jobId })
  else ctx.log.info({ template, jobId }, 'A mail was not sent: what it is about has passed')
}

function letterOf(ctx: Ctx, kind: MailKind, subject: string, secret: string | null): Promise<AddressedLetter | null> {
  switch (kind) {
    case 'verify-email':
    case 'already-registered':
    case 'reset-password':
    case 'payout-account-changed':
      return accountLetter(ctx, kind, subject)
    case 'order-placed':
    case 'order-paid':
    case 'order-expired':
    case 'refund-done':
      return orderLetter(ctx, kind, subject, secret)
    case 'order-shipped':
    case 'parcel-delivered':
    case 'parcel-lost':
    case 'refund-asked':
    case 'refund-declined':
    case 'exchange-sent':
    case 'exchange-offered':
    case 'order-cancelled':
    case 'order-received':
      return parcelLetter(ctx, kind, subject)
    case 'piece-approved':
    case 'piece-scheduled':
    case 'piece-changes-requested':
    case 'piece-rejected':
    case 'piece-taken-down':
    case 'piece-restored':
      return pieceLetter(ctx, kind, subject)
  }
}

import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type MailContent, type MailData, type MailKind, renderMail } from '../../modules/notifications/index.ts'
import { readMailSettings } from '../../modules/notifications/store.ts'

/** A finished letter and the one address that it goes to. */
export type AddressedLetter = MailContent & { to: string }

/** Where links in mails lead: the public address, else this machine. */
export const siteOrigin = ({ env }: Pick<Ctx, 'env'>): string =>
  env.PUBLIC_URL ?? `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${env.PORT}`

/** The letter of a kind in the reader's language, with the shop's name and time zone. */
export async function write<K extends MailKind>(
  req: PayloadRequest,
  kind: K,
  { to, locale, data }: { to: string; locale: 'zh' | 'en'; data: MailData[K] },
): Promise<AddressedLetter> {
  return { to, ...renderMail(kind, data, { locale, ...(await readMailSettings(req, locale)) }) }
}

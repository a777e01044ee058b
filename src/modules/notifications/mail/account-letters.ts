import type { Letters } from './types.ts'

export interface AccountMailData {
  'verify-email': { url: string; minutes: number }
  /** Somebody signed up with an address that has an account: told to its owner only, so the form stays neutral. */
  'already-registered': { loginUrl: string; resetUrl: string }
  'reset-password': { url: string; minutes: number }
  /** Where a creator is paid has changed: by letter too, because whoever changed it may read her notices. */
  'payout-account-changed': { masked: string; at: string; url: string }
}

export const accountLetters: Letters<AccountMailData> = {
  'verify-email': ({ url, minutes }, { zh, en, shopName }) => ({
    zh: {
      subject: `确认邮箱 · ${shopName}`,
      paragraphs: ['有人用这个邮箱注册了账号。是你的话，点下面确认，之后就可以登录。'],
      action: { label: '确认邮箱', url },
      note: `链接 ${zh.duration(minutes)}内有效。不是你注册的，不用理会：不确认就不会启用。`,
    },
    en: {
      subject: `Confirm your e-mail · ${shopName}`,
      paragraphs: ['An account was created with this address. If that was you, confirm it and you can log in.'],
      action: { label: 'Confirm e-mail', url },
      note: `The link works for ${en.duration(minutes)}. If it was not you, do nothing: an unconfirmed account stays off.`,
    },
  }),
  'already-registered': ({ loginUrl, resetUrl }, { shopName }) => ({
    zh: {
      subject: `这个邮箱已经有账号 · ${shopName}`,
      paragraphs: ['刚才有人用这个邮箱注册，而它已经有账号了，所以没有新建。', `忘了密码，在这里重设：\n${resetUrl}`],
      action: { label: '登录', url: loginUrl },
      note: '不是你操作的，不用理会：你的账号没有任何变化。',
    },
    en: {
      subject: `This address already has an account · ${shopName}`,
      paragraphs: [
        'Somebody just signed up with this address. It already has an account, so no new one was made.',
        `If you forgot your password, set a new one here:\n${resetUrl}`,
      ],
      action: { label: 'Log in', url: loginUrl },
      note: 'If it was not you, do nothing: your account has not changed.',
    },
  }),
  'reset-password': ({ url, minutes }, { zh, en, shopName }) => ({
    zh: {
      subject: `重设密码 · ${shopName}`,
      paragraphs: ['有人要求重设这个账号的密码。是你的话，点下面设一个新的。'],
      action: { label: '设新密码', url },
      note: `链接 ${zh.duration(minutes)}内有效，只能用一次。不是你要求的，不用理会：密码没有变。`,
    },
    en: {
      subject: `Set a new password · ${shopName}`,
      paragraphs: ['Somebody asked to reset the password of this account. If that was you, set a new one.'],
      action: { label: 'Set a new password', url },
      note: `The link works once, for ${en.duration(minutes)}. If it was not you, do nothing: your password has not changed.`,
    },
  }),
  'payout-account-changed': ({ masked, at, url }, { zh, en, shopName }) => ({
    zh: {
      subject: `收款账户换了 · ${shopName}`,
      paragraphs: [`${zh.time(new Date(at))}，你的收款账户换成了 ${masked}。以后的收益打到这里。`],
      action: { label: '看收款账户', url },
      note: '不是你改的？马上改密码，并联系店铺：还没发出的打款不会打到新账户。',
    },
    en: {
      subject: `Your payout account changed · ${shopName}`,
      paragraphs: [`On ${en.time(new Date(at))} your payout account became ${masked}. Future earnings go there.`],
      action: { label: 'See the payout account', url },
      note: 'Not you? Change your password and tell the shop at once: what is already prepared is not sent to the new account.',
    },
  }),
}

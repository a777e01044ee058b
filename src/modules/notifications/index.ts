export {
  type GroupedNotice,
  isNotificationKind,
  type NotificationData,
  type NotificationKind,
  type NotificationText,
  notificationText,
} from './in-app.ts'
export type { NoticeLocale } from './locale.ts'
export { type GivenBackFor, isGivenBackFor, type MailContext, type MailData, type MailKind, mailKinds, renderMail } from './mail/index.ts'
export { type Mail, type MailContent, type Mailer, plainMail } from './mailer.ts'

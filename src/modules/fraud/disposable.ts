/** Domains that hand out addresses for minutes, to anybody and without a name. The widely known ones; subdomains count. */
const domains: ReadonlySet<string> = new Set([
  '10minutemail.com',
  'discard.email',
  'dispostable.com',
  'fakeinbox.com',
  'getnada.com',
  'guerrillamail.com',
  'guerrillamail.net',
  'mailcatch.com',
  'maildrop.cc',
  'mailinator.com',
  'mailnesia.com',
  'mohmal.com',
  'sharklasers.com',
  'temp-mail.org',
  'tempail.com',
  'tempmail.com',
  'throwawaymail.com',
  'trashmail.com',
  'yopmail.com',
  'yopmail.fr',
])

/** Whether an address at this domain lives for minutes. */
export function isDisposable(domain: string): boolean {
  const parts = domain.trim().toLowerCase().split('.')
  return parts.some((_, from) => domains.has(parts.slice(from).join('.')))
}

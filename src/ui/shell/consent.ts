/** Name of the cookie that keeps the answer; scripts may read it, for it says nothing about anybody. */
export const consentCookie = 'zc_consent'

/** How long a pseudonym is kept with consent, in days: the longest window in which a click can earn (ATT-07). */
export const CONSENT_DAYS = 90

/**
 * Runs before the first paint of every page, since kept pages are the same for everybody: asks (by an attribute on the
 * root that the style sheet knows) only where something is to be remembered, that is on arriving by somebody's link and
 * in the cart, and only while there is no answer. Never at checkout, where it would stand before the fields.
 */
export const consentScript = `{const p=location;if(!/(?:^|; )${consentCookie}=/.test(document.cookie)&&(/[?&]via=/.test(p.search)||/^\\/(?:zh|en)\\/cart$/.test(p.pathname)))document.documentElement.dataset.consent="ask"}`

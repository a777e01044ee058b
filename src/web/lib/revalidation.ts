import type { ShouldRevalidateFunctionArgs } from 'react-router'

/**
 * Public pages show nothing that a like, a follow, a board or the cart changes for this visitor (that comes by `usePersonal`), so
 * these buttons do not fetch the page again.
 */
export function unlessOnlyMarked({ formAction, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return formAction && /^\/[a-z]{2}\/(like|follow|cart|collect|comments|consent)$/.test(formAction.split('?')[0] ?? '')
    ? false
    : defaultShouldRevalidate
}

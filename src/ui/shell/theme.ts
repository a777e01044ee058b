export type Theme = 'light' | 'dark'

/** Name of the cookie that keeps the reader's choice; no cookie means the system decides. */
export const themeCookie = 'theme'

/**
 * Runs before the first paint of every page, so that kept pages need not vary by the cookie.
 * One constant text: the content security policy allows it by its hash or nonce.
 */
export const themeScript = `{const t=/(?:^|; )${themeCookie}=(light|dark)/.exec(document.cookie);if(t)document.documentElement.dataset.theme=t[1]}`

/** The theme that is shown now. Browser only. */
export function shownTheme(): Theme {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'light' || chosen === 'dark') return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Shows a theme and remembers it for a year. Browser only. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that we support
  document.cookie = `${themeCookie}=${theme}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`
}

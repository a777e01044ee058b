import { type Locale, localePath } from '../../../ui/i18n/index.ts'
import type { PublicFacts } from '../../lib/public-meta.ts'

interface Written {
  id: string
  lang: Locale
  translation?: { path: string; lang: Locale } | undefined
}

/**
 * A piece is written in one language, and its frame can be read in both: its address is the one in its own language,
 * and its other language is its translation, a piece of its own.
 */
export function pieceAddresses({ id, lang, translation }: Written, where: 'p' | 'v'): Pick<PublicFacts, 'canonical' | 'alternates'> {
  const canonical = localePath(lang, `/${where}/${id}`)
  return { canonical, alternates: translation ? { [lang]: canonical, [translation.lang]: translation.path } : null }
}

import { counterparts, type Kin } from '../../modules/publishing/index.ts'
import type { Known } from './read-candidates.ts'

export type Language = Kin['language']

const made = new WeakMap<Known, Partial<Record<Language, Map<string, string>>>>()

/** For pieces of the ranking in another language: which one of the ranking says the same in this language. */
export function counterpartsIn(known: Known, language: Language): ReadonlyMap<string, string> {
  const mine = made.get(known) ?? {}
  made.set(known, mine)
  mine[language] ??= counterparts(
    [...known.features].map(([id, { language: own, translationOf }]) => ({ id, language: own, translationOf })),
    language,
  )
  return mine[language]
}

/** Whether a ranked piece is in another language and nothing of the ranking says the same in this one. */
export function isForeign(known: Known, language: Language | undefined, id: string): boolean {
  const own = known.features.get(id)?.language
  return language !== undefined && own !== undefined && own !== language && !counterpartsIn(known, language).has(id)
}

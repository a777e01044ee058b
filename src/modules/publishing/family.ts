/** A piece and the one that it was translated from are one family, named after the original. */
export interface Kin {
  id: string
  language: 'zh' | 'en'
  translationOf?: string | null | undefined
}

export const familyOf = ({ id, translationOf }: Pick<Kin, 'id' | 'translationOf'>): string => translationOf || id

/**
 * A list in which a piece and its translation both stand, with the one in the reader's language alone; all others stay, in
 * their order. A piece whose translation is not in the list stays in the language that it has.
 */
export function oneOfEachFamily<T>(list: readonly T[], language: Kin['language'], kinOf: (one: T) => Kin): T[] {
  const own = new Set(list.map(kinOf).flatMap((kin) => (kin.language === language ? [familyOf(kin)] : [])))
  return list.filter((one) => {
    const kin = kinOf(one)
    return kin.language === language || !own.has(familyOf(kin))
  })
}

/** For each piece in another language the one of its family in this language: what stands in its place. */
export function counterparts(pieces: Iterable<Kin>, language: Kin['language']): Map<string, string> {
  const [own, others] = [new Map<string, string>(), [] as Kin[]]
  for (const kin of pieces) {
    if (kin.language !== language) others.push(kin)
    else if (!own.has(familyOf(kin))) own.set(familyOf(kin), kin.id)
  }
  return new Map(others.flatMap((kin) => (own.has(familyOf(kin)) ? [[kin.id, own.get(familyOf(kin)) as string] as const] : [])))
}

/** A ranked list with counterparts in the places of what they stand for, each once, at its better place. */
export const inPlaceOf = (ids: readonly string[], counterpart: ReadonlyMap<string, string>): string[] =>
  counterpart.size === 0 ? [...ids] : [...new Set(ids.map((id) => counterpart.get(id) ?? id))]

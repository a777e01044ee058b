export const slugMax = 80

/**
 * A name as it stands in an address: letters and digits of every script (中文 stays 中文), lower case, joined by single
 * hyphens, at most 80 characters. Empty when the name has neither letters nor digits: the caller names those himself.
 */
export function slugify(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    // Accents of Latin, Greek and Cyrillic go (é → e); marks that make another letter (が) are composed again and stay.
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFC')
    .replace(/['’\p{Mark}]+/gu, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
  return [...words]
    .slice(0, slugMax)
    .join('')
    .replace(/^-+|-+$/g, '')
}

/** A slug that is not taken: the name's own, or with the first free number from 2. `fallback` stands in for nameless names. */
export function freeSlug(name: string, fallback: string, isTaken: (slug: string) => boolean): string {
  const base = slugify(name) || slugify(fallback) || 'item'
  let slug = base
  for (let number = 2; isTaken(slug); number += 1) slug = `${base}-${number}`
  return slug
}

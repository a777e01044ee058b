/** What a reader's language does not cover counts for so much: a reader may know both, but most read one (spec/discovery.md, "ranked per language"). */
export const otherLanguage = 0.5

/** A score as it counts for a reader in whose language the piece is not, and has no translation. Pieces in her language, or without a known one, keep theirs. */
export const scoreInWords = (score: number, foreign: boolean): number => (foreign ? score * otherLanguage : score)

/** What a half-typed query may mean. `slug`: of a topic, or the handle of a creator; the others are words to search for. */
export interface Suggestion {
  kind: 'topic' | 'product' | 'creator' | 'piece'
  text: string
  slug?: string | undefined
}

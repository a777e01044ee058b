/** The one text that makes a follow or a like unique, and the names of the counters that are derived from them. */
export const followKey = (userId: string, creatorId: string): string => `${userId}:${creatorId}`
export const likeKey = (userId: string, pieceId: string): string => `like:${userId}:${pieceId}`
export const followersCounter = (creatorId: string): string => `followers:${creatorId}`
export const likesCounter = (pieceId: string): string => `likes:${pieceId}`

/**
 * Whether a counter that just became `count` is worth a new search document: every one of the first twenty, later about
 * each twentieth part, so that what many people like is not indexed at every like. The document is at most 5 % behind.
 */
export const worthIndexing = (count: number): boolean => count < 20 || count % Math.floor(count / 20) === 0

export { RecentViews, viewAgainMinutes } from './seen.ts'

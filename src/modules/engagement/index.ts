/** The one text that makes a follow or a like unique, and the names of the counters that are derived from them. */
export const followKey = (userId: string, creatorId: string): string => `${userId}:${creatorId}`
export const likeKey = (userId: string, pieceId: string): string => `like:${userId}:${pieceId}`
export const followersCounter = (creatorId: string): string => `followers:${creatorId}`
export const likesCounter = (pieceId: string): string => `likes:${pieceId}`

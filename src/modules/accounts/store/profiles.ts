import type { PayloadRequest } from 'payload'

/** Gives a creator's profile its portrait and words. */
export async function dressProfile(
  req: PayloadRequest,
  id: string,
  data: {
    displayName?: string
    bio?: string
    avatar?: string
    verticals?: ('outdoor' | 'home' | 'kitchen' | 'food' | 'fashion' | 'skincare' | 'digital' | 'other')[]
  },
): Promise<void> {
  await req.payload.update({ collection: 'creators', id, data, depth: 0, overrideAccess: true, req })
}

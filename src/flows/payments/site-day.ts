import type { PayloadRequest } from 'payload'

/** The date of a moment as the shop's calendar has it, such as `2026-11-02`. */
export async function siteDay(req: PayloadRequest, at: Date): Promise<string> {
  const { timeZone } = await req.payload.findGlobal({ slug: 'shop-settings', depth: 0, overrideAccess: true, select: { timeZone: true }, req })
  return new Intl.DateTimeFormat('en-CA', { timeZone: timeZone || 'Asia/Shanghai', dateStyle: 'short' }).format(at)
}

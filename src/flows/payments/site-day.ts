import type { PayloadRequest } from 'payload'
import { dayIn } from '../../lib/calendar.ts'

/** The time zone of the shop's calendar, an IANA name. */
export async function siteTimeZone(req: PayloadRequest): Promise<string> {
  const row = await req.payload.db.findGlobal<{ timeZone?: string | null }>({ slug: 'shop-settings', select: { timeZone: true }, req })
  return row?.timeZone || 'Asia/Shanghai'
}

/** The date of a moment as the shop's calendar has it, such as `2026-11-02`. */
export async function siteDay(req: PayloadRequest, at: Date): Promise<string> {
  return dayIn(await siteTimeZone(req))(at)
}

import type { PayloadRequest } from 'payload'

/** The time zone of the shop's calendar, an IANA name. */
export async function siteTimeZone(req: PayloadRequest): Promise<string> {
  const row = await req.payload.db.findGlobal<{ timeZone?: string | null }>({ slug: 'shop-settings', select: { timeZone: true }, req })
  return row?.timeZone || 'Asia/Shanghai'
}

/** The date of a moment as the shop's calendar has it, such as `2026-11-02`. */
export async function siteDay(req: PayloadRequest, at: Date): Promise<string> {
  const timeZone = await siteTimeZone(req)
  if (last?.timeZone !== timeZone) last = { timeZone, calendar: new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }) }
  return last.calendar.format(at)
}

/** Making a calendar takes longer than all else that is done for a day; a shop has one time zone. */
let last: { timeZone: string; calendar: Intl.DateTimeFormat } | undefined

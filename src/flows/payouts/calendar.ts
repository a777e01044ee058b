import type { PayloadRequest } from 'payload'
import type { PayoutCalendar } from '../../modules/ledger/index.ts'
import { type PayoutSettings, readPayoutSettings } from '../../modules/ledger/store/settings.ts'
import { siteTimeZone } from '../payments/site-day.ts'

/** ATT-33: on which days the shop pays, by its own calendar. */
export async function payoutCalendar(req: PayloadRequest, settings?: PayoutSettings): Promise<PayoutCalendar> {
  const { payoutDay, minPayout } = settings ?? (await readPayoutSettings(req))
  const days = new Intl.DateTimeFormat('en-CA', { timeZone: await siteTimeZone(req), dateStyle: 'short' })
  return { payoutDay, minPayout, dayOf: (at) => days.format(at) }
}

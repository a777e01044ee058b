import type { PayloadRequest } from 'payload'
import { dayIn } from '../../lib/calendar.ts'
import type { PayoutCalendar } from '../../modules/ledger/index.ts'
import { type PayoutSettings, readPayoutSettings } from '../../modules/ledger/store/settings.ts'
import { siteTimeZone } from '../payments/site-day.ts'

/** ATT-33: on which days the shop pays, by its own calendar. */
export async function payoutCalendar(req: PayloadRequest, settings?: PayoutSettings): Promise<PayoutCalendar> {
  const { payoutDay, minPayout } = settings ?? (await readPayoutSettings(req))
  const dayOf = dayIn(await siteTimeZone(req))
  return { payoutDay, minPayout, dayOf }
}

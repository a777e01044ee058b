import type { PayloadRequest } from 'payload'
import type { EntryDraft } from '../../modules/ledger/index.ts'
import { notify } from '../accounts/notify.ts'
import { byCreator } from './by-creator.ts'
import { userOfCreator } from './user-of-creator.ts'

/** An order of ours, or a sale elsewhere, as far as a notice names it. */
export interface ToldOrder {
  id: string
  lines: readonly { id?: string | null; title?: string | null }[]
}

/** Tells each creator, once for each line, what entries gave her or took back. In the caller's transaction. */
export async function tellCreators(req: PayloadRequest, { id: orderId, lines }: ToldOrder, entries: readonly EntryDraft[]): Promise<void> {
  for (const { creator, amount, currency, orderLine } of byCreator(entries)) {
    const userId = await userOfCreator(req, creator)
    if (!userId) continue
    const productTitle = lines.find(({ id }) => id === orderLine)?.title ?? ''
    const kind = amount < 0 ? 'commission-reversed' : 'commission-earned'
    await notify(req, { userId, kind, data: { orderId, amount: { amount: Math.abs(amount), currency }, productTitle } })
  }
}

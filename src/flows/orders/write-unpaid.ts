import type { PayloadRequest } from 'payload'
import { newId } from '../../lib/ids.ts'
import type { OrderContact } from '../../modules/checkout/index.ts'
import { writeHistory } from '../../modules/checkout/store/order-state.ts'
import { insertContact, insertOrder, type NewOrder } from '../../modules/checkout/store/orders.ts'
import type { PaymentProvider } from '../../modules/payments/index.ts'
import { insertPayment } from '../../modules/payments/store.ts'

interface Unpaid<Credit extends object> {
  order: NewOrder<Credit>
  contact: OrderContact
  provider: PaymentProvider
  /** Account of who places it; null for a guest. */
  actor: string | null
}

/** Writes an order that waits for its payment, its contact, that payment, and their first rows of history, in the caller's transaction. Answers the payment's id. */
export async function writeUnpaid<Credit extends object>(
  req: PayloadRequest,
  { order, contact, provider, actor }: Unpaid<Credit>,
): Promise<string> {
  const { id, totals, test, placedAt: at } = order
  await insertOrder(req, order)
  await insertContact(req, id, contact)
  const placed = { order: id, subject: 'order', subjectId: id, event: 'place', from: 'draft', to: 'awaiting_payment' } as const
  await writeHistory(req, { ...placed, actor, at })
  const payment = { id: newId(), order: id, amount: totals.total, currency: totals.currency, test }
  await insertPayment(req, { ...payment, provider: provider.name, reference: provider.firstReference(payment.id), at })
  const submitted = { order: id, subject: 'payment', subjectId: payment.id, event: 'submit', from: 'created', to: 'pending' } as const
  await writeHistory(req, { ...submitted, actor, at })
  return payment.id
}

import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { Stage } from '../e2e/people.ts'
import type { Screen } from './screens.ts'

interface Choice {
  lineId: string
  seen: number
  to: { variantId: string; name: string; available: number; difference: number }[]
}

/** A piece of the demo world that arrived, and a dearer kind of it that is there (ATT-31), as staff are told of it. */
export async function findDearer(admin: Page): Promise<{ order: string; choice: Choice; dearer: Choice['to'][number] }> {
  const read = async <T>(path: string): Promise<T> => {
    const answer = await admin.request.get(path)
    if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}`)
    return (await answer.json()) as T
  }
  const { docs } = await read<{ docs: { order: string }[] }>('/api/shipments?where[state][equals]=delivered&limit=200&depth=0')
  for (const { order } of docs) {
    const { exchangeable } = await read<{ exchangeable: Choice[] }>(`/v1/orders/${order}`)
    for (const choice of exchangeable) {
      const dearer = choice.to.find(({ available, difference }) => available > 0 && difference > 0)
      if (dearer) return { order, choice, dearer }
    }
  }
  throw new Error('In the demo world nobody bought anything of which there is a dearer kind')
}

/** Has staff offer, on this stage's own copy, an exchange for dearer goods: the order whose goods they are, and the one that pays. */
export async function bringExchange(stage: Stage): Promise<{ first: string; paying: string }> {
  const admin = await stage.member('admin')
  const { order, choice, dearer } = await findDearer(admin)
  const sent = await admin.request.post(`/v1/orders/${order}/exchanges`, {
    data: { lineId: choice.lineId, seen: choice.seen, quantity: 1, variantId: dearer.variantId, restock: true },
    headers: { origin: stage.site.url, 'idempotency-key': randomUUID() },
  })
  if (!sent.ok()) throw new Error(`The exchange answers ${sent.status()}: ${await sent.text()}`)
  const { offer } = (await sent.json()) as { offer: { orderId: string } }
  await admin.context().close()
  return { first: order, paying: offer.orderId }
}

export const exchangeScreens = ({ first, paying }: Awaited<ReturnType<typeof bringExchange>>): Screen[] => [
  { name: 'desk-order-exchange', who: 'finance', path: `/orders/${first}` },
  { name: 'desk-order-difference', who: 'finance', path: `/orders/${paying}` },
]

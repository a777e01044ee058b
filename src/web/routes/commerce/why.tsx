import { readFaces } from '../../../flows/commerce/read-faces.ts'
import { readWhy, type WhyRead } from '../../../flows/orders/read-why.ts'
import { hasRole } from '../../../lib/actor.ts'
import { fail, type Result } from '../../../lib/result.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import { WhyPage } from '../../../ui/commerce/index.ts'
import { isLocale, translate } from '../../../ui/i18n/index.ts'
import { order as messages } from '../../../ui/i18n/messages/order.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { failurePage, valueOr404 } from '../../lib/answers.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/why'
import { type Door, openDoor } from './door.ts'
import { privateHeaders, privately } from './private.ts'
import { facesOfWhy, whyView } from './why-page-view.ts'

export const links = () => [{ rel: 'stylesheet', href: styles }]
export const headers = privateHeaders

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'why'), noindex: true })

const readers = ['buyer', 'creator', 'staff'] as const
type Reader = (typeof readers)[number]

export async function loader(args: Route.LoaderArgs) {
  const door = openDoor(args)
  const { searchParams } = new URL(args.request.url)
  const asked = readers.find((reader) => reader === searchParams.get('as'))
  const why = valueOr404(await readAs(door, args.params.id, asked))
  const wanted = searchParams.get('line')
  const line = wanted === null ? why.lines[0] : why.lines.find(({ lineId }) => lineId === wanted)
  if (!line) throw failurePage({ code: 'not_found', message: 'There is no such line, or it is not yours to see.' })
  const faces = await readFaces(door.ctx, { locale: door.locale, ...facesOfWhy(why) })
  const hrefOf = (lineId: string) => `${door.to(`/orders/${why.orderId}/why`)}?line=${lineId}${asked ? `&as=${asked}` : ''}`
  return privately({
    view: whyView({ why, line, faces, locale: door.locale }),
    lines: why.lines.map(({ lineId, title }) => ({ title, href: hrefOf(lineId), current: lineId === line.lineId })),
  })
}

/** The view that was asked for, else the fullest that this reader has: staff, buyer, creator. */
async function readAs({ ctx, visit }: Door, orderId: string, asked: Reader | undefined): Promise<Result<WhyRead>> {
  if (asked) return readWhy(ctx, visit, { orderId, as: asked })
  const order: Reader[] = hasRole(await visit.actor(), 'finance', 'admin') ? ['staff', 'buyer', 'creator'] : ['buyer', 'creator']
  for (const as of order) {
    const why = await readWhy(ctx, visit, { orderId, as })
    if (why.ok || why.failure.code !== 'not_found') return why
  }
  return fail('not_found', 'There is no such order, or it is not yours to see.')
}

export default function Why({ loaderData }: Route.ComponentProps) {
  const { view, lines } = loaderData
  const section = view.reader === 'creator' ? 'studio' : view.reader === 'staff' ? 'sales' : 'me'
  return (
    <Shell section={section}>
      <WhyPage view={view} lines={lines} />
    </Shell>
  )
}

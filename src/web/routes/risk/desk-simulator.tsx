import { listTriedProgrammes, simulate } from '../../../flows/simulation/simulate.ts'
import { models } from '../../../modules/attribution/index.ts'
import { DeskSimulator, type TrialValues } from '../../../ui/risk/index.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { failurePage } from '../../lib/answers.ts'
import { rolesOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { privateHeaders, privately } from '../commerce/private.ts'
import type { Route } from './+types/desk-simulator'
import { riskTitle } from './page.ts'

export { riskLinks as links } from './page.ts'
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) => pageMeta(args, { title: riskTitle(args.params.lang, 'simulator'), noindex: true })

/** `?days=&programme=&model=&windowDays=&rate=`: what is empty stays as it was; `rate` in per cent. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor } = await rolesOnly(args, 'finance', 'admin')
  const { searchParams } = new URL(args.request.url)
  const text = (name: keyof TrialValues) => searchParams.get(name)?.trim().slice(0, 40) ?? ''
  const values: TrialValues = {
    ...{ days: text('days') || '30', programme: text('programme'), model: text('model') },
    ...{ windowDays: text('windowDays'), rate: text('rate') },
  }
  const tried = await simulate(ctx, actor, {
    days: Number(values.days),
    programmeId: values.programme || undefined,
    model: values.model || undefined,
    windowDays: values.windowDays === '' ? undefined : Number(values.windowDays),
    rateBps: values.rate === '' ? undefined : Math.round(Number(values.rate) * 100),
  })
  if (!tried.ok && tried.failure.code !== 'invalid') throw failurePage(tried.failure)
  const programmes = tried.ok ? tried.value.programmes : await listTriedProgrammes(ctx)
  return privately({ simulation: tried.ok ? tried.value : null, values, models, programmes })
}

export default function DeskSimulatorPage({ loaderData }: Route.ComponentProps) {
  return (
    <Shell section="sales">
      <DeskSimulator key={Object.values(loaderData.values).join(' ')} {...loaderData} />
    </Shell>
  )
}

import { data, redirect } from 'react-router'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole, type Role } from '../../lib/actor.ts'
import type { Visit } from '../../lib/visit.ts'
import { isLocale, type Locale, localePath } from '../../ui/i18n/index.ts'
import { appContext, visitContext } from '../contexts.ts'

/** The parts of a loader's or action's arguments that a gate reads. */
interface DoorArgs {
  request: Request
  params: { lang?: string }
  context: { get<T>(key: { defaultValue?: T }): T }
}

interface Passed {
  ctx: Ctx
  visit: Visit
  locale: Locale
}

/** An account that may pass. */
export type Member = Actor & { userId: string }

/** A creator: an account with a profile of its own. */
export type CreatorActor = Member & { creatorId: string }

/** What the page for a refused visitor says: the roles of which one is needed. */
export interface Refusal {
  code: 'forbidden'
  roles: readonly Role[]
}

/** A logged-in account; a guest is sent to the log-in and back here after it. Throws a redirect. */
export async function membersOnly({ request, params, context }: DoorArgs): Promise<Passed & { actor: Member }> {
  const visit = context.get(visitContext)
  const locale = isLocale(params.lang) ? params.lang : 'zh'
  const actor = await visit.actor()
  const { userId } = actor
  if (userId === null) throw redirect(`${localePath(locale, '/login')}?next=${encodeURIComponent(pathOf(request))}`)
  return { ctx: context.get(appContext), visit, locale, actor: { ...actor, userId } }
}

/** A creator; an account that is none is sent to the form by which one becomes it. Throws a redirect. */
export async function creatorsOnly(args: DoorArgs): Promise<Passed & { actor: CreatorActor }> {
  const passed = await membersOnly(args)
  const { actor } = passed
  const { creatorId } = actor
  if (creatorId === null || !hasRole(actor, 'creator')) throw redirect(localePath(passed.locale, '/studio/join'))
  return { ...passed, actor: { ...actor, creatorId } }
}

/** Who may earn: a creator, or a promoter, whose profile has no page (S-06). Others are sent as by `creatorsOnly`. Throws a redirect. */
export async function earnersOnly(args: DoorArgs): Promise<Passed & { actor: CreatorActor }> {
  const passed = await membersOnly(args)
  const { creatorId } = passed.actor
  if (creatorId === null) throw redirect(localePath(passed.locale, '/studio/join'))
  return { ...passed, actor: { ...passed.actor, creatorId } }
}

/** An account with one of these roles; anybody else gets the 403 page, which names them. Throws a redirect or a `Refusal`. */
export async function rolesOnly(args: DoorArgs, ...roles: Role[]): Promise<Passed & { actor: Member }> {
  const passed = await membersOnly(args)
  if (!hasRole(passed.actor, ...roles)) throw data({ code: 'forbidden', roles } satisfies Refusal, { status: 403 })
  return passed
}

/** Where the visitor wanted to go: after a form the page, not the address that the form posted to. */
function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return `${pathname}${search}`
}

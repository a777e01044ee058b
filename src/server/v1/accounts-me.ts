import { z } from 'zod'
import { becomeCreator } from '../../flows/accounts/become-creator.ts'
import { followCreator } from '../../flows/accounts/follow-creator.ts'
import { likePiece } from '../../flows/accounts/like-piece.ts'
import { listNotifications, markNotificationsRead } from '../../flows/accounts/list-notifications.ts'
import { readAccount } from '../../flows/accounts/read-account.ts'
import { readSummary } from '../../flows/accounts/read-summary.ts'
import { updateProfile } from '../../flows/accounts/update-profile.ts'
import { roles } from '../../lib/actor.ts'
import { ok } from '../../lib/result.ts'
import { verticals } from '../../modules/accounts/index.ts'
import { type Route, route } from './route.ts'

const tag = 'Me'
const id = z.uuid()
const role = z.enum(roles)
const mark = z.object({ on: z.boolean(), count: z.int().min(0) })

const summary = z.object({
  status: z.enum(['anonymous', 'member']),
  name: z.string().optional(),
  roles: z.array(role),
  creatorHandle: z.string().optional(),
  cartCount: z.int().min(0),
  follows: z.array(z.string()),
  likes: z.array(z.string()),
  collects: z.array(z.string()),
})

const account = z.object({
  id,
  name: z.string(),
  email: z.string(),
  locale: z.enum(['zh', 'en']),
  roles: z.array(role),
  staff: z.boolean(),
  creator: z.object({ id, handle: z.string() }).nullable(),
  memberSince: z.iso.datetime(),
  orders: z.int(),
  follows: z.int(),
  unread: z.int(),
})

const notice = z.object({ id, kind: z.string(), data: z.record(z.string(), z.unknown()), at: z.iso.datetime(), read: z.boolean() })

const self: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/me/summary',
      summary: 'What a public page shows about its visitor, also for guests',
      tag,
      who: 'anyone',
      answer: summary,
    },
    async ({ ctx, visit }) => ok(await readSummary(ctx, visit)),
  ),
  route({ method: 'get', path: '/v1/me', summary: 'The account', tag, who: 'account', answer: account }, ({ ctx, actor }) =>
    readAccount(ctx, actor),
  ),
  route(
    {
      method: 'patch',
      path: '/v1/me',
      summary: 'Change the name or the language',
      tag,
      who: 'account',
      body: z.strictObject({ name: z.string().max(200).optional(), locale: z.enum(['zh', 'en']).optional() }),
      answer: z.object({ saved: z.literal(true) }),
    },
    ({ ctx, actor, body }) =>
      updateProfile(ctx, actor, {
        ...(body.name === undefined ? {} : { name: body.name }),
        ...(body.locale === undefined ? {} : { locale: body.locale }),
      }),
  ),
  route(
    {
      method: 'post',
      path: '/v1/me/creator',
      summary: 'Become a creator',
      tag,
      who: 'account',
      status: 201,
      body: z.strictObject({
        handle: z.string().max(60),
        displayName: z.string().max(200),
        bio: z.string().max(1000).default(''),
        verticals: z.array(z.enum(verticals)).min(1).max(3),
      }),
      answer: z.object({ creatorId: id, handle: z.string() }),
    },
    ({ ctx, actor, body }) => becomeCreator(ctx, actor, body),
  ),
  route(
    {
      method: 'get',
      path: '/v1/me/notifications',
      summary: 'The latest notifications',
      tag,
      who: 'account',
      answer: z.object({ notifications: z.array(notice), unread: z.int() }),
    },
    ({ ctx, actor }) => listNotifications(ctx, actor),
  ),
  route(
    {
      method: 'post',
      path: '/v1/me/notifications/read',
      summary: 'Mark all notifications as read',
      tag,
      who: 'account',
      answer: z.object({ unread: z.literal(0) }),
    },
    ({ ctx, actor }) => markNotificationsRead(ctx, actor),
  ),
]

const follow = (method: 'put' | 'delete'): Route =>
  route(
    {
      method,
      path: '/v1/creators/:id/follow',
      summary: method === 'put' ? 'Follow a creator' : 'Stop following',
      tag,
      who: 'account',
      params: z.object({ id }),
      answer: mark,
    },
    ({ ctx, actor, params }) => followCreator(ctx, actor, { creatorId: params.id, on: method === 'put' }),
  )

const like = (method: 'put' | 'delete'): Route =>
  route(
    {
      method,
      path: '/v1/pieces/:kind/:id/like',
      summary: method === 'put' ? 'Like a piece or a product' : 'Take a like back',
      tag,
      who: 'account',
      params: z.object({ kind: z.enum(['posts', 'video-notes', 'products']), id }),
      answer: mark,
    },
    ({ ctx, actor, params }) => likePiece(ctx, actor, { ...params, on: method === 'put' }),
  )

export const accountMeRoutes: Route[] = [...self, follow('put'), follow('delete'), like('put'), like('delete')]

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { becomeCreator } from '../../../src/flows/accounts/become-creator.ts'
import { followCreator } from '../../../src/flows/accounts/follow-creator.ts'
import { likePiece } from '../../../src/flows/accounts/like-piece.ts'
import { listNotifications, markNotificationsRead } from '../../../src/flows/accounts/list-notifications.ts'
import { notify } from '../../../src/flows/accounts/notify.ts'
import { readSummary } from '../../../src/flows/accounts/read-summary.ts'
import { updateProfile } from '../../../src/flows/accounts/update-profile.ts'
import { likeById } from '../../../src/flows/shop/like-by-id.ts'
import { newId } from '../../../src/lib/ids.ts'
import { product } from '../../builders/catalogue.ts'
import { creator, person } from '../../builders/people.ts'
import { publishedPost } from '../../builders/pieces.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

describe('becoming a creator', () => {
  const form = { handle: ' @New_Hand ', displayName: '阿禾', bio: '', verticals: ['outdoor'] }

  it('gives the account a profile and the role, and the handle as typed in small letters', async () => {
    const fan = await person(world)
    const made = await becomeCreator(world.ctx, fan, form)
    expect(made).toMatchObject({ ok: true, value: { handle: 'new_hand' } })
    const user = await world.payload.findByID({ collection: 'users', id: fan.userId, depth: 0 })
    expect(user.roles).toEqual(['fan', 'creator'])
    expect(user.creator).toBe(made.ok && made.value.creatorId)
  })

  it('refuses a handle that is taken in whatever case, and changes nothing', async () => {
    const fan = await person(world)
    expect(await becomeCreator(world.ctx, fan, { ...form, handle: 'NEW_HAND' })).toMatchObject({
      ok: false,
      failure: { code: 'conflict', field: 'handle' },
    })
    expect((await world.payload.findByID({ collection: 'users', id: fan.userId, depth: 0 })).roles).toEqual(['fan'])
  })

  it.each(['ab', '1abc', 'a-b-c', 'admin', '中文名', 'a'.repeat(25)])('refuses the handle %s', async (handle) => {
    expect((await becomeCreator(world.ctx, await person(world), { ...form, handle })).ok).toBe(false)
  })

  it('happens once, also when asked twice at the same moment', async () => {
    const fan = await person(world)
    const both = await Promise.all([
      becomeCreator(world.ctx, fan, { ...form, handle: 'twice_a' }),
      becomeCreator(world.ctx, fan, { ...form, handle: 'twice_b' }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await world.payload.count({ collection: 'creators', where: { user: { equals: fan.userId } } })).totalDocs).toBe(1)
  })
})

describe('following and liking', () => {
  it('counts a fan once, however often he says it, and lets him go', async () => {
    const [fan, other, star] = [await person(world), await person(world), await creator(world)]
    const follow = (actor: typeof fan, on: boolean) => followCreator(world.ctx, actor, { creatorId: star.creatorId, on })
    expect(await follow(fan, true)).toEqual({ ok: true, value: { on: true, count: 1 } })
    expect(await follow(fan, true)).toEqual({ ok: true, value: { on: true, count: 1 } })
    expect(await follow(other, true)).toEqual({ ok: true, value: { on: true, count: 2 } })
    expect(await follow(fan, false)).toEqual({ ok: true, value: { on: false, count: 1 } })
    expect(await follow(fan, false)).toEqual({ ok: true, value: { on: false, count: 1 } })
  })

  it('counts twenty fans at the same moment', async () => {
    const star = await creator(world)
    const fans = await Promise.all(Array.from({ length: 20 }, () => person(world)))
    const answers = await Promise.all(fans.map((fan) => followCreator(world.ctx, fan, { creatorId: star.creatorId, on: true })))
    expect(Math.max(...answers.map((answer) => (answer.ok ? answer.value.count : 0)))).toBe(20)
  })

  it('does not follow oneself, a stranger’s id, or without an account', async () => {
    const star = await creator(world)
    expect(await followCreator(world.ctx, star, { creatorId: star.creatorId, on: true })).toMatchObject({
      ok: false,
      failure: { code: 'invalid' },
    })
    expect(await followCreator(world.ctx, await person(world), { creatorId: newId(), on: true })).toMatchObject({
      ok: false,
      failure: { code: 'not_found' },
    })
    expect(
      await followCreator(world.ctx, { userId: null, roles: [], creatorId: null }, { creatorId: star.creatorId, on: true }),
    ).toMatchObject({ ok: false, failure: { code: 'unauthenticated' } })
  })

  it('likes only what readers may see', async () => {
    const [fan, star] = [await person(world), await creator(world)]
    const piece = async (isPublic: boolean, restriction: 'none' | 'hidden') => {
      const { id } = await publishedPost(world, { author: star })
      await world.payload.update({ collection: 'piece-states', id, data: { isPublic, restriction }, depth: 0 })
      return id
    }
    const like = (id: string, kind: 'posts' | 'video-notes' = 'posts') => likePiece(world.ctx, fan, { kind, id, on: true })
    const shown = await piece(true, 'none')
    expect(await like(shown)).toEqual({ ok: true, value: { on: true, count: 1 } })
    expect(await like(shown)).toEqual({ ok: true, value: { on: true, count: 1 } })
    for (const id of [await piece(false, 'none'), await piece(true, 'hidden'), newId()])
      expect(await like(id)).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    expect(await like(shown, 'video-notes')).toMatchObject({ ok: false, failure: { code: 'not_found' } })
  })

  it('S-32: likes a product that is on sale, and the browser learns which', async () => {
    const fan = await person(world)
    const [goods, archived] = [await product(world), await product(world, { status: 'archived' })]
    const like = (id: string) => likePiece(world.ctx, fan, { kind: 'products', id, on: true })
    expect(await like(goods.productId)).toEqual({ ok: true, value: { on: true, count: 1 } })
    expect(await likeById(world.ctx, fan, { id: goods.productId, on: true })).toEqual({ ok: true, value: { on: true, count: 1 } })
    expect(await like(archived.productId)).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    expect((await readSummary(world.ctx, visitOf(fan))).likes).toEqual([goods.productId])
  })
})

describe('an account', () => {
  it('changes its name and language, and nothing else', async () => {
    const fan = await person(world)
    await updateProfile(world.ctx, fan, { name: '  新  名字 ', locale: 'en' })
    expect(await world.payload.findByID({ collection: 'users', id: fan.userId, depth: 0 })).toMatchObject({
      name: '新 名字',
      locale: 'en',
      roles: ['fan'],
      email: fan.email,
    })
  })

  it('sees its own notifications and marks them read', async () => {
    const [fan, other] = [await person(world), await person(world)]
    for (const { userId } of [fan, other]) {
      await world.ctx.tx('test', (req) =>
        notify(req, { userId, kind: 'piece-approved', data: { pieceId: newId(), pieceType: 'post', title: '露营' } }),
      )
    }
    expect(await listNotifications(world.ctx, fan)).toMatchObject({
      ok: true,
      value: { unread: 1, notifications: [{ kind: 'piece-approved', read: false }] },
    })
    await markNotificationsRead(world.ctx, fan)
    expect(await listNotifications(world.ctx, fan)).toMatchObject({ ok: true, value: { unread: 0 } })
    expect(await listNotifications(world.ctx, other)).toMatchObject({ ok: true, value: { unread: 1 } })
  })
})

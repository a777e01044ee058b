import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drainJobs } from '../../../src/jobs/runner.ts'
import { product, programme } from '../../builders/catalogue.ts'
import { openSite, type Site } from '../../builders/http.ts'
import { creator, person } from '../../builders/people.ts'
import { postDraft } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let site: Site
let author: Awaited<ReturnType<typeof creator>>
let tent: string
const tokens: Record<string, string> = {}

beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world.ctx)
  await programme(world)
  author = await creator(world)
  tent = (await product(world, { title: '两人帐篷' })).productId
  tokens.author = await logIn(author.email)
  for (const role of ['fan', 'editor', 'finance'] as const) tokens[role] = await logIn((await person(world, [role])).email)
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const logIn = async (email: string) =>
  (await world.payload.login({ collection: 'users', data: { email, password: 'correct horse 7' } })).token ?? ''

/** As `who` (nobody when empty). Answers status and body. */
async function ask(who: string, method: string, path: string, body?: unknown) {
  const token = tokens[who]
  const answer = await site.ask(method, path, { body, headers: token ? { authorization: `Bearer ${token}` } : {} })
  return { status: answer.status, body: answer.body as Record<string, unknown> & { errors?: { code: string; field?: string }[] } }
}

describe('/v1/pieces and /v1/review', () => {
  it('take a piece from its first word to readers and back', async () => {
    const draft = await postDraft(world, author, [tent])
    const begun = await ask('author', 'POST', '/v1/pieces', { kind: 'posts', draft: { title: draft.title } })
    expect(begun.status).toBe(201)
    const { id, version } = begun.body as { id: string; version: string }
    expect((await ask('author', 'POST', `/v1/pieces/${id}/submit`)).body.errors).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'invalid', field: 'body' }), expect.objectContaining({ field: 'pictures' })]),
    )
    expect((await ask('author', 'PUT', `/v1/pieces/${id}`, { kind: 'posts', draft, baseVersion: version })).status).toBe(200)
    expect((await ask('author', 'PUT', `/v1/pieces/${id}`, { kind: 'posts', draft: {}, baseVersion: version })).status).toBe(409)
    expect((await ask('author', 'GET', `/v1/pieces/${id}`)).body).toMatchObject({
      state: 'draft',
      draft: { title: draft.title, placements: [{ product: { id: tent } }] },
    })
    const { reviewItemId } = (await ask('author', 'POST', `/v1/pieces/${id}/submit`)).body
    expect((await ask('editor', 'GET', '/v1/review')).body).toMatchObject({ total: 1, items: [{ id: reviewItemId }] })
    const { lockVersion } = (await ask('editor', 'POST', `/v1/review/${reviewItemId}/claim`)).body
    expect((await ask('editor', 'POST', `/v1/review/${reviewItemId}/approve`, { lockVersion: 0 })).status).toBe(409)
    expect((await ask('editor', 'POST', `/v1/review/${reviewItemId}/approve`, { lockVersion })).body).toMatchObject({ state: 'published' })
    await drainJobs(world.ctx)
    expect((await ask('', 'GET', '/v1/search?q=露营')).body).toMatchObject({ pieces: [{ id }] })
    expect((await ask('editor', 'POST', `/v1/pieces/${id}/take-down`, { rule: 'unsafe', reason: '召回' })).body).toMatchObject({
      restriction: 'removed',
      isPublic: false,
    })
    expect((await ask('', 'GET', '/v1/search?q=露营')).body).toMatchObject({ pieces: [] })
    expect((await ask('editor', 'POST', `/v1/pieces/${id}/restore`, { reason: '核实' })).body).toMatchObject({ isPublic: true })
    expect((await ask('author', 'GET', '/v1/me/pieces')).body).toMatchObject({ pieces: [{ id, isPublic: true }] })
    expect((await ask('author', 'DELETE', `/v1/pieces/${id}`)).status).toBe(200)
    expect((await ask('author', 'GET', `/v1/pieces/${id}`)).status).toBe(410)
    expect((await ask('author', 'POST', `/v1/pieces/${id}/undelete`)).status).toBe(200)
    expect((await ask('author', 'POST', `/v1/pieces/${id}/withdraw`)).body).toMatchObject({ state: 'withdrawn' })
  })

  it('ask for the right role', async () => {
    const id = '01a21449-c5e7-7006-8426-7d3e6f402f04'
    for (const [method, path, body] of [
      ['POST', '/v1/pieces', { kind: 'posts', draft: {} }],
      ['PUT', `/v1/pieces/${id}`, { kind: 'posts', draft: {} }],
      ['POST', `/v1/pieces/${id}/submit`, undefined],
      ['GET', '/v1/me/pieces', undefined],
    ] as const) {
      expect(
        [
          (await ask('', method, path, body)).status,
          (await ask('fan', method, path, body)).status,
          (await ask('editor', method, path, body)).status,
        ],
        path,
      ).toEqual([401, 403, 403])
    }
    for (const path of ['/v1/review', `/v1/review/${id}`]) {
      expect(
        [(await ask('', 'GET', path)).status, (await ask('author', 'GET', path)).status, (await ask('finance', 'GET', path)).status],
        path,
      ).toEqual([401, 403, 403])
    }
    expect((await ask('author', 'POST', `/v1/pieces/${id}/take-down`, { rule: 'unsafe', reason: 'x' })).status).toBe(403)
  })

  it('refuse what only flows decide, unknown ids and wrong shapes, and change nothing', async () => {
    const count = async () => (await world.payload.count({ collection: 'piece-states' })).totalDocs
    const before = await count()
    const attempts: [unknown, string][] = [
      [{ kind: 'posts', draft: { title: 'x', author: 'somebody' } }, 'an owner'],
      [{ kind: 'posts', draft: { title: 'x', _status: 'published' } }, 'a state'],
      [{ kind: 'posts', draft: { title: 'x' }, state: 'published' }, 'a review state'],
      [{ kind: 'posts', draft: { placements: [{ number: 1, kind: 'text', product: tent, link: tent }] } }, 'a link'],
      [{ kind: 'posts', draft: { placements: [{ number: 1, kind: 'text', product: 'tent' }] } }, 'a product that is no id'],
      [{ kind: 'live', draft: {} }, 'a kind that does not exist'],
      [{ kind: 'posts' }, 'no draft'],
    ]
    for (const [body, what] of attempts) expect((await ask('author', 'POST', '/v1/pieces', body)).status, what).toBe(422)
    expect((await ask('author', 'PUT', '/v1/pieces/nothing', { kind: 'posts', draft: {} })).status).toBe(422)
    expect((await ask('author', 'PUT', '/v1/pieces/01a21449-c5e7-7006-8426-7d3e6f402f04', { kind: 'posts', draft: {} })).status).toBe(404)
    expect(await count()).toBe(before)
  })

  it('offer products to place to creators', async () => {
    expect((await ask('author', 'GET', '/v1/studio/products?q=帐篷')).body).toMatchObject({ products: [{ id: tent, state: 'available' }] })
    expect((await ask('fan', 'GET', '/v1/studio/products?q=帐篷')).status).toBe(403)
  })
})

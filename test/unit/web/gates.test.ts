import { RouterContextProvider } from 'react-router'
import { describe, expect, it } from 'vitest'
import type { Ctx } from '../../../src/context.ts'
import { type Actor, anonymous } from '../../../src/lib/actor.ts'
import type { Visit } from '../../../src/lib/visit.ts'
import { appContext, visitContext } from '../../../src/web/contexts.ts'
import { creatorsOnly, membersOnly, rolesOnly } from '../../../src/web/lib/gates.ts'

/** What a loader gets when this person asks for a page. */
function asking(actor: Actor, path: string) {
  const context = new RouterContextProvider()
  context.set(appContext, {} as Ctx)
  context.set(visitContext, { actor: async () => actor } as Visit)
  return { request: new Request(`https://shop.example${path}`), params: { lang: path.split('/')[1] ?? '' }, context }
}

const fan: Actor = { userId: 'u', roles: ['fan'], creatorId: null }
const creator: Actor = { userId: 'u', roles: ['fan', 'creator'], creatorId: 'c' }
const editor: Actor = { userId: 'e', roles: ['editor'], creatorId: null }

async function thrown(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('Expected the gate to stay closed')
}

describe('the gates of studio and desk', () => {
  it('send a guest to the log-in, and after it back to where he wanted to go', async () => {
    for (const gate of [membersOnly, creatorsOnly, (args: Parameters<typeof membersOnly>[0]) => rolesOnly(args, 'editor')]) {
      const answer = (await thrown(gate(asking(anonymous, '/en/desk/1?x=2')))) as Response
      expect(answer.status).toBe(302)
      expect(answer.headers.get('location')).toBe('/en/login?next=%2Fen%2Fdesk%2F1%3Fx%3D2')
    }
  })

  it('send a fan to the form by which one becomes a creator', async () => {
    const answer = (await thrown(creatorsOnly(asking(fan, '/zh/studio')))) as Response
    expect(answer.headers.get('location')).toBe('/zh/studio/join')
  })

  it('do not take a profile for a role, nor a role for a profile', async () => {
    await thrown(creatorsOnly(asking({ ...creator, roles: ['fan'] }, '/zh/studio')))
    await thrown(creatorsOnly(asking({ ...creator, creatorId: null }, '/zh/studio')))
    expect((await creatorsOnly(asking(creator, '/zh/studio'))).actor.creatorId).toBe('c')
  })

  it('refuse everybody else with 403 and the names of the roles that may', async () => {
    for (const actor of [fan, creator, { ...fan, roles: ['finance'] } satisfies Actor]) {
      expect(await thrown(rolesOnly(asking(actor, '/zh/desk'), 'editor', 'admin'))).toMatchObject({
        data: { code: 'forbidden', roles: ['editor', 'admin'] },
        init: { status: 403 },
      })
    }
    expect((await rolesOnly(asking(editor, '/zh/desk'), 'editor', 'admin')).actor.userId).toBe('e')
  })
})

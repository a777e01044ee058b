import type { Page } from 'playwright-core'
import type { Stage } from '../e2e/people.ts'
import { readOutbox } from '../fixtures/outbox.ts'

/** An account that has done nothing yet: its pages are empty. */
export const newcomer = { email: 'newcomer@demo.example', password: 'as-new-as-it-gets-1' }

/**
 * Brings about what the demo world does not hold, on this stage's own copy: a product taken off sale, and somebody who has
 * just signed up and become a creator. Answers the addresses of states that only some products have.
 */
export async function findStates(stage: Stage) {
  const [guest, admin] = await Promise.all([stage.visitor(), stage.member('admin')])
  const piecesOf = async (slug: string, kind: 'p' | 'v'): Promise<string> => {
    await guest.goto(`/zh/product/${slug}`)
    const path = await guest.locator(`main a[href*="/${kind}/"]`).first().getAttribute('href', { timeout: 5000 })
    return (path ?? '').replace(/^\/zh/, '')
  }
  const states = {
    soldOutPost: await piecesOf('noodles', 'p'),
    soldOutVideo: await piecesOf('noodles', 'v'),
    oneTapPost: await piecesOf('bowl', 'p'),
    withdrawnPost: await piecesOf('perfume', 'p'),
    cleared: await clearOff(admin, stage.site.url, 'perfume'),
    dearer: await firstVariant(admin, 'keyboard'),
    silenced: await silencedPost(admin),
  }
  await signUp(stage)
  for (const page of [guest, admin]) await page.context().close()
  return states
}

export type FoundStates = Awaited<ReturnType<typeof findStates>>

async function docsOf<T>(admin: Page, path: string): Promise<T[]> {
  const answer = await admin.request.get(path)
  if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}`)
  return ((await answer.json()) as { docs: T[] }).docs
}

async function productOf(admin: Page, slug: string): Promise<string> {
  const [product] = await docsOf<{ id: string }>(admin, `/api/products?where[slug][equals]=${slug}&depth=0`)
  if (!product) throw new Error(`The demo world has no product ${slug}`)
  return product.id
}

/** Takes a product off sale, as an operator does in the admin. Answers its slug. */
async function clearOff(admin: Page, origin: string, slug: string): Promise<string> {
  const path = `/api/products/${await productOf(admin, slug)}`
  const answer = await admin.request.patch(path, { data: { status: 'archived' }, headers: { origin } })
  if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}: ${await answer.text()}`)
  return slug
}

async function firstVariant(admin: Page, slug: string): Promise<string> {
  const [variant] = await docsOf<{ id: string }>(admin, `/api/variants?where[product][equals]=${await productOf(admin, slug)}&depth=0`)
  return variant?.id ?? ''
}

/** A published post of a creator who was suspended since. */
async function silencedPost(admin: Page): Promise<string> {
  const [creator] = await docsOf<{ id: string }>(admin, '/api/creators?where[status][equals]=suspended&limit=1&depth=0')
  const [state] = await docsOf<{ id: string }>(admin, `/api/piece-states?where[author][equals]=${creator?.id}&limit=1&depth=0`)
  if (!state) throw new Error('The demo world has no suspended creator with a post')
  return state.id
}

async function signUp(stage: Stage): Promise<void> {
  const page = await stage.visitor()
  const headers = { origin: stage.site.url }
  const send = async (path: string, data: object) => {
    const answer = await page.request.post(path, { data, headers })
    if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}: ${await answer.text()}`)
  }
  await send('/v1/auth/sign-up', { ...newcomer, name: '新来的', locale: 'zh' })
  await send('/v1/auth/verify-email', { token: await tokenOf(stage) })
  await logInNewcomer(page, stage.site.url)
  await send('/v1/me/creator', { handle: 'newcomer', displayName: '新来的', bio: '', verticals: ['other'] })
  await page.context().close()
}

/** Out of the letter that confirms the newcomer's address; jobs send it within some seconds. */
async function tokenOf({ site }: Stage): Promise<string> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    const links = readOutbox(`${site.dir}/outbox`, newcomer.email).flatMap((letter) => letter.links)
    const token = links.map((link) => new URL(link).searchParams.get('token')).find((one) => one !== null)
    if (token) return token
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('The letter to the newcomer did not come')
}

/** Opens a session of the newcomer in this page's context. */
export async function logInNewcomer(page: Page, origin: string): Promise<void> {
  const answer = await page.request.post('/v1/auth/log-in', { data: newcomer, headers: { origin } })
  if (!answer.ok()) throw new Error(`The newcomer cannot log in: ${answer.status()} ${await answer.text()}`)
}

/** Asks a member of the shop's staff to make a variant dearer than it is. */
export async function makeDearer(stage: Stage, variant: string): Promise<void> {
  const admin = await stage.member('admin')
  const path = `/api/variants/${variant}`
  const { price } = (await (await admin.request.get(`${path}?depth=0`)).json()) as { price: number }
  const answer = await admin.request.patch(path, { data: { price: price + 1000 }, headers: { origin: stage.site.url } })
  if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}: ${await answer.text()}`)
  await admin.context().close()
}

import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeDownPiece } from '../../../src/flows/review/take-down-piece.ts'
import { readCreator } from '../../../src/flows/shop/read-creator.ts'
import { readPost } from '../../../src/flows/shop/read-piece.ts'
import { readProduct } from '../../../src/flows/shop/read-product.ts'
import { cardShelf } from '../../../src/modules/media/processors/card-shelf.ts'
import { drawShareCard } from '../../../src/modules/media/processors/share-card.ts'
import { writeText } from '../../../src/modules/media/processors/write-text.ts'
import { creatorCard, postCard, productCard, shareCardPath } from '../../../src/ui/view/share-card.ts'
import { product } from '../../builders/catalogue.ts'
import { openSite, type Site } from '../../builders/http.ts'
import { creator, person } from '../../builders/people.ts'
import { must, publishedPost, readyMedia } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let site: Site
let author: Awaited<ReturnType<typeof creator>>
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world.ctx)
  author = await creator(world, { handle: 'xiao_man', displayName: '小满' })
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const facts = async (bytes: ArrayBuffer | Buffer) => sharp(Buffer.from(bytes as ArrayBuffer)).metadata()
/** Average colour of a square of a card. */
async function colourAt(card: Buffer, left: number, top: number): Promise<number[]> {
  const { data } = await sharp(card).extract({ left, top, width: 20, height: 20 }).resize(1, 1).raw().toBuffer({ resolveWithObject: true })
  return [...data]
}

async function picture(colour: string): Promise<string> {
  const id = await readyMedia(world, author.userId)
  const row = await world.payload.findByID({ collection: 'media', id, depth: 0 })
  const file = path.join(world.ctx.env.mediaDir, (row.variants as { path: string }[])[0]!.path)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(
    file,
    await sharp({ create: { width: 1080, height: 1350, channels: 3, background: colour } })
      .webp()
      .toBuffer(),
  )
  return id
}

describe('the picture that goes with a shared link', () => {
  it('is drawn from the piece, kept for ever, and drawn once', async () => {
    const piece = await publishedPost(world, { author, draft: { pictures: [{ media: await picture('#2060c0'), alt: '蓝' }] } })
    const address = shareCardPath(postCard(must(await readPost(world.ctx, { id: piece.id, locale: 'zh' })), 'zh'))
    const [first, second] = await Promise.all([fetch(site.url + address), fetch(site.url + address)])
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(first.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const card = Buffer.from(await first.arrayBuffer())
    expect(await facts(card)).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
    expect(Buffer.from(await second.arrayBuffer()).equals(card)).toBe(true)
    const [red = 0, green = 0, blue = 0] = await colourAt(card, 100, 300)
    expect(blue).toBeGreaterThan(150)
    expect(Math.max(red, green)).toBeLessThan(120)
    expect(readdirSync(path.join(world.ctx.env.dataDir, 'share-cards'))).toHaveLength(1)
  })

  it('of an older state leads to the one of now: a price, a name, a language', async () => {
    const { slug, variantIds } = await product(world)
    const read = async (locale: 'zh' | 'en') => productCard(must(await readProduct(world.ctx, { slug, locale })), locale)
    const [before, english] = [shareCardPath(await read('zh')), shareCardPath(await read('en'))]
    expect(english).not.toBe(before)
    expect((await site.ask('GET', before)).status).toBe(200)
    await world.payload.update({ collection: 'variants', id: variantIds[0]!, data: { price: 77_700 } })
    const now = shareCardPath(await read('zh'))
    const old = await site.ask('GET', before)
    expect([old.status, old.headers.get('location'), old.headers.get('cache-control')]).toEqual([302, now, 'no-store'])
    expect((await site.ask('GET', now)).status).toBe(200)
  })

  it('is there for a creator, and gone with whom or what may not be seen', async () => {
    const card = shareCardPath(creatorCard(must(await readCreator(world.ctx, { handle: 'xiao_man', kind: 'all' })), 'en'))
    expect((await site.ask('GET', card)).status).toBe(200)
    const piece = await publishedPost(world, { author })
    const ofPiece = shareCardPath(postCard(must(await readPost(world.ctx, { id: piece.id, locale: 'zh' })), 'zh'))
    must(await takeDownPiece(world.ctx, await person(world, ['editor']), { pieceId: piece.id, rule: 'ad-not-disclosed', reason: '未标注' }))
    expect((await site.ask('GET', ofPiece)).status).toBe(410)
    await world.payload.update({ collection: 'creators', id: author.creatorId, data: { status: 'suspended' } })
    expect((await site.ask('GET', card)).status).toBe(410)
    await world.payload.update({ collection: 'creators', id: author.creatorId, data: { status: 'active' } })
  })

  it.each([
    '/og/zh/p/x/0123456789abcdef.jpg',
    '/og/zh/p/x/..%2f..%2fetc.jpg',
    '/og/fr/creator/xiao_man/0123456789abcdef.jpg',
    '/og/zh/order/1/0123456789abcdef.jpg',
  ])('is nothing else: %s is not found', async (address) => {
    expect((await site.ask('GET', address)).status).toBe(404)
  })

  it('is drawn without its files, when somebody took them away', async () => {
    const card = await drawShareCard({ title: 'Tea', site: 'Zhongcao', picture: '/nowhere/x.webp', avatar: '/nowhere/y.webp', by: 'Jo' })
    expect(await facts(card)).toMatchObject({ width: 1200, height: 630 })
  })
})

describe('words on it', () => {
  it('keep to their lines: what is longer ends in an ellipsis', async () => {
    const writing = { width: 480, size: 52, lines: 2, colour: '#17211B', bold: true }
    const short = await writeText('Short', writing)
    const long = await writeText('A very long title that goes on and on and on, well beyond any card of any size '.repeat(4), writing)
    const { width = 0 } = await sharp(long.png).metadata()
    expect(short.height).toBeLessThan(long.height)
    expect(long.height).toBeLessThanOrEqual(52 * 1.5 * 2)
    expect(width).toBeLessThanOrEqual(500)
  })

  it('are text and not markup', async () => {
    const { height } = await writeText('<b>&amp; "quoted" </span>', { width: 480, size: 30, lines: 1, colour: '#17211B', bold: false })
    expect(height).toBeGreaterThan(10)
  })

  it('are left out where their letters would be boxes', async () => {
    const conf = path.join(world.dir, 'fonts.conf')
    writeFileSync(conf, '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/nowhere</dir></fontconfig>')
    const module = (name: string) => JSON.stringify(new URL(`../../../src/modules/media/processors/${name}.ts`, import.meta.url).href)
    const code = `
      const { canWrite } = await import(${module('write-text')})
      const { drawShareCard } = await import(${module('share-card')})
      const card = await drawShareCard({ title: '种草 Ag', site: 'Ag', picture: null, avatar: null })
      console.log(JSON.stringify([await canWrite('种草'), await canWrite('Ag'), card.length > 5000]))`
    const said = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      env: { ...process.env, FONTCONFIG_FILE: conf },
      encoding: 'utf8',
    })
    expect(JSON.parse(said.trim().split('\n').at(-1) ?? '')).toEqual([false, false, true])
  })
})

describe('the shelf of drawn cards', () => {
  it('throws the oldest away when there are too many, and draws them again when they are asked for', async () => {
    const folder = path.join(world.dir, 'shelf')
    const parts = (title: string) => ({ title, site: 'Zhongcao', picture: null, avatar: null })
    const shelf = cardShelf(folder, 30_000)
    const names = Array.from({ length: 6 }, (_, at) => `${at}`.repeat(16))
    for (const [at, name] of names.entries()) {
      await shelf.take(name, () => parts(`Number ${at}`))
      utimesSync(path.join(folder, `${name}.jpg`), at + 1, at + 1)
    }
    const left = readdirSync(folder)
    expect(left.length).toBeGreaterThan(0)
    expect(left.reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0)).toBeLessThanOrEqual(30_000)
    expect(left).not.toContain(`${names[0]}.jpg`)
    expect(left).toContain(`${names.at(-1)}.jpg`)
    expect((await shelf.take(names[0]!, () => parts('Number 0'))).length).toBeGreaterThan(1000)
    expect(() => shelf.take('../../etc', () => parts('x'))).toThrow('not a card')
  })
})

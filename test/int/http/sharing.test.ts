import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { qrSvg } from '../../../src/server/qr.ts'
import { openSite, type Site } from '../../builders/http.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world.ctx)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const qr = (path: string) => site.ask('GET', `/v1/qr.svg?path=${encodeURIComponent(path)}`)

describe('the QR code of a page', () => {
  it.each(['/zh', '/zh/p/0198', '/en/product/jade-cup?variant=1', '/go/AbC123', '/zh/creator/xiao_man'])(
    'is drawn for %s',
    async (path) => {
      const answer = await qr(path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toContain('image/svg+xml')
      expect(answer.headers.get('cache-control')).toBe('public, max-age=86400')
      expect(answer.text).toBe(qrSvg(site.url + path))
    },
  )

  it.each([
    'https://elsewhere.example/zh',
    '//elsewhere.example',
    '/zh\\@elsewhere.example',
    '/zh@elsewhere.example',
    '/admin',
    '/zh/p/<b>',
  ])('is refused for %s: it leads nowhere but into this shop', async (path) => {
    expect(await qr(path)).toMatchObject({ status: 422, body: { errors: [{ code: 'invalid', field: 'path' }] } })
  })

  it('is a square of dark modules on white with the quiet zone that scanners need', async () => {
    const svg = qrSvg('http://127.0.0.1/zh/p/1')
    const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
    const { data } = await sharp(Buffer.from(svg)).resize(size, size).removeAlpha().grayscale().raw().toBuffer({ resolveWithObject: true })
    const dark = (x: number, y: number) => (data[y * size + x] ?? 255) < 128
    for (let at = 0; at < size; at++)
      for (const edge of [0, 1, 2, 3, size - 1, size - 4]) expect([dark(at, edge), dark(edge, at)]).toEqual([false, false])
    // The three finder patterns: a ring of seven modules in each corner but one.
    const corners = [
      [4, 4],
      [size - 11, 4],
      [4, size - 11],
    ] as const
    for (const [x, y] of corners)
      for (let at = 0; at < 7; at++) expect(dark(x + at, y) && dark(x, y + at) && !dark(x + 1, y + 1)).toBe(true)
  })
})

import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createApp } from '../../../src/server/app.ts'
import { expectOurErrors, type House, openHouse } from './house.ts'

let house: House
const name = `ab/ab${'c'.repeat(62)}-1080.webp`
beforeAll(async () => {
  house = await openHouse()
  const file = path.join(house.world.ctx.env.mediaDir, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, '0123456789')
  mkdirSync(path.join(house.world.ctx.env.mediaDir, '.incoming'), { recursive: true })
  for (const other of ['.incoming/half.part', '.hidden', 'ab/page.html', `ab/${'d'.repeat(64)}.svg`, `ab/${'e'.repeat(64)}.html`])
    writeFileSync(path.join(house.world.ctx.env.mediaDir, other), '<script>alert(1)</script>')
})
afterAll(async () => {
  expect(house.faults()).toEqual([])
  await house.close()
})

const media = (headers: Record<string, string> = {}, method = 'GET') => house.ask(method, `/media/${name}`, { headers })

describe('media', () => {
  it('are whole, typed, kept for ever, and only what they are', async () => {
    const { status, text, headers } = await media()
    expect([status, text]).toEqual([200, '0123456789'])
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-length': '10',
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
    })
  })

  it('answer HEAD with the same headers and no byte', async () => {
    const { status, text, headers } = await media({}, 'HEAD')
    expect([status, text, headers.get('content-length'), headers.get('accept-ranges')]).toEqual([200, '', '10', 'bytes'])
  })

  it.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=4-', '456789', 'bytes 4-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=5-500', '56789', 'bytes 5-9/10'],
    ['bytes=0-0', '0', 'bytes 0-0/10'],
  ])('answer %s with 206 and exactly those bytes', async (range, text, contentRange) => {
    const told = await media({ range })
    expect([told.status, told.text, told.headers.get('content-range')]).toEqual([206, text, contentRange])
  })

  it.each(['bytes=10-20', 'bytes=500-', 'bytes=-0', 'bytes=5-1'])('answer %s with 416 and say how long they are', async (range) => {
    const told = await media({ range })
    expect([told.status, told.headers.get('content-range')]).toEqual([416, 'bytes */10'])
    expectOurErrors(told)
  })

  it.each(['bytes=0-1,4-5', 'items=0-1', 'bytes=a-b', 'nonsense'])('send the whole file for %s', async (range) => {
    const told = await media({ range })
    expect([told.status, told.text]).toEqual([200, '0123456789'])
  })

  it('answer 304 to who has them, and keep a range to the file that it was made from', async () => {
    const etag = (await media()).headers.get('etag') ?? ''
    expect(etag).not.toBe('')
    expect((await media({ 'if-none-match': etag, 'cache-control': 'max-age=0' })).status).toBe(304)
    expect((await media({ 'if-none-match': '"other"', 'cache-control': 'max-age=0' })).status).toBe(200)
    expect([(await media({ range: 'bytes=0-3', 'if-range': '"other"' })).status, (await media({ range: 'bytes=0-3' })).status]).toEqual([
      200, 206,
    ])
  })

  it.each([
    '/media',
    '/media/',
    '/media/ab',
    '/media/ab/',
    '/media/.incoming/half.part',
    '/media/%2eincoming/half.part',
    '/media/.hidden',
    '/media/ab/page.html',
    `/media/ab/${'d'.repeat(64)}.svg`,
    `/media/ab/${'e'.repeat(64)}.html`,
    `/media//${name}`,
    `/media/${name}/`,
    `/media/${name}%20`,
    `/media/${name}.`,
    `/media/${name.toUpperCase()}`,
    '/media/..%2fzhongcao.db',
    '/media/%2e%2e/zhongcao.db',
    '/media/ab/..%2f..%2fzhongcao.db',
    '/media/ab%5c..%5c..%5czhongcao.db',
    '/media/..%5czhongcao.db',
    '/media/%2e%2e%2fsecret',
    '/media/%252e%252e%252fsecret',
    '/media//etc/passwd',
    '/media/%2fetc%2fpasswd',
    '/media/c:%5cwindows%5cwin.ini',
    '/media/file:%2f%2f%2fetc%2fpasswd',
    `/media/ab/${'c'.repeat(5000)}.webp`,
  ])('have no file at %s', async (place) => {
    const { hostname } = new URL(house.url)
    // As it stands: fetch would resolve the dots itself.
    const told = await house.raw(`GET ${place} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`)
    expect([told.status, place]).toEqual([404, place])
    expect(told.body).not.toContain('script')
    expectOurErrors({ status: 404, text: told.body, body: JSON.parse(told.body) })
  })

  it.each([
    '/media/../zhongcao.db',
    '/media/./../../etc/passwd',
    '/media/ab/../../zhongcao.db',
    '/media/ab\\..\\..\\zhongcao.db',
    '/../zhongcao.db',
  ])('lead nowhere else: %s', async (place) => {
    const told = await house.raw(`GET ${place} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect([400, 404]).toContain(told.status)
    expect(told.body).not.toContain('SQLite')
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('are read only: %s', async (method) => {
    const told = await media({}, method)
    expect([told.status, told.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    expect((await media()).text).toBe('0123456789')
  })
})

describe('/readyz', () => {
  const ready = async () => {
    const { status, body, headers } = await house.ask('GET', '/readyz')
    expect(headers.get('cache-control')).toBe('no-store')
    return [status, (body as { problems: string[] }).problems]
  }

  it('is 200 exactly when the site can serve; /healthz says that the process lives', async () => {
    expect(await ready()).toEqual([200, []])
    for (const state of ['starting', 'stopping'] as const) {
      house.readiness.state = state
      expect(await ready()).toEqual([503, [state]])
      expect((await house.ask('GET', '/healthz')).status).toBe(200)
    }
    house.readiness.state = 'ready'
    expect(await ready()).toEqual([200, []])
  })

  it('is 503 while touches cannot be written, and while the database does not answer', async () => {
    const { ctx } = house.world
    const journal = vi.spyOn(ctx.touches, 'healthy').mockReturnValue(false)
    expect(await ready()).toEqual([503, ['the touch journal cannot be written']])
    const database = vi.spyOn(ctx.payload, 'count').mockRejectedValue(new Error('gone'))
    expect(await ready()).toEqual([503, ['the touch journal cannot be written', 'the database does not answer']])
    journal.mockRestore()
    database.mockRestore()
    expect(await ready()).toEqual([200, []])
  })

  it('answers HEAD as balancers ask it', async () => {
    expect((await house.ask('HEAD', '/readyz')).status).toBe(200)
    expect((await house.ask('HEAD', '/healthz')).status).toBe(200)
  })
})

describe('/metrics', () => {
  it('is for this machine, and not for what came through a proxy', async () => {
    const told = await house.ask('GET', '/metrics')
    expect(told.text).toContain('http_request_duration_seconds_count')
    for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip', 'x-forwarded-host', 'X-Forwarded-Proto'])
      expect([(await house.ask('GET', '/metrics', { headers: { [header]: '127.0.0.1' } })).status, header]).toEqual([404, header])
  })

  it('makes no series of strangers’ paths', async () => {
    for (const path of ['/one-of-mine', '/v1/two-of-mine', '/go/three-of-mine']) await house.ask('GET', path)
    expect((await house.ask('GET', '/metrics')).text).not.toContain('of-mine')
  })

  it('wants the token where there is one, also from this machine', async () => {
    const token = 'a-token-of-metrics-1'
    const ctx = { ...house.world.ctx, env: { ...house.world.ctx.env, METRICS_TOKEN: token } }
    const server = createServer(createApp(ctx, { readiness: { state: 'ready' }, version: 'test' }))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const ask = async (authorization?: string) =>
      (
        await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`, {
          headers: authorization ? { authorization } : {},
        })
      ).status
    expect([await ask(), await ask('Bearer wrong'), await ask(token), await ask(`Bearer ${token}x`), await ask(`Bearer ${token}`)]).toEqual(
      [404, 404, 404, 404, 200],
    )
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
})

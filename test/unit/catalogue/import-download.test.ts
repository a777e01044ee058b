import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { download } from '../../../src/cli/import/download.ts'
import { baseName } from '../../../src/cli/import/picture-folder.ts'
import { isPublicAddress } from '../../../src/lib/public-address.ts'

describe('an address that others name', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '100.63.255.255',
    '172.32.0.1',
    '192.169.0.1',
    '223.255.255.255',
    '2606:4700::1111',
    '2001:200::1',
    '64:ff9b::8.8.8.8',
    '::ffff:8.8.8.8',
  ])('may be asked when it is public: %s', (address) => expect(isPublicAddress(address)).toBe(true))

  it.each([
    ...[
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.0.0.1',
      '127.255.255.254',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
      '192.0.2.1',
      '192.168.1.1',
      '198.18.0.1',
      '203.0.113.9',
      '224.0.0.1',
      '255.255.255.255',
    ],
    ...[
      '::',
      '::1',
      'fe80::1',
      'fc00::1',
      'fd12:3456::1',
      'ff02::1',
      '2001:db8::1',
      '2001::1',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '::ffff:a00:1',
      '64:ff9b::a00:1',
      '64:ff9b:1::8.8.8.8',
      '2002:7f00:1::',
      '::127.0.0.1',
    ],
    ...['', 'localhost', '1.2.3', '1.2.3.256', '1.2.3.4.5', ':::', '1::2::3', 'fe80::1%eth0', '0x7f000001', '2130706433'],
  ])('is refused when it is not: %s', (address) => expect(isPublicAddress(address)).toBe(false))
})

describe('a picture behind an address', () => {
  let server: Server
  let base = ''
  const asked: string[] = []
  const resolveHost = async (host: string) =>
    host === 'inside.example' ? ['10.0.0.7'] : host === 'mixed.example' ? ['8.8.8.8', '127.0.0.1'] : ['127.0.0.1']
  const here = (more: { maxBytes?: number; timeoutMs?: number } = {}) => ({
    maxBytes: 1000,
    timeoutMs: 5000,
    resolveHost,
    allowAddress: (one: string) => one === '127.0.0.1',
    ...more,
  })

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.headers.host} ${request.url}`)
      if (request.url === '/ok') response.end('picture')
      else if (request.url === '/moved') response.writeHead(302, { location: '/ok' }).end()
      else if (request.url === '/inside') response.writeHead(302, { location: 'http://inside.example/ok' }).end()
      else if (request.url === '/circle') response.writeHead(302, { location: '/circle' }).end()
      else if (request.url === '/large') response.end(Buffer.alloc(5000))
      else if (request.url === '/slow') response.write('a')
      else response.writeHead(404).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    base = `http://pictures.example:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  const text = (result: Awaited<ReturnType<typeof download>>) => (result.ok ? Buffer.from(result.value).toString() : result.failure.code)

  it('is loaded, with the host name it was asked by, also after a redirect', async () => {
    expect(text(await download(`${base}/ok`, here()))).toBe('picture')
    expect(text(await download(`${base}/moved`, here()))).toBe('picture')
    expect(asked.every((one) => one.startsWith('pictures.example'))).toBe(true)
  })

  it('is not asked for when the name leads into a private network, at once or by a redirect', async () => {
    const before = asked.length
    expect(text(await download(`${base}/ok`, { maxBytes: 1000, timeoutMs: 5000, resolveHost }))).toBe('invalid')
    expect(text(await download('http://mixed.example/ok', { maxBytes: 1000, timeoutMs: 5000, resolveHost }))).toBe('invalid')
    expect(text(await download('http://127.0.0.1:1/ok', { maxBytes: 1000, timeoutMs: 5000 }))).toBe('invalid')
    expect(text(await download('http://[::1]:1/ok', { maxBytes: 1000, timeoutMs: 5000 }))).toBe('invalid')
    expect(asked.length).toBe(before)
    expect(text(await download(`${base}/inside`, here()))).toBe('invalid')
  })

  it.each([
    ['/large', 'too_large'],
    ['/missing', 'not_found'],
    ['/circle', 'unavailable'],
  ])('is given up: %s is %s', async (path, code) => expect(text(await download(`${base}${path}`, here()))).toBe(code))

  it('is given up when it does not come in time, or nobody listens', async () => {
    expect(text(await download(`${base}/slow`, here({ timeoutMs: 200 })))).toBe('unavailable')
    expect(text(await download('http://pictures.example:1/ok', here()))).toBe('unavailable')
  })

  it.each(['ftp://pictures.example/a', 'file:///etc/passwd', 'http://user:pass@pictures.example/a', 'not an address'])(
    'is not asked for at %s',
    async (address) => {
      expect(text(await download(address, here()))).toBe('invalid')
    },
  )
})

describe('a picture in a folder', () => {
  it.each([
    ['https://x.example/a/Cup%201.WEBP?v=2#top', 'cup 1.webp'],
    ['Pictures\\Cup.webp', 'cup.webp'],
    ['../../etc/passwd', 'passwd'],
    ['50%.webp', '50%.webp'],
  ])('is found by the last part of %s', (source, name) => expect(baseName(source)).toBe(name))
})

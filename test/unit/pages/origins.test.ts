import type { Server } from 'node:http'
import { describe, expect, it } from 'vitest'
import { keptVisit } from '../../../src/server/pages/kept-visit.ts'
import { originOf } from '../../../src/server/pages/origins.ts'

const listening = (port: number) => ({ address: () => ({ port, address: '127.0.0.1', family: 'IPv4' }) }) as unknown as Server
const env = (more: { PUBLIC_URL?: string; HOST?: string } = {}) => ({ HOST: '127.0.0.1', ...more }) as Parameters<typeof originOf>[0]

describe('the address that kept pages name', () => {
  it('is PUBLIC_URL, whatever Host a visitor sends', () => {
    const origin = originOf(env({ PUBLIC_URL: 'https://shop.example' }), listening(3000))
    expect(['shop.example', 'evil.example', undefined, '127.0.0.1:3000'].map(origin)).toEqual(
      Array.from({ length: 4 }, () => 'https://shop.example'),
    )
  })

  it('is otherwise one of the names of this server on its own machine', () => {
    const origin = originOf(env(), listening(3000))
    expect(['127.0.0.1:3000', 'localhost:3000', 'LOCALHOST:3000', '[::1]:3000'].map(origin)).toEqual([
      'http://127.0.0.1:3000',
      'http://localhost:3000',
      'http://localhost:3000',
      'http://[::1]:3000',
    ])
  })

  it('is never one that the visitor made up: such a request is not for the cache', () => {
    const origin = originOf(env({ HOST: '0.0.0.0' }), listening(3000))
    const hosts = ['evil.example', '127.0.0.1:4000', 'localhost', '0.0.0.0:3000', 'localhost:3000.evil', undefined, '']
    expect(hosts.map(origin)).toEqual(hosts.map(() => undefined))
    expect(originOf(env({ HOST: 'shop.lan' }), listening(80))('shop.lan')).toBe('http://shop.lan')
  })
})

describe('the visit of a page for everybody', () => {
  it('is nobody’s, and says so when something personal is asked of it', async () => {
    let told = 0
    const visit = keptVisit({ origin: 'https://shop.example', nonce: 'n' }, () => {
      told += 1
    })
    expect([visit.origin, visit.secure, visit.nonce, told]).toEqual(['https://shop.example', true, 'n', 0])
    expect((await visit.actor()).userId).toBeNull()
    expect([visit.cookies, visit.userAgent, visit.visitorId, visit.sessionToken, visit.consent]).toEqual([{}, '', null, null, 'unknown'])
    expect([visit.forwarded, visit.referrerHost, told]).toEqual([false, null, 8])
  })
})

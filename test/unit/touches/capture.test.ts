import fc from 'fast-check'
import { isbot } from 'isbot'
import { describe, expect, it } from 'vitest'
import { referrerHost } from '../../../src/modules/touches/index.ts'
import { REPEAT_WINDOW_MS, RecentTouches } from '../../../src/modules/touches/recent-touches.ts'
import { deviceClass, serializeCookie, userAgentHash, visitorCookie } from '../../../src/modules/touches/visitor.ts'

describe('ATT-03 repeats', () => {
  it('ATT-03 the same visitor and link within 30 s is one touch, at the edge too; a moment later it is two', () => {
    const recent = new RecentTouches()
    expect(recent.claim('v', 'l', 't1', 1000)).toBeNull()
    expect(recent.claim('v', 'l', 't2', 1000 + REPEAT_WINDOW_MS)).toBe('t1')
    expect(recent.claim('v', 'l', 't3', 1001 + REPEAT_WINDOW_MS)).toBeNull()
    expect(recent.claim('v', 'l', 't4', 1002 + REPEAT_WINDOW_MS)).toBe('t3')
  })
  it('ATT-03 another visitor or another link is another touch', () => {
    const recent = new RecentTouches()
    expect([recent.claim('v', 'l', '1', 0), recent.claim('w', 'l', '2', 0), recent.claim('v', 'm', '3', 0)]).toEqual([null, null, null])
  })
  it('a touch that could not be written may be tried again at once', () => {
    const recent = new RecentTouches()
    recent.claim('v', 'l', 't1', 0)
    recent.release('v', 'l', 'other')
    expect(recent.claim('v', 'l', 't2', 1)).toBe('t1')
    recent.release('v', 'l', 't1')
    expect(recent.claim('v', 'l', 't2', 1)).toBeNull()
  })
  it('a restart remembers what the database tells it', () => {
    const recent = new RecentTouches()
    recent.restore([
      { id: 't1', at: 1000, visitor: 'v', link: 'l' },
      { id: 't2', at: 1000, visitor: null, link: 'l' },
    ])
    expect([recent.size, recent.claim('v', 'l', 't3', 2000)]).toEqual([1, 't1'])
  })
  it('a flood of strangers takes no more than the limit, and old entries go', () => {
    const recent = new RecentTouches(100)
    for (let i = 0; i < 1000; i++) recent.claim(`v${i}`, 'l', `t${i}`, i)
    expect(recent.size).toBe(100)
    recent.claim('late', 'l', 't', 1_000_000)
    expect(recent.size).toBe(1)
  })
  it('recorded touches of one visitor and link are always more than 30 s apart', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200_000), { maxLength: 60 }), (times) => {
        const recent = new RecentTouches()
        const kept = [...times].sort((a, b) => a - b).filter((at, i) => recent.claim('v', 'l', String(i), at) === null)
        return kept.every((at, i) => i === 0 || at - (kept[i - 1] ?? 0) > REPEAT_WINDOW_MS)
      }),
    )
  })
})

describe('ATT-02 the visitor cookie', () => {
  it('ATT-02 lives 90 days with consent, and only until the browser closes without', () => {
    expect(serializeCookie(visitorCookie('id-1', 'granted', true))).toBe(
      'zc_visitor=id-1; Path=/; Max-Age=7776000; HttpOnly; SameSite=Lax; Secure',
    )
    for (const consent of ['denied', 'unknown'] as const)
      expect(serializeCookie(visitorCookie('id-1', consent, false))).toBe('zc_visitor=id-1; Path=/; HttpOnly; SameSite=Lax')
  })
  it('nothing that could break out of the header is ever written', () => {
    expect(() => serializeCookie(visitorCookie('a; Domain=evil', 'granted', true))).toThrow('only ids')
  })
})

const agents = {
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1':
    'phone',
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36': 'phone',
  'Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36': 'tablet',
  'Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1':
    'tablet',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36': 'desktop',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)': 'bot',
  '': 'bot',
}
describe('device and user agent', () => {
  for (const [agent, expected] of Object.entries(agents))
    it(`calls ${agent.slice(0, 50) || 'no user agent'} a ${expected}`, () => expect(deviceClass(agent, isbot)).toBe(expected))
  it('hashes a user agent with the salt of the shop: equal inside, useless outside', () => {
    expect(userAgentHash('a', 's')).toBe(userAgentHash('a', 's'))
    expect(userAgentHash('a', 's')).not.toBe(userAgentHash('a', 't'))
    expect(userAgentHash('a', 's')).toMatch(/^[0-9a-f]{32}$/)
    expect(userAgentHash(undefined, 's')).toBeNull()
  })
})

it('a referrer is kept as a host, and our own pages are none', () => {
  expect(referrerHost('https://www.example.com/secret?q=1', 'shop.test')).toBe('example.com')
  expect(referrerHost('https://shop.test/zh/p/1', 'shop.test')).toBeNull()
  expect(referrerHost('http://127.0.0.1:3000/zh', '127.0.0.1:3000')).toBeNull()
  expect([referrerHost('nonsense', 'x'), referrerHost('javascript:alert(1)', 'x'), referrerHost(undefined, 'x')]).toEqual([
    null,
    null,
    null,
  ])
})

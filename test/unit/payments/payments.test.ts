import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type WhyEyes, whyLine } from '../../../src/flows/orders/why-view.ts'
import { csvFile, figure } from '../../../src/lib/csv.ts'
import type { OrderRow } from '../../../src/modules/checkout/store/order-state.ts'
import { checkSignature, parseEvent, signatureHeader, toleranceSeconds } from '../../../src/modules/payments/index.ts'

const now = new Date('2026-11-02T04:00:00.000Z')
const key = Buffer.from('a key of this site')
const other = Buffer.from('another key')

describe('signatures of provider events', () => {
  it('hold for the very bytes, key and time, and for nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: -600, max: 600 }), fc.nat(), (body, seconds, at) => {
        const header = signatureHeader(key, body, new Date(now.getTime() + seconds * 1000))
        expect(checkSignature(key, body, header, now).ok).toBe(Math.abs(seconds) <= toleranceSeconds)
        expect(checkSignature(other, body, header, now).ok).toBe(false)
        const changed = Uint8Array.from([...body, 0])
        if (body.length > 0) changed[at % body.length] = changed[at % body.length]! ^ 1
        expect(checkSignature(key, changed, header, now).ok).toBe(false)
      }),
    )
  })

  it('are refused in any other form', () => {
    const good = signatureHeader(key, Buffer.from('x'), now)
    const seconds = now.getTime() / 1000
    for (const bad of [
      undefined,
      '',
      good.toUpperCase(),
      `${good},v1=00`,
      good.replace('v1', 'v0'),
      ` ${good}`,
      good.slice(0, -2),
      `t=${seconds}`,
      `t=NaN,v1=${'0'.repeat(64)}`,
    ]) {
      expect(checkSignature(key, Buffer.from('x'), bad, now)).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    }
  })

  it('carry events of one strict shape, and a refusal repeats no value', () => {
    const event = { id: 'evt_1', type: 'payment.settled', reference: 'sbx_1', amount: 100, currency: 'CNY', at: now.toISOString() }
    const parse = (value: unknown) => parseEvent(Buffer.from(JSON.stringify(value)))
    expect(parse(event)).toEqual({ ok: true, value: event })
    for (const change of [
      { amount: -1 },
      { amount: 2 ** 60 },
      { currency: 'cny' },
      { id: '' },
      { id: 'a b' },
      { at: 'yesterday' },
      { secret: 'do not repeat me' },
    ]) {
      const refused = parse({ ...event, ...change })
      expect(refused).toMatchObject({ ok: false, failure: { code: 'bad_request' } })
      expect(JSON.stringify(refused)).not.toContain('do not repeat me')
    }
    expect(parseEvent(Buffer.from([0xff, 0xfe]))).toMatchObject({ ok: false })
  })
})

describe('a CSV file', () => {
  it('quotes what must be quoted, and disarms what a spreadsheet would run', () => {
    expect(
      csvFile([
        ['a', 1, figure('-12.50')],
        ['x,y', 'say "hi"', 'two\nlines'],
        ['=1+1', '-2', '@x'],
        ['+3', '\tx', '中文'],
      ]),
    ).toBe('\uFEFFa,1,-12.50\r\n"x,y","say ""hi""","two\nlines"\r\n\'=1+1,\'-2,\'@x\r\n\'+3,\'\tx,中文\r\n')
    for (const bad of ['=1', '1e5', '', '1,2']) expect(() => figure(bad)).toThrow(RangeError)
  })
})

describe('the story of a line', () => {
  const at = (seconds: number) => new Date(now.getTime() - seconds * 1000).toISOString()
  const touch = (touchId: string, creatorId: string, seconds: number, linkId = `link-${creatorId}`) => ({
    touchId,
    kind: 'click' as const,
    at: at(seconds),
    creatorId,
    linkId,
    pieceId: `piece-${creatorId}`,
    placementId: null,
    productId: 'product',
  })
  const decision = {
    winner: { ...touch('t2', 'anna', 60), programmeId: 'programme' },
    model: 'last_touch',
    windowSeconds: 86_400,
    scope: 'direct',
    rateBps: 1000,
    rateSource: 'programme',
    cappedFromBps: null,
    weights: [
      { touchId: 't2', creatorId: 'anna', weight: 1 },
      { touchId: 't1', creatorId: 'bo', weight: 2 },
    ],
    considered: [
      { ...touch('t1', 'bo', 120), reason: 'not_last', weight: 2 },
      { ...touch('t2', 'anna', 60), reason: 'last_in_window', weight: 1 },
    ],
    refused: [{ ...touch('t3', 'anna', 50), reason: 'repeat', rule: 'ATT-03' }],
    reason: 'last_in_window',
    rule: null,
  }
  const line = {
    id: 'line',
    product: 'product',
    variant: 'variant',
    title: 'x',
    sku: 's',
    quantity: 1,
    unitPrice: 1000,
    listAmount: 1000,
    discountAmount: 0,
    taxAmount: 0,
    paidAmount: 1000,
    baseAmount: 1000,
    creator: 'anna',
    commission: 100,
    rateBps: 1000,
    decision,
  }
  const order = { id: 'order', placedAt: now.toISOString(), lines: [line] } as unknown as OrderRow
  const tell = (eyes: WhyEyes) => whyLine(order, order.lines[0]!, [], [], eyes, { payable: null, holds: [], now })

  it('merges a repeat into the touch that counts, and says how long after it came', () => {
    const { touches } = tell({ reader: 'staff', self: null, named: new Set(['anna', 'bo']) })
    expect(touches.map(({ id, outcome, seconds, shareBps }) => [id, outcome, seconds, shareBps])).toEqual([
      ['t1', 'won', null, 6667],
      ['t2', 'won', null, 3333],
      ['t3', 'merged', 10, 0],
    ])
  })

  it('splits the commission so that the shares sum to it, and hides who must not be named', () => {
    const staff = tell({ reader: 'staff', self: null, named: new Set(['anna', 'bo']) })
    expect(staff.verdict!.shares.map(({ commission }) => commission)).toEqual([33, 67])
    const hers = tell({ reader: 'creator', self: 'anna', named: new Set() })
    expect(hers.verdict!.shares.map(({ creatorId, you }) => [creatorId, you])).toEqual([
      ['anna', true],
      [null, false],
    ])
    expect(JSON.stringify(hers)).not.toMatch(/"bo"|piece-bo|link-bo/)
  })
})

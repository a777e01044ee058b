import { describe, expect, it } from 'vitest'
import { judgeRequest, openReasons, type RequestFacts, receivedByItselfAt, requestReasons } from '../../../src/modules/checkout/index.ts'

const at = (text: string) => new Date(text)
const arrived = at('2026-11-02T04:00:00.000Z')
const facts = (more: Partial<RequestFacts> = {}): RequestFacts => ({
  state: 'fulfilled',
  deliveredAt: arrived,
  receivedAt: null,
  returnDays: 7,
  ...more,
})

describe('asking for a refund', () => {
  it('needs no reason for seven days after delivery, the last second included, and one for a month', () => {
    expect(judgeRequest('no_reason', facts(), at('2026-11-09T04:00:00.000Z')).ok).toBe(true)
    expect(judgeRequest('no_reason', facts(), at('2026-11-09T04:00:01.000Z'))).toMatchObject({
      ok: false,
      failure: { code: 'state', field: 'reason' },
    })
    expect(openReasons(facts(), at('2026-11-09T04:00:01.000Z'))).toEqual(requestReasons.filter((reason) => reason !== 'no_reason'))
    expect(openReasons(facts(), at('2026-12-02T04:00:01.000Z'))).toEqual([])
  })

  it('counts from receipt where nobody told of a delivery, and has no end before either', () => {
    const told = facts({ deliveredAt: null, receivedAt: arrived, state: 'completed' })
    expect(judgeRequest('no_reason', told, at('2026-11-09T04:00:01.000Z')).ok).toBe(false)
    expect(judgeRequest('no_reason', facts({ deliveredAt: null }), at('2027-11-09T04:00:00.000Z')).ok).toBe(true)
  })

  it.each(['awaiting_payment', 'cancelled', 'expired', 'draft'] as const)('is not possible in state %s', (state) => {
    expect(judgeRequest('damaged', facts({ state }), arrived)).toMatchObject({ ok: false, failure: { code: 'state' } })
  })
})

describe('ATT-27 received by itself', () => {
  it('a week after delivery; without news of one three weeks after all was sent; before that never', () => {
    const sent = { fulfilledAt: arrived, deliveredAt: null }
    expect(receivedByItselfAt({ fulfilledAt: null, deliveredAt: null }, 7)).toBeNull()
    expect(receivedByItselfAt(sent, 7)).toEqual(at('2026-11-23T04:00:00.000Z'))
    expect(receivedByItselfAt({ ...sent, deliveredAt: arrived }, 7)).toEqual(at('2026-11-09T04:00:00.000Z'))
    expect(receivedByItselfAt(sent, 60)).toEqual(at('2027-01-01T04:00:00.000Z'))
  })
})

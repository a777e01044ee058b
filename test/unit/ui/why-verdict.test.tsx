import { describe, expect, it } from 'vitest'
import { WhyVerdict } from '../../../src/ui/commerce/WhyVerdict.tsx'
import type { WhyReader } from '../../../src/ui/commerce/why-view.ts'
import { whyView } from '../../../src/web/routes/commerce/why-page-view.ts'
import { faces, touch, why, whyLine } from '../commerce/views.ts'
import { html, textOf } from './html.tsx'

const say = (reader: WhyReader, more: Parameters<typeof whyLine>[0], locale: 'zh' | 'en' = 'zh') => {
  const line = whyLine(more)
  return textOf(html(<WhyVerdict view={whyView({ why: why([line], { reader }), line, faces, locale })} />, locale))
}
const code = (who: 'you' | 'named') => ({ outcome: 'took' as const, who, creatorId: 'c1', rule: 'ATT-16' })

describe('ATT-39 the verdict speaks to its reader', () => {
  it('ATT-16 tells the owner of a code that it is hers, the buyer that he used it, and the staff whose it is', () => {
    const hers = { reason: 'coupon', coupon: code('you') }
    expect(say('creator', hers)).toContain('因为买家用了你的优惠码。 优惠码是你的，这一行按优惠码计 ATT-16')
    expect(say('creator', hers, 'en')).toContain('The buyer used your code. The code is yours, and it has the line ATT-16')
    const others = { reason: 'coupon', coupon: code('named') }
    expect(say('buyer', others)).toContain('因为你用了这位创作者的优惠码。')
    expect(say('staff', others)).toMatch(/买家用了这位创作者的优惠码。 优惠码归 /)
  })

  it('ATT-09 says of a bind through whom the buyer ordered before', () => {
    const bound = { reason: 'binding', binding: { boundAt: '2026-10-01T04:00:00.000Z', until: '2027-10-01T04:00:00.000Z' } }
    expect(say('creator', bound)).toContain('买家之前经你下过单')
    expect(say('buyer', bound)).toContain('你之前经这位创作者下过单')
    expect(say('staff', bound, 'en')).toContain('ordered through this creator before')
  })

  it('ATT-29 says that refunds took back only where they did', () => {
    const back = (reason: string) => ({
      reversals: [{ at: '2026-11-03T04:00:00.000Z', quantity: 0, refunded: 0, commission: -30, reason }],
      net: 76,
    })
    expect(say('creator', back('refunded'))).toContain('原来是 ¥1.06，退款后收回 ¥0.30。')
    expect(say('creator', back('terms'))).toContain('原来是 ¥1.06，后来收回 ¥0.30')
    expect(say('creator', back('terms'))).not.toContain('退款后')
    expect(say('staff', back('dispute'), 'en')).toContain('¥0.30 was taken back since')
  })

  it('ATT-39 counts refused and merged touches only where there are some', () => {
    expect(say('staff', { touches: [touch()] })).toContain('1 次触达，都有效')
    expect(say('staff', { touches: [touch()] }, 'en')).toContain('1 touch, valid')
    const refused = touch({ id: 't2', outcome: 'refused', reason: 'before_window', rule: 'ATT-08', days: 40 })
    expect(say('staff', { touches: [touch(), refused] })).toContain('2 次触达：拒绝 1，合并 0')
  })
})

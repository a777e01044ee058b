import { describe, expect, it } from 'vitest'
import { ratePrecedence } from '../../../src/modules/attribution/index.ts'
import { WhyRate } from '../../../src/ui/commerce/WhyRate.tsx'
import type { WhyReader, WhyView } from '../../../src/ui/commerce/why-view.ts'
import { whyView } from '../../../src/web/routes/commerce/why-page-view.ts'
import { faces, why, whyLine } from '../commerce/views.ts'
import { html, textOf } from './html.tsx'

type Arithmetic = NonNullable<WhyView['arithmetic']>

const plain: Arithmetic = {
  ...{ rows: [], base: { amount: 1327, currency: 'CNY' }, commission: { amount: 106, currency: 'CNY' }, unrounded: null },
  ...{ rateBps: 800, rateSource: 'programme', programme: null, cut: null, newcomerBps: null, isBeside: false },
}
const say = (more: Partial<Arithmetic>, reader: WhyReader = 'staff', locale: 'zh' | 'en' = 'zh') =>
  textOf(html(<WhyRate arithmetic={{ ...plain, ...more }} reader={reader} />, locale))

describe('ATT-14 the why page says where the rate comes from', () => {
  it('ATT-14 has a sentence of its own for every source, in both languages', () => {
    for (const locale of ['zh', 'en'] as const) {
      const said = ratePrecedence.map((rateSource) => say({ rateSource }, 'staff', locale))
      expect(new Set(said).size).toBe(ratePrecedence.length)
      for (const one of said) expect(one).toMatch(/8 ?%.* ATT-14$/)
    }
  })

  it('ATT-14 speaks to the creator of what was agreed with her, and to others of her', () => {
    for (const rateSource of ['creator', 'invited', 'group'] as const) {
      expect(say({ rateSource }, 'creator')).toContain('你')
      expect(say({ rateSource }, 'creator', 'en')).toMatch(/\byou(r)?\b/)
      for (const reader of ['buyer', 'staff'] as const) expect(say({ rateSource }, reader)).not.toContain('你')
    }
  })

  it('ATT-13, ATT-15, ATT-23 says what changed it, each with its rule, and first what was offered', () => {
    const cut = { by: 'cap' as const, fromBps: 6000 }
    expect(say({ cut, rateBps: 5000, rateSource: 'link' })).toBe(
      '费率是这个链接单独约定的：60%。 ATT-14 这超过计划的上限，所以按上限 50% 计。 ATT-23',
    )
    expect(say({ cut: { ...cut, by: 'margin' }, rateBps: 500 }, 'staff', 'en')).toContain('lowered to 5%. ATT-23')
    expect(say({ isBeside: true })).toContain('ATT-13')
    expect(say({ newcomerBps: 500 })).toContain('下调到 5%')
    for (const rule of ['ATT-13', 'ATT-15', 'ATT-23']) expect(say({})).not.toContain(rule)
  })

  it('ATT-39 names the programme to creator and staff, whose terms they are, and keeps what was frozen', () => {
    const programmes = { x1: { zh: '深度合作', en: 'Close partners' } }
    const arithmetic = { ...whyLine().arithmetic!, rateSource: 'invited', cappedFromBps: 900, capRule: 'margin' as const, newcomerBps: 700 }
    const line = whyLine({ arithmetic, scope: 'indirect' })
    const view = whyView({ why: why([line], { programmes, reader: 'staff' }), line, faces, locale: 'en' })
    expect(view.arithmetic).toMatchObject({
      ...{ rateSource: 'invited', programme: 'Close partners', cut: { by: 'margin', fromBps: 900 }, newcomerBps: 700, isBeside: true },
    })
    expect(whyView({ why: why([line]), line, faces, locale: 'en' }).arithmetic?.programme).toBeNull()
    expect(say({ rateSource: 'product', programme: '深度合作' })).toContain('所属计划「深度合作」')
  })
})

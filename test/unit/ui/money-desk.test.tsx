import { describe, expect, it } from 'vitest'
import { CouponEditor, type CouponEditorView } from '../../../src/ui/coupons/index.ts'
import { PayoutRun } from '../../../src/ui/payouts/index.ts'
import type { RunPayoutView, RunView } from '../../../src/ui/payouts/view.ts'
import { DeskProgramme, type ProgrammeView, type RateRowView, type Told } from '../../../src/ui/programmes/index.ts'
import { DeskRisk } from '../../../src/ui/risk/index.ts'
import { html, textOf } from './html.tsx'

const cny = (amount: number) => ({ amount, currency: 'CNY' })

describe('a locked run of payouts', () => {
  const payout = (more: Partial<RunPayoutView>): RunPayoutView => ({
    ...{ id: 'p1', name: '林一尺', state: 'locked', amount: cny(10_429), tax: cny(0), masked: '•••• 2068', failure: null },
    ...{ stop: null, mayTakeOut: true, ...more },
  })
  const run = (payouts: RunPayoutView[]): RunView => ({
    ...{ id: 'r1', number: 'P-1', state: 'locked', total: cny(20_000), count: payouts.length, href: '/zh/desk/payouts/r1' },
    ...{
      lockedBy: '财务',
      lockedAt: '2026-11-22T04:00:00.000Z',
      approvedBy: null,
      sentAt: null,
      needsSecond: false,
      waitsForSecond: false,
    },
    ...{ may: ['send', 'cancel'], mayEnd: true, payouts, idempotencyKey: 'k', backHref: '/zh/desk/payouts' },
  })
  const sendButton = (markup: string) => /<button[^>]*>(?:(?!<\/button>).)*发送/s.exec(markup)?.[0] ?? ''

  it('ATT-37 is not sent while one of them is stopped: it says so, and to take it out stands in front', () => {
    const markup = html(<PayoutRun view={run([payout({ stop: 'held' }), payout({ id: 'p2', name: '阿禾' })])} oops={null} />)
    expect(textOf(markup)).toContain('有 1 笔不能发送：先把它移出这一批')
    expect(sendButton(markup)).toContain('disabled')
    expect(markup.match(/<details/g)).toHaveLength(1)
  })

  it('is sent otherwise, and says what cancelling does', () => {
    const markup = html(<PayoutRun view={run([payout({})])} oops={null} />)
    expect(sendButton(markup)).not.toContain('disabled')
    expect(textOf(markup)).toContain('取消批次，每个人的金额都回到余额')
  })
})

describe('the editor of a code', () => {
  const view = (more: Partial<CouponEditorView>): CouponEditorView => ({
    ...{
      code: 'QIUTIAN',
      currency: 'CNY',
      frozen: false,
      barred: null,
      values: {},
      errors: {},
      failed: null,
      backHref: '/zh/desk/coupons',
    },
    programmes: { standard: '默认计划', others: [{ id: 'x', name: '秋季上新', isClosed: true }], kept: null },
    ...more,
  })

  it('ATT-16 says that a code under a closed programme credits nobody, and that another one may be chosen', () => {
    const text = textOf(html(<CouponEditor view={view({ barred: 'closed', values: { programme: 'x' } })} />))
    expect(text).toContain('佣金计划已停：用这个码只减价，不计佣金。换一个计划就照常计。')
    expect(text).toContain('秋季上新（已停）')
    expect(textOf(html(<CouponEditor view={view({})} />))).not.toContain('不计佣金。')
  })

  it('says of a code that was used which of its words stay', () => {
    expect(textOf(html(<CouponEditor view={view({ frozen: true })} />))).toContain('这个码用过了，不能再改。')
  })
})

describe('the rates of a programme', () => {
  const row = (more: Partial<RateRowView>): RateRowView => ({
    ...{ id: 'r', source: 'programme', name: null, fromBps: 800, toBps: 600, stands: true, isCut: true, waits: true },
    ...{ announcedAt: '2026-11-22T04:00:00.000Z', effectiveAt: '2026-12-22T04:00:00.000Z', ...more },
  })
  const view = (rates: RateRowView[]): ProgrammeView => ({
    ...{ id: 'x', name: '默认计划', currency: 'CNY', rateBps: 600, isDefault: true, values: {}, rates, members: [], preview: null },
    backHref: '/zh/desk/programmes',
  })
  const told: Told = { oops: null, errors: {}, done: null }

  it('ATT-15 calls a cut in force for newcomers until it reaches everybody', () => {
    const text = textOf(html(<DeskProgramme view={view([row({})])} told={told} />))
    expect(text).toContain('整个计划的费率 6%')
    expect(text).toContain('8% → 6% 已对新加入的生效')
    expect(text).toContain('默认计划人人都在')
    expect(textOf(html(<DeskProgramme view={view([row({ waits: false })])} told={told} />))).toContain('8% → 6% 现行')
  })

  it('says in the language of the page what a refused rate may be', () => {
    const errors = { bps: { needs: 'bps', bound: 5000 } as const }
    const refused = (locale: 'zh' | 'en') =>
      textOf(html(<DeskProgramme view={view([])} told={{ ...told, oops: 'invalid', errors }} />, locale))
    expect(refused('zh')).toContain('写 0% 到 50%：不能超过合计上限')
    expect(refused('zh')).not.toMatch(/Expected|basis points/)
    expect(refused('en')).toContain('From 0% to 50%: the cap of all together')
  })
})

describe('a commission taken back by hand', () => {
  const text = (left: number | undefined, locale: 'zh' | 'en' = 'zh') => {
    const typed = { values: { handle: 'ahe', orderNumber: 'ZC-1', amount: '99' }, error: 'amount', left }
    const takeBack = { reasons: ['order_canceled', 'terms'], takings: [], currency: 'CNY', typed }
    return textOf(html(<DeskRisk takeBack={takeBack} creators={[]} banReasons={[]} outcome={null} idempotencyKey="k" />, locale))
  }

  it('ATT-29 says how much is left where more was asked', () => {
    expect(text(1038)).toContain('她在这单里还剩 ¥10.38，不能收回更多')
    expect(text(undefined)).toContain('金额超过她在这单里还剩的，或者写得不对')
  })

  it('begins its reasons with a capital in English', () => {
    expect(text(undefined, 'en')).toContain('The order was canceled A breach of the terms')
  })
})

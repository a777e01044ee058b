import { describe, expect, it } from 'vitest'
import { Creator } from '../../../src/ui/shop/Creator.tsx'
import type { CreatorView } from '../../../src/ui/view/lists.ts'
import { html, textOf } from './html.tsx'

const creator = (more: Partial<CreatorView> = {}): CreatorView => ({
  id: 'c',
  handle: 'ahe',
  name: '阿禾',
  verticals: ['户外'],
  followers: 48_000,
  posts: 2,
  videos: 1,
  likes: 6,
  joinedAt: '2025-03-02T00:00:00.000Z',
  kind: 'all',
  pieces: [],
  ...more,
})
const trust = { orders: 12, returnedBps: 310, restricted: 0, at: '2026-11-22T12:40:00.000Z' }

describe('a creator’s page', () => {
  it('shows the trust record as numbers with what they count, and since when', () => {
    const text = textOf(html(<Creator creator={creator({ trust })} />))
    expect(text).toContain('截至 11 月 22 日')
    expect(text).toMatch(/单经由本人成交 12 .*佣金因退款收回的比例 3\.1% .*篇正被编辑限制或下架 0 .*加入 2025 年 3 月 2 日/)
  })

  it('leaves the share out where there are too few orders to say', () => {
    const { returnedBps: _few, ...few } = trust
    expect(textOf(html(<Creator creator={creator({ trust: few })} />))).not.toContain('佣金因退款收回的比例')
  })

  it('shows nothing but the fact of a suspended one', () => {
    const page = html(<Creator creator={creator({ suspended: true })} />)
    expect(textOf(page)).toContain('这个账号已停用')
    expect(page).not.toContain('class="trust"')
    expect(page).not.toContain('name="follow"')
  })
})

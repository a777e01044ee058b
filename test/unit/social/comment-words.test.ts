import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMMENT_MAX, nextState, readCommentBody, UNDO_MS } from '../../../src/modules/comments/index.ts'
import { judgeComment } from '../../../src/modules/moderation/index.ts'

const acts = (text: string) => judgeComment(text).map(({ act }) => act)

describe('the words of a comment', () => {
  it.each([
    ['想要的加微信聊', 'spam'],
    ['加 微.信 便宜', 'spam'],
    ['加ＶＸ 领券', 'spam'],
    ['在家躺赚，年入百万', 'spam'],
    ['你去死吧', 'abuse'],
    ['Kill  yourself.', 'abuse'],
    ['easy money!!', 'spam'],
  ])('are refused where they lead off the shop, promise income or abuse: %s', (text, rule) => {
    expect(judgeComment(text)[0]).toMatchObject({ rule, act: 'block' })
  })

  it.each([
    '看这里 https://example.com/x',
    '店名 abc.shop 更便宜',
    '打给我 138 0013 8000',
    '写信到 a@b.cn',
    '用了药到病除',
    '好好好好好好好好好好好好好好好好',
  ])('wait for a person where they may be meant well: %s', (text) => {
    expect(acts(text)).toContain('hold')
    expect(acts(text)).not.toContain('block')
  })

  it.each([
    '买了同色双人款，身高 178，坐直确实碰头，楼主没藏着。',
    '请问两个人加一只小狗，睡得下吗？',
    'Held up in two storms; the seams did not leak. 4.5/5',
    '价格 ¥629，比 11.11 便宜 30 元',
    '这壶装 1.5L 水，净重 480g。',
    'I wish you had kissed fewer adjectives.',
  ])('of ordinary people are let through: %s', (text) => {
    expect(judgeComment(text)).toEqual([])
  })

  it('never say the number or address itself in a finding', () => {
    expect(JSON.stringify(judgeComment('13800138000 a@b.cn'))).not.toMatch(/138|a@b/)
  })
})

describe('the text of a comment', () => {
  it('is plain: no control or hidden characters, line ends unified, blank lines at most one', () => {
    expect(readCommentBody(' 好\u0000用\u202e\r\n\r\n\r\n真的\t吗 ')).toEqual({ ok: true, value: '好用\n\n真的 吗' })
    expect(readCommentBody('👩‍👩‍👧 一家')).toEqual({ ok: true, value: '👩‍👩‍👧 一家' })
  })

  it('is neither empty nor longer than it may be', () => {
    expect(readCommentBody(' \n\u200b ')).toMatchObject({ ok: false, failure: { details: { problem: 'required' } } })
    expect(readCommentBody('字'.repeat(COMMENT_MAX))).toMatchObject({ ok: true })
    expect(readCommentBody('字'.repeat(COMMENT_MAX + 1))).toMatchObject({ ok: false, failure: { details: { problem: 'too_long' } } })
  })

  it('fits its column and reads the same a second time, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const read = readCommentBody(text)
        if (!read.ok) return
        expect(read.value.length).toBeLessThanOrEqual(1000)
        expect(readCommentBody(read.value)).toEqual(read)
        expect(read.value).not.toMatch(/(?!\n)\p{Cc}/u)
      }),
    )
  })
})

describe('the states of a comment', () => {
  const now = new Date('2026-11-02T04:00:00.000Z')
  const deleted = (from: 'shown' | 'held', ago: number) => [
    { event: 'delete' as const, from, to: 'deleted' as const, actor: 'a', at: new Date(now.getTime() - ago).toISOString() },
  ]

  it('a deletion goes back to what was before, for a minute', () => {
    expect(nextState('undelete', 'deleted', deleted('held', 0), now)).toBe('held')
    expect(nextState('undelete', 'deleted', deleted('shown', UNDO_MS), now)).toBe('shown')
    expect(nextState('undelete', 'deleted', deleted('shown', UNDO_MS + 1), now)).toBeNull()
  })

  it('an author neither deletes nor revives what an editor hid, and an editor decides only what stands', () => {
    expect(nextState('delete', 'hidden', [], now)).toBeNull()
    expect(nextState('undelete', 'hidden', deleted('shown', 0), now)).toBeNull()
    expect(nextState('approve', 'shown', [], now)).toBeNull()
    expect(nextState('hide', 'deleted', [], now)).toBeNull()
    expect(nextState('restore', 'shown', [], now)).toBeNull()
    expect(nextState('hide', 'held', [], now)).toBe('hidden')
  })
})

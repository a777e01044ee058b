import { describe, expect, it } from 'vitest'
import { letterOf } from '../../../src/ui/desk/letter.ts'
import { zoneName } from '../../../src/ui/i18n/index.ts'
import { PieceTime, timeActionsOf } from '../../../src/ui/studio/PieceTime.tsx'
import { firstWall, PublishTime } from '../../../src/ui/studio/PublishTime.tsx'
import type { ReviewState, StudioPiece } from '../../../src/ui/studio/view.ts'
import { html, textOf } from './html.tsx'

const piece = (state: ReviewState, publishAt: string | null, more: Partial<StudioPiece> = {}): StudioPiece => ({
  id: 'p',
  kind: 'post',
  title: '椅子',
  picture: null,
  editPath: '/studio/pieces/p',
  publicPath: null,
  state,
  restriction: 'none',
  updatedAt: '2026-11-22T12:00:00.000Z',
  publishedAt: null,
  publishAt,
  isNewer: false,
  answer: null,
  stats: null,
  ...more,
})
const at = '2026-11-28T01:00:00.000Z'

describe('MOD-01 the time at which a piece becomes public, on the screen', () => {
  it('offers what the state allows, and nothing to what waits for nobody', () => {
    expect(timeActionsOf(piece('submitted', null))).toEqual(['schedule'])
    expect(timeActionsOf(piece('in_review', at))).toEqual(['schedule', 'unschedule'])
    expect(timeActionsOf(piece('scheduled', at))).toEqual(['publish', 'schedule', 'unschedule'])
    expect(timeActionsOf(piece('approved', null))).toEqual(['publish', 'schedule'])
    for (const state of ['draft', 'changes_requested', 'rejected', 'published', 'withdrawn'] as const)
      expect(timeActionsOf(piece(state, null)), state).toEqual([])
  })

  it('is said by the site’s clock in both languages, with what happens to newer words', () => {
    expect(textOf(html(<PieceTime piece={piece('scheduled', at)} />))).toContain('通过了，2026 年 11 月 28 日 09:00 公开')
    expect(textOf(html(<PieceTime piece={piece('scheduled', at, { isNewer: true })} />, 'en'))).toContain('newer than what was approved')
    expect(textOf(html(<PieceTime piece={piece('approved', null)} />, 'en'))).toContain('it waits for you to publish it')
    expect(html(<PieceTime piece={piece('published', null)} />)).toBe('')
  })

  it('begins with the day after at the full hour and names the zone beside the field', () => {
    expect(firstWall('2026-11-22T12:40:00.000Z', 'Asia/Shanghai')).toBe('2026-11-23T20:00')
    expect(zoneName('Asia/Shanghai', '2026-11-22T12:40:00.000Z')).toBe('GMT+8 (Asia/Shanghai)')
    const field = html(<PublishTime wall="2026-11-23T20:00" onChange={() => undefined} />, 'en')
    expect(field).toContain('type="datetime-local"')
    expect(textOf(field)).toContain('GMT+8 (Asia/Shanghai)')
    expect(html(<PublishTime wall={null} onChange={() => undefined} />)).not.toContain('datetime-local')
  })

  it('stands in the letter that the editor sees while she decides', () => {
    const facts = { action: 'approve' as const, ruleId: null, reason: '' }
    expect(letterOf({ ...facts, isEdit: false, later: '28 Nov, 09:00' }, 'en').lead).toBe(
      'Your piece was approved and becomes public 28 Nov, 09:00.',
    )
    expect(letterOf({ ...facts, isEdit: true, later: '11月28日 09:00' }, 'zh').lead).toContain('换成新的一版')
    expect(letterOf({ ...facts, isEdit: false }, 'zh').lead).not.toContain('将在')
    expect(letterOf({ ...facts, action: 'reject', isEdit: false, later: '28 Nov' }, 'en').lead).not.toContain('28 Nov')
  })
})

import { describe, expect, it } from 'vitest'
import { canMove, eventsFrom, next } from '../../../src/lib/transitions.ts'
import {
  codeLength,
  type DisclosureFacts,
  draftFailures,
  isPublic,
  labelsOf,
  linkCode,
  minimumLabel,
  type PieceDraft,
  type PieceEvent,
  type PieceState,
  type Placement,
  pieceTransitions,
  readLinkCode,
  restrictionTransitions,
  submissionFailures,
} from '../../../src/modules/publishing/index.ts'
import { fc } from '../fc.ts'

describe('MOD-01 states', () => {
  const walk = (...events: PieceEvent[]) =>
    events.reduce<PieceState>((state, event) => {
      const moved = next(pieceTransitions, state, event)
      if (!moved.ok) throw new Error(moved.failure.message)
      return moved.value
    }, 'draft')

  it('MOD-01 a piece is written, submitted, looked at, approved and published', () => {
    expect(walk('edit', 'submit', 'claim', 'approve', 'publish')).toBe('published')
    expect(walk('submit', 'approve', 'schedule', 'publish')).toBe('published')
  })

  it('MOD-01 it comes back with changes asked for, and is submitted again', () => {
    expect(walk('submit', 'claim', 'request_changes', 'edit', 'submit')).toBe('submitted')
    expect(walk('submit', 'claim', 'release')).toBe('submitted')
  })

  it('MOD-01 nobody publishes what no editor approved', () => {
    for (const state of Object.keys(pieceTransitions) as PieceState[]) {
      expect(canMove(pieceTransitions, state, 'publish'), state).toBe(state === 'approved' || state === 'scheduled')
      expect(canMove(pieceTransitions, state, 'approve'), state).toBe(state === 'submitted' || state === 'in_review')
    }
  })

  it('MOD-01 every edit needs a review of its own: no way leads from an edit to published without an approval', () => {
    const reached = new Set<PieceState>(['draft'])
    for (const state of reached) {
      for (const event of eventsFrom(pieceTransitions, state)) {
        const moved = next(pieceTransitions, state, event)
        if (event !== 'approve' && moved.ok) reached.add(moved.value)
      }
    }
    expect(reached).not.toContain('published')
  })

  it('MOD-01 an author takes back what waits and withdraws what is out', () => {
    expect(walk('submit', 'recall')).toBe('draft')
    expect(walk('submit', 'approve', 'publish', 'withdraw', 'edit')).toBe('draft')
  })

  it('MOD-01 restriction is another value: taken down is restored, whatever the state', () => {
    expect(next(restrictionTransitions, 'none', 'take_down')).toEqual({ ok: true, value: 'removed' })
    expect(next(restrictionTransitions, 'removed', 'restore')).toEqual({ ok: true, value: 'none' })
    expect(next(restrictionTransitions, 'none', 'restore')).toMatchObject({ ok: false, failure: { code: 'state' } })
  })

  it.each([
    { label: 'a published piece', piece: { hasPublicVersion: true, restriction: 'none' }, seen: true },
    { label: 'one with limited reach', piece: { hasPublicVersion: true, restriction: 'limited' }, seen: true },
    { label: 'a hidden one', piece: { hasPublicVersion: true, restriction: 'hidden' }, seen: false },
    { label: 'one taken down', piece: { hasPublicVersion: true, restriction: 'removed' }, seen: false },
    { label: 'one without a public version', piece: { hasPublicVersion: false, restriction: 'none' }, seen: false },
    { label: 'a deleted one', piece: { hasPublicVersion: true, restriction: 'none', deletedAt: '2026-11-12T00:00:00Z' }, seen: false },
  ] as const)('readers see $label: $seen', ({ piece, seen }) => {
    expect(isPublic(piece)).toBe(seen)
  })
})

describe('what a draft must hold', () => {
  const facts = { products: new Set(['tent', 'lamp']), videoSeconds: 30 }
  const hotspot = (number: number, more: Partial<Placement> = {}): Placement => ({
    number,
    kind: 'hotspot',
    product: 'tent',
    picture: 0,
    x: 50,
    y: 50,
    ...more,
  })
  const moment = (number: number, more: Partial<Placement> = {}): Placement => ({
    number,
    kind: 'moment',
    product: 'tent',
    from: 0,
    to: 5,
    ...more,
  })
  const post: PieceDraft = {
    kind: 'posts',
    title: '零下五度露营',
    body: '看 [[1]]',
    pictures: ['m1', 'm2'],
    video: null,
    placements: [hotspot(1)],
  }
  const video: PieceDraft = { kind: 'video-notes', title: '一分钟搭好', body: '', pictures: [], video: 'm3', placements: [moment(1)] }
  const empty: PieceDraft = { kind: 'posts', title: '', body: '', pictures: [], video: null, placements: [] }

  it('S-01 a whole post and a whole video note can be submitted', () => {
    expect(submissionFailures(post, facts)).toEqual([])
    expect(submissionFailures(video, facts)).toEqual([])
  })

  it('an empty draft is kept, and told what it lacks when it is submitted', () => {
    expect(draftFailures(empty, facts)).toEqual([])
    expect(submissionFailures(empty, facts).map(({ field }) => field)).toEqual(['title', 'body', 'pictures'])
    expect(submissionFailures({ ...video, video: null, title: ' ' }, facts).map(({ field }) => field)).toEqual(['title', 'video'])
  })

  it.each([
    { label: 'a title of 60 characters', draft: { ...post, title: '字'.repeat(60) }, fields: [] },
    { label: 'a title of 61', draft: { ...post, title: '字'.repeat(61) }, fields: ['title'] },
    { label: 'a title of few characters that take much room', draft: { ...post, title: '👨‍👩‍👧'.repeat(11) }, fields: ['title'] },
    { label: 'a text of 20,000', draft: { ...post, body: '字'.repeat(20_000) }, fields: [] },
    { label: 'a text of 20,001', draft: { ...post, body: '字'.repeat(20_001) }, fields: ['body'] },
    { label: 'nine pictures', draft: { ...post, pictures: Array.from({ length: 9 }, () => 'm') }, fields: [] },
    { label: 'ten pictures', draft: { ...post, pictures: Array.from({ length: 10 }, () => 'm') }, fields: ['pictures'] },
    { label: 'a video on a post', draft: { ...post, video: 'm3' }, fields: ['video'] },
    { label: 'pictures on a video note', draft: { ...video, pictures: ['m1'] }, fields: ['pictures'] },
    { label: 'corners of the picture', draft: { ...post, placements: [hotspot(1, { x: 0, y: 100 })] }, fields: [] },
    { label: 'x left of the picture', draft: { ...post, placements: [hotspot(1, { x: -0.1 })] }, fields: ['placements.0.x'] },
    { label: 'y below it', draft: { ...post, placements: [hotspot(1, { y: 100.1 })] }, fields: ['placements.0.y'] },
    {
      label: 'no place at all',
      draft: { ...post, placements: [hotspot(1, { x: null, y: Number.NaN })] },
      fields: ['placements.0.x', 'placements.0.y'],
    },
    {
      label: 'a picture that is not there',
      draft: { ...post, placements: [hotspot(1, { picture: 2 })] },
      fields: ['placements.0.picture'],
    },
    { label: 'half a picture', draft: { ...post, placements: [hotspot(1, { picture: 0.5 })] }, fields: ['placements.0.picture'] },
    { label: 'up to the last second', draft: { ...video, placements: [moment(1, { from: 29.5, to: 30 })] }, fields: [] },
    { label: 'beyond the video', draft: { ...video, placements: [moment(1, { to: 30.1 })] }, fields: ['placements.0.to'] },
    { label: 'before it', draft: { ...video, placements: [moment(1, { from: -1 })] }, fields: ['placements.0.from'] },
    { label: 'an end before its beginning', draft: { ...video, placements: [moment(1, { from: 5, to: 5 })] }, fields: ['placements.0.to'] },
    { label: 'a moment on a post', draft: { ...post, placements: [moment(1)] }, fields: ['placements.0.kind'] },
    {
      label: 'a hotspot on a video',
      draft: { ...video, placements: [hotspot(1, { picture: 0 })] },
      fields: ['placements.0.kind', 'placements.0.picture'],
    },
    {
      label: 'a product that is not for sale',
      draft: { ...post, placements: [hotspot(1, { product: 'gone' })] },
      fields: ['placements.0.product'],
    },
    { label: 'numbers with a gap', draft: { ...post, placements: [hotspot(1), hotspot(3)] }, fields: ['placements'] },
    { label: 'a number twice', draft: { ...post, placements: [hotspot(1), hotspot(1)] }, fields: ['placements'] },
    { label: 'numbers in any order', draft: { ...post, placements: [hotspot(2), hotspot(1)] }, fields: [] },
    {
      label: 'twenty-one products',
      draft: { ...post, placements: Array.from({ length: 21 }, (_, at) => hotspot(at + 1)) },
      fields: ['placements'],
    },
  ] satisfies { label: string; draft: PieceDraft; fields: string[] }[])('accepts or names $label', ({ draft, fields }) => {
    expect(draftFailures(draft, facts).map(({ field }) => field)).toEqual(fields)
  })

  it('a mark in the text needs its product', () => {
    const failures = submissionFailures({ ...post, body: '[[1]] [[2]] [[2]]' }, facts)
    expect(failures).toEqual([expect.objectContaining({ code: 'invalid', field: 'body', message: expect.stringContaining('[[2]]') })])
  })

  it('does not know the end of a video that is still being read', () => {
    expect(draftFailures({ ...video, placements: [moment(1, { to: 999 })] }, { ...facts, videoSeconds: null })).toEqual([])
  })
})

describe('DIS-1 and DIS-3 the label', () => {
  const facts: DisclosureFacts = { declared: ['none'], buyable: true, bearsCommission: true, aiMade: false, market: 'cn' }

  it.each([
    { label: 'DIS-1 commission is said', facts: {}, labels: ['ad-commission'] },
    { label: 'DIS-3 the author cannot lower it by declaring nothing', facts: { declared: [] }, labels: ['ad-commission'] },
    { label: 'DIS-3 nor by declaring something else', facts: { declared: ['sample'] }, labels: ['ad-commission', 'ad-sample'] },
    { label: 'DIS-1 in mainland China what one can buy from is an ad', facts: { bearsCommission: false }, labels: ['ad'] },
    { label: 'elsewhere it is not', facts: { bearsCommission: false, market: 'other' }, labels: [] },
    {
      label: 'DIS-3 a sample makes an ad anywhere',
      facts: { bearsCommission: false, market: 'other', declared: ['sample'] },
      labels: ['ad-sample'],
    },
    {
      label: 'a label that says more replaces the plain one',
      facts: { bearsCommission: false, declared: ['paid', 'none'] },
      labels: ['ad-paid'],
    },
    {
      label: 'family, shares and employment are one part',
      facts: { declared: ['family', 'equity'] },
      labels: ['ad-commission', 'ad-relation'],
    },
    { label: 'DIS-5 machine-made is said beside it', facts: { aiMade: true }, labels: ['ad-commission', 'ai'] },
    {
      label: 'DIS-5 what a file says and its author denies is told as a doubt',
      facts: { aiDenied: true },
      labels: ['ad-commission', 'ai-maybe'],
    },
    { label: 'DIS-5 the label is stronger than the doubt', facts: { aiMade: true, aiDenied: true }, labels: ['ad-commission', 'ai'] },
    { label: 'nothing to say', facts: { buyable: false, bearsCommission: false }, labels: [] },
  ] satisfies { label: string; facts: Partial<DisclosureFacts>; labels: string[] }[])('$label', ({ facts: more, labels }) => {
    expect(labelsOf({ ...facts, ...more })).toEqual(labels)
  })

  it('DIS-1 whatever the author declares, a piece with commission carries its label', () => {
    const declared = fc.array(fc.constantFrom('none', 'commission', 'sample', 'paid', 'discount', 'employee', 'family', 'equity'))
    fc.assert(
      fc.property(declared, fc.boolean(), fc.boolean(), fc.constantFrom('cn', 'other'), (list, buyable, aiMade, market) => {
        const labels = labelsOf({ declared: list, buyable, bearsCommission: true, aiMade, market })
        expect(labels).toContain('ad-commission')
        expect(new Set(labels).size).toBe(labels.length)
        expect(minimumLabel({ buyable, bearsCommission: true, market })).toBe('ad-commission')
      }),
    )
  })
})

describe('short codes', () => {
  it('has a sign for each byte, none that is mistaken for another', () => {
    expect(linkCode(new Uint8Array([0, 1, 9, 10, 31, 32, 255, 128]))).toBe('019az0z0')
    expect(() => linkCode(new Uint8Array(codeLength - 1))).toThrow(RangeError)
  })

  it('reads back every code, as it was made and as people copy it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: codeLength, maxLength: 16 }), (bytes) => {
        const code = linkCode(bytes)
        expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{8,16}$/)
        expect(readLinkCode(code)).toBe(code)
        expect(readLinkCode(code.toUpperCase())).toBe(code)
        expect(readLinkCode(`${code.slice(0, 4)}-${code.slice(4)}`)).toBe(code)
        expect(readLinkCode(code.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(code)
      }),
    )
  })

  it.each(['', 'abc', 'abcdefg', 'abcdefgu', 'abcdefg!', '../../etc', 'a'.repeat(65), '中文中文中文中文'])(
    'takes %j for no code',
    (text) => {
      expect(readLinkCode(text)).toBeNull()
    },
  )
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../../src/lib/ids.ts'
import {
  type Act,
  arrange,
  authorRun,
  type Candidate,
  coLike,
  continueAt,
  freshOrder,
  hot,
  hotParts,
  noEngagement,
  personalScore,
  pointsOf,
  productCap,
  productWindow,
  promisedViews,
  rankRelated,
  readRankCursor,
  scoreInWords,
  tasteOf,
  trends,
  writeRankCursor,
} from '../../../src/modules/feed/index.ts'

const HOUR = 3_600_000
const now = Date.parse('2026-11-02T04:00:00.000Z')
const candidate = (more: Partial<Candidate> = {}): Candidate => ({
  id: newId(),
  kind: 'posts',
  author: 'a',
  products: [],
  topics: [],
  publishedAt: now - 6 * HOUR,
  followers: 10,
  views: 0,
  engagement: noEngagement,
  ...more,
})

describe('the ranking formula', () => {
  const golden = { likes: 100, collects: 50, comments: 20, shares: 5, follows: 3, orders: 2, reports: 0 }

  it('gives the golden values of the rules: 0.112378, and 0.101596 with five reports', () => {
    expect(hot(golden, now - 6 * HOUR, now)).toBeCloseTo(0.112378, 6)
    expect(hot({ ...golden, reports: 5 }, now - 6 * HOUR, now)).toBeCloseTo(0.101596, 6)
  })

  it('can be added up by hand from its parts', () => {
    const parts = hotParts(golden, now - 6 * HOUR, now)
    expect(parts.signals.reduce((sum, { points }) => sum + points, 0)).toBe(parts.points)
    expect(parts.points).toBe(348)
    expect(parts.score).toBeCloseTo(parts.strength / parts.decay, 12)
    expect(parts.ageHours).toBe(6)
  })

  it('never falls below zero, does not look into the future, and only falls with age', () => {
    expect(hot({ ...noEngagement, reports: 9 }, now, now)).toBe(0)
    expect(hot(golden, now + HOUR, now)).toBe(hot(golden, now, now))
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (a, b) => {
        const [young, old] = [Math.min(a, b), Math.max(a, b)]
        expect(hot(golden, now - young * HOUR, now)).toBeGreaterThanOrEqual(hot(golden, now - old * HOUR, now))
      }),
    )
  })

  it('DIS-4 knows no label: what a piece discloses is not among what it is ranked by', () => {
    expect(Object.keys(golden).sort()).toEqual(['collects', 'comments', 'follows', 'likes', 'orders', 'reports', 'shares'])
    expect(pointsOf(golden)).toBe(348)
  })
})

describe('the order on the screen', () => {
  const some = fc.array(
    fc.record({
      author: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      product: fc.option(fc.constantFrom('p', 'q', 'r', 's'), { nil: null }),
    }),
    { maxLength: 60 },
  )
  const pieces = (rows: { author: string; product: string | null }[]) =>
    rows.map(({ author, product }) => candidate({ author, products: product ? [product] : [] }))

  it('loses no piece and shows none twice', () => {
    fc.assert(
      fc.property(some, (rows) => {
        const ranked = pieces(rows)
        const fresh = ranked.filter((_, at) => at % 3 === 0).map(({ id }) => id)
        const ids = arrange(ranked, fresh).map(({ id }) => id)
        expect([...ids].sort()).toEqual(ranked.map(({ id }) => id).sort())
      }),
    )
  })

  it('has no third piece of an author in a row and no fourth of a product in twenty while there is a choice', () => {
    // Twelve authors and many products: a choice is always there.
    const ranked = Array.from({ length: 120 }, (_, at) =>
      candidate({ author: at < 30 ? 'loud' : `a${at % 12}`, products: at < 20 ? ['much'] : [`p${at}`] }),
    )
    const shown = arrange(ranked)
    const choice = shown.slice(0, 60)
    for (let at = authorRun; at < choice.length; at++)
      expect(new Set(choice.slice(at - authorRun, at + 1).map(({ author }) => author)).size).toBeGreaterThan(1)
    for (let at = 0; at + productWindow <= choice.length; at++)
      expect(choice.slice(at, at + productWindow).filter(({ products }) => products.includes('much')).length).toBeLessThanOrEqual(
        productCap,
      )
    expect(shown[0]).toBe(ranked[0])
  })

  it('keeps one place of ten for a newcomer that nobody has seen', () => {
    const ranked = Array.from({ length: 40 }, (_, at) => candidate({ author: `a${at}` }))
    const newcomer = ranked[39]!
    expect(arrange(ranked, [newcomer.id]).indexOf(newcomer)).toBe(4)
    expect(arrange(ranked).indexOf(newcomer)).toBe(39)
  })

  it('takes everything although when there is no choice', () => {
    const ranked = Array.from({ length: 9 }, () => candidate({ author: 'only', products: ['only'] }))
    expect(arrange(ranked)).toEqual(ranked)
  })
})

describe('newcomers', () => {
  it('are young and little known, and get the views that were promised before likes decide', () => {
    const seen = candidate({ views: promisedViews + 50, engagement: { ...noEngagement, likes: 200 } })
    const half = candidate({ views: 120 })
    const unseen = candidate({ views: 3 })
    const famous = candidate({ followers: 5000 })
    const old = candidate({ publishedAt: now - 25 * HOUR })
    expect(freshOrder([seen, half, unseen, famous, old], { now, seed: 'x' })).toEqual([unseen.id, half.id, seen.id])
  })

  it('come in the same order for the same seed, and by their likes more often than not', () => {
    const liked = candidate({ views: 1000, engagement: { ...noEngagement, likes: 300 } })
    const not = candidate({ views: 1000, engagement: { ...noEngagement, likes: 5 } })
    expect(freshOrder([liked, not], { now, seed: 's' })).toEqual(freshOrder([not, liked], { now, seed: 's' }))
    const first = Array.from({ length: 50 }, (_, at) => freshOrder([not, liked], { now, seed: `s${at}` })[0])
    expect(first.filter((id) => id === liked.id).length).toBeGreaterThan(45)
  })
})

describe('what rises', () => {
  const act = (piece: string, person: string, hoursAgo: number, signal: Act['signal'] = 'likes'): Act => ({
    piece,
    person,
    signal,
    at: now - hoursAgo * HOUR,
  })

  it('halves every day, counts a person once, and is nothing below three people', () => {
    const [one] = trends([act('p', 'a', 0), act('p', 'b', 24), act('p', 'c', 48), act('p', 'c', 60)], now)
    expect(one).toMatchObject({ piece: 'p', people: 3, acts: 3 })
    expect(one?.score).toBeCloseTo(1 + 0.5 + 0.25, 9)
    expect(trends([act('p', 'a', 0), act('p', 'b', 0), act('p', 'b', 1, 'comments')], now)).toEqual([])
  })

  it('forgets what is older than a week, and today beats last week', () => {
    const today = ['a', 'b', 'c'].map((person) => act('new', person, 2))
    const before = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((person) => act('old', person, 120))
    expect(trends([...before, ...today], now).map(({ piece }) => piece)).toEqual(['new', 'old'])
    expect(
      trends(
        before.map((one) => ({ ...one, at: one.at - 60 * HOUR })),
        now,
      ),
    ).toEqual([])
  })
})

describe('S-04 taste', () => {
  it('orders the same pieces differently for two people who liked different things, and not at all without', () => {
    const tent = candidate({ topics: ['camping'], author: 'x' })
    const soup = candidate({ topics: ['cooking'], author: 'y' })
    const likes = (topic: string) => tasteOf([candidate({ topics: [topic], author: 'z' })], [])
    const order = (topic: string) => [tent, soup].sort((a, b) => personalScore(b, likes(topic), now) - personalScore(a, likes(topic), now))
    expect(order('camping')[0]).toBe(tent)
    expect(order('cooking')[0]).toBe(soup)
    const none = tasteOf([], [])
    expect(personalScore(tent, none, now)).toBe(hot(tent.engagement, tent.publishedAt, now))
  })

  it('puts whom one follows up and what one knows down, and never above what a fit allows', () => {
    const followed = candidate({ author: 'friend' })
    const taste = tasteOf([], ['friend'])
    expect(personalScore(followed, taste, now)).toBeGreaterThan(personalScore(candidate({ author: 'other' }), taste, now))
    const liked = candidate({ topics: ['t'] })
    const known = tasteOf([liked], [])
    expect(personalScore(liked, known, now)).toBeLessThan(personalScore(candidate({ topics: ['t'] }), known, now))
  })
})

describe('related pieces', () => {
  it('need three common readers, and few in common count for little', () => {
    expect(coLike(2, 2, 2)).toBe(0)
    expect(coLike(3, 3, 3)).toBeCloseTo(3 / 8, 9)
    expect(coLike(300, 300, 300)).toBeGreaterThan(0.98)
  })

  it('come by common products, then topics and readers, then author; never the piece itself, never a stranger', () => {
    const one = candidate({ products: ['p'], topics: ['t'], author: 'a' })
    const product = candidate({ products: ['p'], author: 'b' })
    const topic = candidate({ topics: ['t'], author: 'c' })
    const author = candidate({ author: 'a' })
    const readers = candidate({ author: 'd' })
    const stranger = candidate({ author: 'e' })
    const shown = rankRelated(one, [stranger, author, topic, readers, product, one], new Map([[readers.id, 0.4]]))
    expect(shown).toEqual([product, topic, readers, author])
  })
})

describe('the cursor of a ranked list', () => {
  it('comes back as it was written; anything else is refused', () => {
    const cursor = { order: 'k2x9', position: 40, id: newId() }
    expect(readRankCursor(writeRankCursor(cursor))).toEqual({ ok: true, value: cursor })
    expect(readRankCursor('')).toEqual({ ok: true, value: undefined })
    for (const text of ['x', Buffer.from('a.b.c').toString('base64url'), 'a'.repeat(5000)])
      expect(readRankCursor(text)).toMatchObject({ ok: false, failure: { code: 'invalid', field: 'after' } })
  })

  it('goes on where it stood in its own order, after the same piece in another, at the same distance without it', () => {
    const ids = ['a', 'b', 'c', 'd']
    const cursor = { order: 'o', position: 3, id: 'a' }
    expect(continueAt(ids, undefined, false)).toBe(0)
    expect(continueAt(ids, cursor, true)).toBe(3)
    expect(continueAt(ids, cursor, false)).toBe(1)
    expect(continueAt(ids, { ...cursor, id: 'gone' }, false)).toBe(3)
  })
})

describe('languages', () => {
  it('halve what the reader does not read, and change no order within one language', () => {
    expect(scoreInWords(3, false)).toBe(3)
    expect(scoreInWords(3, true)).toBe(1.5)
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.boolean(),
        (a, b, foreign) => {
          if (a < b) expect(scoreInWords(a, foreign)).toBeLessThanOrEqual(scoreInWords(b, foreign))
        },
      ),
    )
  })
})

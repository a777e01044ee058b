import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marksOf } from '../../../src/lib/text.ts'
import { insertMark, rewriteMarks, toggleHeading } from '../../../src/ui/studio/body-marks.ts'
import { emptyDraft, type PieceDraft, type ProductOption } from '../../../src/ui/studio/draft.ts'
import { editorReducer, editorState, sameContent } from '../../../src/ui/studio/editor-history.ts'
import { changeDraft, type DraftAction, maxPictures, span } from '../../../src/ui/studio/editor-state.ts'
import type { MediaView } from '../../../src/ui/view/media.ts'

const runs = Number(process.env.FC_RUNS ?? 1000)

const image = (id: string): MediaView => ({ id, kind: 'image', width: 900, height: 1200, alt: '', sources: [] })
const video = (id: string, durationSeconds: number): MediaView => ({ ...image(id), kind: 'video', durationSeconds })
const product = (id: string): ProductOption => ({
  id,
  title: `Product ${id}`,
  picture: null,
  price: { amount: 62900, currency: 'CNY' },
  stock: 3,
  slug: 'p',
  commissionBps: 800,
  codeEarns: false,
  state: 'available',
})
const placed = (id: string, picture: number | null): DraftAction => ({
  type: 'placement-added',
  placement: {
    id,
    kind: picture === null ? 'text' : 'hotspot',
    product: product(id),
    picture,
    x: picture === null ? null : 50,
    y: picture === null ? null : 50,
    from: null,
    to: null,
  },
})
const apply = (draft: PieceDraft, ...actions: DraftAction[]): PieceDraft => actions.reduce(changeDraft, draft)
const post = (body: string, ...actions: DraftAction[]): PieceDraft =>
  apply(
    { ...emptyDraft('post', 'zh'), body },
    ...['p', 'q', 'r'].map((id): DraftAction => ({ type: 'picture-added', picture: { media: image(id), alt: '' } })),
    ...actions,
  )
const ids = (draft: PieceDraft) => draft.placements.map(({ id, number }) => `${number}:${id}`)

describe('topics', () => {
  it('are each chosen once, in the order of choosing, and at most ten', () => {
    const choose = (draft: PieceDraft, topic: string, on = true) => changeDraft(draft, { type: 'topic', topic, on })
    const two = choose(choose(emptyDraft('post', 'zh'), 'b'), 'a')
    expect(two.topics).toEqual(['b', 'a'])
    expect(choose(two, 'a')).toBe(two)
    expect(choose(two, 'b', false).topics).toEqual(['a'])
    const full = Array.from({ length: 12 }, (_one, at) => `t${at}`).reduce((draft, topic) => choose(draft, topic), emptyDraft('post', 'zh'))
    expect(full.topics).toHaveLength(10)
  })
})

describe('placing products', () => {
  it('numbers placements in the order they are placed', () => {
    expect(ids(post('', placed('a', 0), placed('b', null), placed('c', 1)))).toEqual(['1:a', '2:b', '3:c'])
  })

  it('closes the gap and rewrites the marks when a placement goes', () => {
    const draft = post('帐篷 [[1]]，壶 [[2]]，灯 [[3]]。', placed('a', 0), placed('b', 0), placed('c', 0), {
      type: 'placement-removed',
      id: 'b',
    })
    expect(ids(draft)).toEqual(['1:a', '2:c'])
    expect(draft.body).toBe('帐篷 [[1]]，壶，灯 [[2]]。')
  })

  it('swaps the marks when two placements swap', () => {
    const draft = post('[[1]] [[2]] [[3]]', placed('a', 0), placed('b', 0), placed('c', 0), { type: 'placement-moved', id: 'c', to: 0 })
    expect(ids(draft)).toEqual(['1:c', '2:a', '3:b'])
    expect(draft.body).toBe('[[2]] [[3]] [[1]]')
  })

  it('leaves a mark that never named a placement, for the writer to see', () => {
    expect(post('[[1]] [[7]]', placed('a', 0), { type: 'placement-removed', id: 'a' }).body).toBe(' [[7]]')
  })

  it('keeps a position inside the picture', () => {
    const draft = post('', placed('a', 0), { type: 'placement-positioned', id: 'a', x: 140, y: -3 })
    expect(draft.placements[0]).toMatchObject({ x: 100, y: 0 })
  })

  it('ignores a second placement with the same id, so that a double tap places once', () => {
    expect(post('', placed('a', 0), placed('a', 0)).placements).toHaveLength(1)
  })
})

describe('pictures', () => {
  it('takes hotspots along when pictures change places', () => {
    const draft = post('', placed('a', 0), placed('b', 2), { type: 'picture-moved', from: 0, to: 2 })
    expect(draft.pictures.map(({ media }) => media.id)).toEqual(['q', 'r', 'p'])
    expect(draft.placements.map(({ picture }) => picture)).toEqual([2, 1])
  })

  it('keeps a product that the text names when its picture goes, and drops one that it does not', () => {
    const draft = post('看 [[2]]', placed('a', 0), placed('b', 0), placed('c', 1), { type: 'picture-removed', picture: 0 })
    expect(draft.placements.map(({ id, kind, picture, number }) => ({ id, kind, picture, number }))).toEqual([
      { id: 'b', kind: 'text', picture: null, number: 1 },
      { id: 'c', kind: 'hotspot', picture: 0, number: 2 },
    ])
    expect(draft.body).toBe('看 [[1]]')
  })

  it('stops at nine', () => {
    const many = Array.from(
      { length: 12 },
      (_, at): DraftAction => ({ type: 'picture-added', picture: { media: image(`x${at}`), alt: '' } }),
    )
    expect(post('', ...many).pictures).toHaveLength(maxPictures)
  })
})

describe('moments in a video', () => {
  const moment = (id: string, from: number, to: number): DraftAction => ({
    type: 'placement-added',
    placement: { id, kind: 'moment', product: product(id), picture: null, x: null, y: null, from, to },
  })
  const film = (duration: number, id = 'v'): DraftAction => ({
    type: 'video',
    video: { media: video(id, duration), posterSecond: 20, captions: null },
  })

  it('cuts moments to a shorter video and drops those past its end', () => {
    const draft = apply(emptyDraft('video-note', 'zh'), film(60), moment('a', 5, 30), moment('b', 40, 50), moment('c', 1, 4), film(25, 'w'))
    expect(draft.placements.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['a', 5, 25],
      ['c', 1, 4],
    ])
    expect(draft.video?.posterSecond).toBe(20)
  })

  it('keeps a span inside the video and at least a second long', () => {
    expect(span(-2, 0.1, 30)).toEqual({ from: 0, to: 1 })
    expect(span(29.8, 40, 30)).toEqual({ from: 29, to: 30 })
    fc.assert(
      fc.property(
        fc.float({ noNaN: true, min: -500, max: 500 }),
        fc.float({ noNaN: true, min: -500, max: 500 }),
        fc.integer({ min: 1, max: 180 }),
        (from, to, duration) => {
          const result = span(from, to, duration)
          expect(result.from).toBeGreaterThanOrEqual(0)
          expect(result.to).toBeLessThanOrEqual(duration)
          expect(result.to - result.from).toBeGreaterThan(0.99)
        },
      ),
      { numRuns: runs },
    )
  })
})

const action = fc.oneof(
  fc
    .record({ type: fc.constant('placement-added' as const), placement: fc.record({ id: fc.uuid(), picture: fc.nat({ max: 2 }) }) })
    .map(({ placement }): DraftAction => placed(placement.id, placement.picture)),
  fc.nat({ max: 8 }).map((at) => ({ pick: 'remove' as const, at })),
  fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 8 })).map(([at, to]) => ({ pick: 'move' as const, at, to })),
  fc.nat({ max: 3 }).map((picture): DraftAction => ({ type: 'picture-removed', picture })),
  fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })).map(([from, to]): DraftAction => ({ type: 'picture-moved', from, to })),
)

describe('whatever is done in whatever order', () => {
  it('numbers stay 1…n, and every mark still names the product that it named, while that is there', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 25 }), (steps) => {
        let draft = post('')
        for (const step of steps) {
          const resolved = 'pick' in step ? pick(draft, step) : step
          if (resolved === null) continue
          const before = named(draft)
          draft = changeDraft(draft, resolved)
          const here = new Set(draft.placements.map(({ id }) => id))
          expect(named(draft)).toEqual(before.filter((id) => id !== undefined && here.has(id)))
          if (resolved.type === 'placement-added' && draft.placements.length > before.length && draft.placements.length < 99)
            draft = { ...draft, body: `${draft.body} [[${draft.placements.length}]]` }
          expect(draft.placements.map(({ number }) => number)).toEqual(draft.placements.map((_, at) => at + 1))
          for (const { picture } of draft.placements) if (picture !== null) expect(draft.pictures[picture]).toBeDefined()
        }
      }),
      { numRuns: Math.min(runs, 2000) },
    )
  })
})

const named = (draft: PieceDraft) => marksOf(draft.body).map((number) => draft.placements[number - 1]?.id)

function pick(draft: PieceDraft, step: { pick: 'remove' | 'move'; at: number; to?: number }): DraftAction | null {
  const id = draft.placements[step.at % Math.max(1, draft.placements.length)]?.id
  if (id === undefined) return null
  return step.pick === 'remove' ? { type: 'placement-removed', id } : { type: 'placement-moved', id, to: step.to ?? 0 }
}

describe('undo', () => {
  it('brings back a removed product with its number and its mark', () => {
    const start = editorState(post('看 [[1]] 和 [[2]]', placed('a', 0), placed('b', 0)))
    const removed = editorReducer(start, { type: 'placement-removed', id: 'a' })
    expect(removed.draft.body).toBe('看 和 [[1]]')
    expect(editorReducer(removed, { type: 'undo' }).draft).toEqual(start.draft)
    expect(editorReducer(editorReducer(removed, { type: 'undo' }), { type: 'redo' }).draft).toEqual(removed.draft)
  })

  it('takes typing in one field as one step', () => {
    const typed = ['零', '零下', '零下五度'].reduce((state, title) => editorReducer(state, { type: 'title', title }), editorState(post('')))
    expect(typed.past).toHaveLength(1)
    expect(editorReducer(typed, { type: 'undo' }).draft.title).toBe('')
  })

  it('keeps the id that the first save gave, however far back one goes', () => {
    const typed = editorReducer(editorReducer(editorState(post('')), { type: 'title', title: 'a' }), { type: 'settled', id: 'saved' })
    const back = editorReducer(typed, { type: 'undo' })
    expect(back.draft.id).toBe('saved')
    expect(sameContent({ ...back.draft, id: null }, back.draft)).toBe(true)
    expect(sameContent(typed.draft, back.draft)).toBe(false)
  })

  it('drops what was undone once something else is written', () => {
    const undone = editorReducer(editorReducer(editorState(post('')), { type: 'title', title: 'a' }), { type: 'undo' })
    expect(editorReducer(undone, { type: 'title', title: 'b' }).future).toEqual([])
  })
})

describe('marks and headings in the body', () => {
  it('inserts a mark at the caret and puts the caret behind it', () => {
    expect(insertMark('帐篷很轻', 2, 3)).toEqual({ body: '帐篷[[3]]很轻', caret: 7 })
  })

  it('gives a heading its blank lines and takes it back', () => {
    const made = toggleHeading('一段\n二段\n三段', 4)
    expect(made.body).toBe('一段\n\n## 二段\n\n三段')
    expect(toggleHeading(made.body, made.caret).body).toBe('一段\n\n二段\n\n三段')
  })

  it('starts a heading in an empty body', () => {
    expect(toggleHeading('', 0)).toEqual({ body: '## \n\n', caret: 3 })
  })

  it('takes the space before a mark that goes', () => {
    expect(rewriteMarks('a [[1]] b [[2]].', (n) => (n === 1 ? null : 1))).toBe('a b [[1]].')
  })
})

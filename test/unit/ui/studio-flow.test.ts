import { describe, expect, it } from 'vitest'
import { type AutosaveEvent, autosaveReducer, autosaveState, retryDelay } from '../../../src/ui/studio/autosave-state.ts'
import { emptyDraft, type PieceDraft, type ProductOption } from '../../../src/ui/studio/draft.ts'
import { changeDraft } from '../../../src/ui/studio/editor-state.ts'
import { defaultLimits, labelOf, minimumLabel, missingCount, requirementsOf } from '../../../src/ui/studio/readiness.ts'
import { percentSent, type Upload, type UploadAction, uploadErrorOf, uploadsReducer } from '../../../src/ui/studio/upload-state.ts'
import type { MediaView } from '../../../src/ui/view/media.ts'

const media: MediaView = { id: 'm', kind: 'image', width: 3, height: 4, alt: '', sources: [] }
const product = (over: Partial<ProductOption> = {}): ProductOption => ({
  id: 'tent',
  title: '帐篷',
  picture: null,
  price: { amount: 62900, currency: 'CNY' },
  stock: 3,
  slug: 'p',
  commissionBps: 800,
  codeEarns: false,
  state: 'available',
  ...over,
})
const withProduct = (draft: PieceDraft, over: Partial<ProductOption> = {}): PieceDraft =>
  changeDraft(draft, {
    type: 'placement-added',
    placement: {
      id: `p${draft.placements.length}`,
      kind: 'text',
      product: product(over),
      picture: null,
      x: null,
      y: null,
      from: null,
      to: null,
    },
  })
const blank = emptyDraft('post', 'zh')
const idle = { running: 0, failed: 0 }
const keys = (draft: PieceDraft, level: string, uploads = idle) =>
  requirementsOf(draft, uploads, defaultLimits)
    .filter((one) => one.level === level)
    .map(({ key }) => key)

describe('the label that readers will see', () => {
  it('DIS-1 a product with commission makes it an ad, and the author has no way to lower that', () => {
    const draft = withProduct(blank)
    expect(minimumLabel(draft, defaultLimits)).toEqual(['ad', 'commission'])
    const lowered = changeDraft(draft, { type: 'disclosure', disclosure: { sample: false, paid: false, relation: false } })
    expect(labelOf(lowered, defaultLimits)).toEqual(['ad', 'commission'])
  })

  it('DIS-1 anything one can buy is an ad on a site for mainland China, and is not one elsewhere without an interest', () => {
    const draft = withProduct(blank, { commissionBps: null })
    expect(labelOf(draft, { buyableIsAd: true })).toEqual(['ad'])
    expect(labelOf(draft, { buyableIsAd: false })).toEqual([])
  })

  it('DIS-3 a code of the writer’s that earns on it, and what the piece was credited once, make it an ad without a link that earns', () => {
    const draft = withProduct(blank, { commissionBps: null })
    const elsewhere = { buyableIsAd: false }
    expect(labelOf(withProduct(blank, { commissionBps: null, codeEarns: true }), elsewhere)).toEqual(['ad', 'commission'])
    expect(labelOf({ ...draft, credited: true }, elsewhere)).toEqual(['ad', 'commission'])
    expect(labelOf({ ...blank, credited: true }, elsewhere)).toEqual(['ad', 'commission'])
  })

  it('DIS-3 a sample makes an ad of a piece without any product', () => {
    expect(labelOf({ ...blank, disclosure: { sample: true, paid: false, relation: false } }, { buyableIsAd: false })).toEqual([
      'ad',
      'sample',
    ])
  })

  it('a commission of zero is no commission', () => {
    expect(minimumLabel(withProduct(blank, { commissionBps: 0 }), { buyableIsAd: false })).toEqual([])
  })
})

describe('what is missing before a piece can be submitted', () => {
  it('names title, text and picture of an empty post', () => {
    expect(keys(blank, 'must').sort()).toEqual(['body', 'pictures', 'title'])
  })

  it('asks a video note for its video, not for pictures or text', () => {
    expect(keys(emptyDraft('video-note', 'zh'), 'must').sort()).toEqual(['title', 'video'])
  })

  it('lets nothing go while a file is on its way or lost', () => {
    const whole = { ...blank, title: '标题', body: '正文', pictures: [{ media, alt: '营地' }] }
    expect(missingCount(requirementsOf(whole, idle, defaultLimits))).toBe(0)
    expect(keys(whole, 'must', { running: 1, failed: 2 })).toEqual(['uploading', 'uploadFailed'])
  })

  it('counts an emoji family as one character of the title', () => {
    const title = '👨‍👩‍👧'.repeat(defaultLimits.titleMax)
    expect(keys({ ...blank, title }, 'must')).not.toContain('titleLong')
    expect(keys({ ...blank, title: `${title}a` }, 'must')).toContain('titleLong')
  })

  it('names a mark without a product, a withdrawn product and a product that the text never names', () => {
    const draft = withProduct(withProduct({ ...blank, body: '看 [[1]] 和 [[5]]' }, { state: 'withdrawn' }), { state: 'sold_out' })
    expect(keys(draft, 'must')).toEqual(expect.arrayContaining(['markUnknown', 'withdrawn']))
    expect(keys(draft, 'should')).toEqual(expect.arrayContaining(['soldOut', 'unmarked']))
  })
})

const upload = (...actions: UploadAction[]): Upload | undefined =>
  actions.reduce(uploadsReducer, uploadsReducer([], { type: 'picked', files: [{ id: 'u', name: 'a.jpg', size: 1000 }] }))[0]

describe('the progress of an upload', () => {
  it('says 99 until the last byte left, and is not done before the server answered', () => {
    const almost = upload({ type: 'started', id: 'u' }, { type: 'progressed', id: 'u', sent: 999.9 })
    expect(almost && percentSent(almost)).toBe(99)
    expect(upload({ type: 'started', id: 'u' }, { type: 'sent', id: 'u' })).toMatchObject({ status: 'processing', media: null })
    expect(upload({ type: 'started', id: 'u' }, { type: 'sent', id: 'u' }, { type: 'arrived', id: 'u', media })).toMatchObject({
      status: 'done',
      media,
    })
  })

  it('never goes back', () => {
    expect(
      upload({ type: 'started', id: 'u' }, { type: 'progressed', id: 'u', sent: 600 }, { type: 'progressed', id: 'u', sent: 300 })?.sent,
    ).toBe(600)
  })

  it('stays stopped when the answer comes after all, and starts from nothing on retry', () => {
    const stopped: UploadAction[] = [
      { type: 'started', id: 'u' },
      { type: 'progressed', id: 'u', sent: 600 },
      { type: 'stopped', id: 'u' },
    ]
    expect(upload(...stopped, { type: 'arrived', id: 'u', media })).toMatchObject({ status: 'stopped', media: null })
    expect(upload(...stopped, { type: 'retried', id: 'u' })).toMatchObject({ status: 'waiting', sent: 0 })
  })

  it('tells a lost network from a refused file', () => {
    expect(uploadErrorOf(0, null).code).toBe('network')
    expect(uploadErrorOf(413, null).code).toBe('too_large')
    expect(uploadErrorOf(415, 'SVG').code).toBe('unsupported_type')
    expect(uploadErrorOf(422, null).code).toBe('refused')
    expect(uploadErrorOf(503, null).code).toBe('server')
  })
})

const autosave = (...events: AutosaveEvent[]) => events.reduce(autosaveReducer, autosaveState('v1', 1))

describe('the state of saving', () => {
  it('is unsaved again when one wrote on while it was saving', () => {
    expect(
      autosave({ type: 'changed' }, { type: 'saving' }, { type: 'changed' }, { type: 'saved', version: 'v2', at: 2, current: false }),
    ).toMatchObject({
      status: 'unsaved',
      version: 'v2',
    })
  })

  it('stays at a conflict whatever happens, until the writer chooses', () => {
    const stuck = autosave(
      { type: 'changed' },
      { type: 'saving' },
      { type: 'conflict' },
      { type: 'online' },
      { type: 'changed' },
      { type: 'failed' },
    )
    expect(stuck.status).toBe('conflict')
    expect(autosaveReducer(stuck, { type: 'resolved', version: 'v9', keep: 'mine', at: 5 })).toMatchObject({
      status: 'unsaved',
      version: 'v9',
    })
    expect(autosaveReducer(stuck, { type: 'resolved', version: 'v9', keep: 'theirs', at: 5 })).toMatchObject({
      status: 'saved',
      savedAt: 5,
    })
  })

  it('holds while offline and saves when the network is back', () => {
    const away = autosave({ type: 'changed' }, { type: 'offline' }, { type: 'changed' })
    expect(away.status).toBe('offline')
    expect(autosaveReducer(away, { type: 'online' }).status).toBe('unsaved')
  })

  it('waits longer after every failure, a minute at most', () => {
    expect([1, 2, 3, 20].map(retryDelay)).toEqual([2000, 4000, 8000, 60_000])
    expect(autosave({ type: 'failed' }, { type: 'failed' }).failures).toBe(2)
  })
})

import { describe, expect, it } from 'vitest'
import { excerpt, graphemeLength } from '../../../src/lib/graphemes.ts'
import { type Block, marksOf, parseBody, plainText, titleClauses } from '../../../src/lib/text.ts'
import { fc } from '../fc.ts'

const shape = (blocks: Block[]) =>
  blocks.map(({ type, inlines }) => [
    type,
    inlines.map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'mark' ? inline.number : '↵')),
  ])

const bodies = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom('## ', '##', '[[1]]', '[[12]]', '[[0]]', '[[', ']]', '\n', '\n\n', '\r\n', '\r', ' ', '\t', '帐篷', 'a', '，', '<b>'),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join('')),
)

describe('the body of a piece', () => {
  it.each([
    { label: 'one paragraph', body: '好用', blocks: [['paragraph', ['好用']]] },
    {
      label: 'a blank line parts paragraphs, however many there are',
      body: 'a\n\n \n\nb',
      blocks: [
        ['paragraph', ['a']],
        ['paragraph', ['b']],
      ],
    },
    { label: 'a single line break stays inside', body: 'a\nb', blocks: [['paragraph', ['a', '↵', 'b']]] },
    {
      label: 'Windows line ends',
      body: 'a\r\nb\r\n\r\nc',
      blocks: [
        ['paragraph', ['a', '↵', 'b']],
        ['paragraph', ['c']],
      ],
    },
    {
      label: 'a heading',
      body: '## 缺点\n重',
      blocks: [
        ['heading', ['缺点']],
        ['paragraph', ['重']],
      ],
    },
    {
      label: 'a heading ends the paragraph before it',
      body: 'a\n## b',
      blocks: [
        ['paragraph', ['a']],
        ['heading', ['b']],
      ],
    },
    { label: 'marks in words', body: '看 [[1]] 和[[12]]', blocks: [['paragraph', ['看 ', 1, ' 和', 12]]] },
    { label: 'marks in a heading', body: '## 帐篷 [[2]]', blocks: [['heading', ['帐篷 ', 2]]] },
    {
      label: 'what is no mark stays text',
      body: '[[0]] [[01]] [[100]] [[a]] [1]',
      blocks: [['paragraph', ['[[0]] [[01]] [[100]] [[a]] [1]']]],
    },
    { label: 'other levels are text', body: '### a', blocks: [['paragraph', ['### a']]] },
    { label: 'a lone ## is text', body: '##', blocks: [['paragraph', ['##']]] },
    { label: 'markup of others is text, never HTML', body: '<script>x</script>', blocks: [['paragraph', ['<script>x</script>']]] },
    { label: 'nothing', body: ' \n ', blocks: [] },
  ])('reads $label', ({ body, blocks }) => {
    expect(shape(parseBody(body))).toEqual(blocks)
  })

  it('gives spans that point at the source', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        let at = 0
        for (const block of parseBody(body)) {
          expect(block.span.start).toBeGreaterThanOrEqual(at)
          at = block.span.start
          for (const inline of block.inlines) {
            const source = body.slice(inline.span.start, inline.span.end)
            expect(inline.span.start).toBeGreaterThanOrEqual(at)
            if (inline.type === 'text') expect(source).toBe(inline.text)
            if (inline.type === 'mark') expect(source).toBe(`[[${inline.number}]]`)
            if (inline.type === 'break') expect(source).toMatch(/^\s*(\r\n|\r|\n)\s*$/)
            at = inline.span.end
          }
          expect(at).toBe(block.span.end)
        }
      }),
    )
  })

  it('drops nothing but white space and heading signs', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const kept = parseBody(body)
          .map(({ type, span }) =>
            type === 'heading' ? body.slice(span.start, span.end).replace(/^##\s+/, '') : body.slice(span.start, span.end),
          )
          .join('')
          .replace(/\s/g, '')
        const all = body.replace(/^[^\S\r\n]*##[ \t]+(?=[^\s])/gm, '').replace(/\s/g, '')
        expect(kept).toBe(all)
      }),
    )
  })

  it('names each marked placement once, in order', () => {
    expect(marksOf('[[2]] a [[1]]\n\n[[2]]')).toEqual([2, 1])
  })
})

describe('plain words', () => {
  it.each([
    { body: '去 [[1]] ，好\n\n## 标题\n尾[[2]]', text: '去，好\n标题\n尾' },
    { body: 'take [[1]] with you [[2]].', text: 'take with you.' },
    { body: 'costs .5 a   day', text: 'costs .5 a day' },
    { body: '[[1]]\n\nafter', text: 'after' },
    { body: 'a\nb', text: 'a\nb' },
  ])('takes $body as $text', ({ body, text }) => {
    expect(plainText(body)).toBe(text)
  })

  it.each([
    ['short', 10, 'short'],
    ['exactly', 7, 'exactly'],
    ['一二三四五', 4, '一二三…'],
    ['one two three', 5, 'one…'],
    ['👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 2, '👨‍👩‍👧…'],
    ['a \n\n b', 10, 'a b'],
    ['anything', 1, '…'],
    ['', 5, ''],
  ])('shortens %j to %d characters as %j', (text, limit, short) => {
    expect(excerpt(text, limit)).toBe(short)
  })

  it('never exceeds its limit and never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, limit) => {
        const short = excerpt(text, limit)
        expect(graphemeLength(short)).toBeLessThanOrEqual(Math.max(limit, 1))
        // A lone surrogate would throw.
        expect(() => encodeURIComponent(short)).not.toThrow()
      }),
    )
  })
})

describe('titles break between clauses', () => {
  it.each([
    { title: '零下五度露营，一顶双人帐篷撑住了整晚', clauses: ['零下五度露营，', '一顶双人帐篷撑住了整晚'] },
    { title: '她说「真好，」我买了。', clauses: ['她说「真好，」', '我买了。'] },
    { title: 'One night, at 12:30, 1,000 m up', clauses: ['One night,', 'at 12:30,', '1,000 m up'] },
    { title: '无标点', clauses: ['无标点'] },
    { title: '', clauses: [] },
  ])('parts $title', ({ title, clauses }) => {
    expect(titleClauses(title).map(({ text }) => text)).toEqual(clauses)
  })

  it('loses nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('，', ',', ' ', '字', 'a', '」', '1', '！')).map((parts) => parts.join('')),
        (title) => {
          const clauses = titleClauses(title)
          expect(clauses.map(({ text, gap }) => text + gap).join('')).toBe(title)
          expect(clauses.every(({ gap }) => gap.trim() === '')).toBe(true)
        },
      ),
    )
  })
})

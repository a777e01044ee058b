import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marksOf } from '../../../src/lib/text.ts'
import { readMarkdownNote } from '../../../src/modules/markdown/index.ts'

describe('a Markdown file as a piece', () => {
  it('takes the first heading as its title and keeps the others', () => {
    const note = readMarkdownNote('# A *good* cup\n\nText\nmore\n\n### Steps\n\nDone', 'file')
    expect(note).toMatchObject({ title: 'A good cup', body: 'Text\nmore\n\n## Steps\n\nDone' })
  })

  it('is called after its file when it has no heading', () => {
    expect(readMarkdownNote('Only words', 'morning')).toMatchObject({ title: 'morning', body: 'Only words' })
  })

  it('keeps the words of lists, tables, links, emphasis and code, and drops their markup', () => {
    const { body } = readMarkdownNote(
      '- a **b**\n  - c\n- [d](https://x.test)\n\n3. e\n4. f\n\n| g | h |\n|---|---|\n| 1 | 2 |\n\n> quote `code`\n\n```\nlet x\n```',
      'x',
    )
    expect(body).toBe('· a b\n  · c\n· d\n\n3. e\n4. f\n\ng | h\n1 | 2\n\nquote code\n\nlet x')
  })

  it('lists each picture once, with its words, and leaves no trace of it in the text', () => {
    const { body, pictures } = readMarkdownNote('![one](a.jpg) text ![](b.png)\n\n![again](a.jpg)', 'x')
    expect(pictures).toEqual([
      { source: 'a.jpg', alt: 'one' },
      { source: 'b.png', alt: '' },
    ])
    expect(body).toBe('text')
  })

  it('takes pictures of HTML as any others', () => {
    const { body, pictures } = readMarkdownNote(
      `<p align="center"><img width=300 src="a.jpg" alt="a &amp; b"></p>\n\ntext <img src='b c.png'/> <img alt=none src=d.webp> <!-- <img src="x.jpg"> -->`,
      'x',
    )
    expect(pictures).toEqual([
      { source: 'a.jpg', alt: 'a & b' },
      { source: 'b c.png', alt: '' },
      { source: 'd.webp', alt: 'none' },
    ])
    expect(body.trim()).toBe('text')
  })

  it('is called as its front matter says when it has no heading', () => {
    expect(readMarkdownNote('---\ndate: 2026-01-01\ntitle: "Morning tea"\n---\nText', 'file')).toMatchObject({
      title: 'Morning tea',
      body: 'Text',
    })
    expect(readMarkdownNote('\ufeff---\r\ntitle: 早茶\r\n---\r\n', 'file')).toMatchObject({ title: '早茶', body: '' })
    expect(readMarkdownNote('---\ntitle: Other\n---\n# Heading', 'file').title).toBe('Heading')
  })

  it('drops characters that would end a text, and shows the usual ones of HTML', () => {
    expect(readMarkdownNote('# a\0b\n\nc\0d&nbsp;5&times;5&unknown;', 'x')).toMatchObject({ title: 'ab', body: 'cd 5×5&unknown;' })
  })

  it('drops front matter, comments and tags, and shows characters as they were meant', () => {
    expect(readMarkdownNote('---\na: 1\n---\n<b>1 < 2</b> & "x" <!-- hidden -->', 'x').body).toBe('1 < 2 & "x"')
  })

  it('names no product, whatever the file says', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('[[', ']]', '3', '12', ' ', '\n', '# ', '- ', '[', ']', 'a'), { maxLength: 20 }), (parts) => {
        expect(marksOf(readMarkdownNote(parts.join(''), 'x').body)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('reads everything: no text makes it fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(typeof readMarkdownNote(text, 'x').body).toBe('string')
      }),
    )
  })
})

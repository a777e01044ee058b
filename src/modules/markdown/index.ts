import { lexer, type Token, type Tokens } from 'marked'

/** A Markdown file as a piece wants it: light markup (`## `, blank lines), pictures apart. */
export interface MarkdownNote {
  /** From the first heading, else the given name; not yet cut to any limit. */
  title: string
  body: string
  /** In order of appearance, each once: where the file says they are, and what it says they show. */
  pictures: { source: string; alt: string }[]
}

/**
 * Reads one Markdown file. The first heading of level 1 is the title; other headings stay as headings, lists become lines,
 * tables lines of cells; emphasis, links and HTML give up their markup and keep their words. `[[3]]`, which would name a
 * product here, is parted so that it cannot. Everything parses; front matter is left out.
 */
export function readMarkdownNote(markdown: string, fallbackTitle: string): MarkdownNote {
  const text = markdown.replace(/^\uFEFF/, '').replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '')
  const pictures: MarkdownNote['pictures'] = []
  const tokens = lexer(text, { gfm: true })
  const heading = tokens.findIndex((token) => token.type === 'heading' && (token as Tokens.Heading).depth === 1)
  const titled = tokens[heading] as Tokens.Heading | undefined
  const title = titled ? inlineText(titled.tokens, pictures) : ''
  const blocks = tokens.filter((_, index) => index !== heading).flatMap((token) => blockText(token, pictures))
  const body = blocks
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .join('\n\n')
  return { title: title.trim() || fallbackTitle, body: apart(body), pictures }
}

const apart = (text: string): string => text.replace(/\[\[(?=\d{1,2}\]\])/g, '[ [')

function blockText(token: Token, pictures: MarkdownNote['pictures']): string[] {
  switch (token.type) {
    case 'heading':
      return [`## ${oneLine(inlineText((token as Tokens.Heading).tokens, pictures))}`]
    case 'list':
      return [listText(token as Tokens.List, pictures, '')]
    case 'blockquote':
      return (token as Tokens.Blockquote).tokens.flatMap((inner) => blockText(inner, pictures))
    case 'table':
      return [tableText(token as Tokens.Table, pictures)]
    case 'code':
      return [(token as Tokens.Code).text]
    case 'html':
      return [withoutTags((token as Tokens.HTML).text)]
    case 'space':
    case 'hr':
    case 'def':
      return []
    default:
      return ['tokens' in token && token.tokens ? inlineText(token.tokens, pictures) : 'text' in token ? String(token.text) : '']
  }
}

function listText({ items, ordered, start }: Tokens.List, pictures: MarkdownNote['pictures'], indent: string): string {
  return items
    .map((item, index) => {
      const sign = ordered ? `${Number(start || 1) + index}. ` : '· '
      const inner = item.tokens.map((token) =>
        token.type === 'list' ? `\n${listText(token as Tokens.List, pictures, `${indent}  `)}` : blockText(token, pictures).join('\n'),
      )
      return `${indent}${sign}${inner.join('').trim()}`
    })
    .join('\n')
}

const tableText = ({ header, rows }: Tokens.Table, pictures: MarkdownNote['pictures']): string =>
  [header, ...rows].map((cells) => cells.map(({ tokens }) => oneLine(inlineText(tokens, pictures))).join(' | ')).join('\n')

function inlineText(tokens: readonly Token[], pictures: MarkdownNote['pictures']): string {
  return tokens.map((token) => oneInline(token, pictures)).join('')
}

function oneInline(token: Token, pictures: MarkdownNote['pictures']): string {
  if (token.type === 'image') {
    const { href, text } = token as Tokens.Image
    if (!pictures.some(({ source }) => source === href)) pictures.push({ source: href, alt: oneLine(text) })
    return ''
  }
  if (token.type === 'br') return '\n'
  if (token.type === 'html') return withoutTags((token as Tokens.Tag).text)
  if ('tokens' in token && token.tokens) return inlineText(token.tokens, pictures)
  return 'text' in token ? unescaped(String(token.text)) : ''
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const withoutTags = (html: string): string => html.replace(/<!--[\s\S]*?-->/g, '').replace(/<[^>]*>/g, '')

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }

/** Marked hands out text as HTML wants it; screens escape by themselves. */
const unescaped = (text: string): string => text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity)

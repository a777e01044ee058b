import { lexer, type Token, type Tokens } from 'marked'

/** A Markdown file as a piece wants it: light markup (`## `, blank lines), pictures apart. */
export interface MarkdownNote {
  /** From the first heading, else its front matter, else the given name; not yet cut to any limit. */
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
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no text has; the first NUL would end it in the database.
  const whole = markdown.replace(/^\uFEFF/, '').replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '')
  const front = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/.exec(whole)
  const text = front ? whole.slice(front[0].length) : whole
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
  return { title: title.trim() || frontTitle(front?.[1] ?? '') || fallbackTitle, body: apart(body), pictures }
}

/** `title: Morning tea` of front matter, in quotation marks or without. */
const frontTitle = (front: string): string => oneLine(/^title:[ \t]*(["']?)(.*)\1[ \t]*\r?$/m.exec(front)?.[2] ?? '')

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
      return [fromHtml((token as Tokens.HTML).text, pictures)]
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
    addPicture(pictures, href, text)
    return ''
  }
  if (token.type === 'br') return '\n'
  if (token.type === 'html') return fromHtml((token as Tokens.Tag).text, pictures)
  if ('tokens' in token && token.tokens) return inlineText(token.tokens, pictures)
  return 'text' in token ? unescaped(String(token.text)) : ''
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function addPicture(pictures: MarkdownNote['pictures'], source: string, alt: string): void {
  if (!pictures.some((one) => one.source === source)) pictures.push({ source, alt: oneLine(alt) })
}

/** The words of HTML inside Markdown; its `<img>` are pictures as any others. */
function fromHtml(html: string, pictures: MarkdownNote['pictures']): string {
  const shown = html.replace(/<!--[\s\S]*?-->/g, '')
  for (const [tag] of shown.matchAll(/<img\s[^>]*>/gi)) {
    const source = attribute(tag, 'src')
    if (source) addPicture(pictures, source, attribute(tag, 'alt'))
  }
  return unescaped(shown.replace(/<[^>]*>/g, ''))
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag)
  return unescaped(found?.[1] ?? found?.[2] ?? found?.[3] ?? '')
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
  '&nbsp;': ' ',
  '&hellip;': '…',
  '&mdash;': '—',
  '&ndash;': '–',
  '&copy;': '©',
  '&times;': '×',
  '&deg;': '°',
}

/** Marked hands out text as HTML wants it; screens escape by themselves. */
const unescaped = (text: string): string => text.replace(/&(?:#39|[a-z]{2,6});/g, (entity) => entities[entity] ?? entity)

/** Elements whose content nobody reads. */
const silent = new Set(['script', 'style', 'head', 'template', 'noscript', 'iframe', 'svg'])
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const blocks = new Set([
  ...headings,
  ...'p div section article ul ol table tr dl dd dt blockquote pre figure figcaption header footer hr'.split(' '),
])

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  copy: '©',
  reg: '®',
  trade: '™',
  times: '×',
  deg: '°',
  middot: '·',
  bull: '•',
  frac12: '½',
  eacute: 'é',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  euro: '€',
  pound: '£',
  yen: '¥',
}

const looksLikeHtml = (text: string): boolean => /<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,500})?\/?>|&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});/i.test(text)

/**
 * A description from a file as our light markup: paragraphs parted by a blank line, headings as `## `, list items as
 * lines. Text without any element is taken as it is. Scripts and styles are gone, entities are characters; a `[[3]]`
 * would name a placement and loses a pair of brackets.
 */
export function descriptionText(source: string): string {
  const text = looksLikeHtml(source) ? fromHtml(source) : source
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\[(\[\d{1,2}\])\]/g, '$1')
    .trim()
}

function fromHtml(html: string): string {
  const lower = html.toLowerCase()
  let out = ''
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const stop = open === -1 ? html.length : open
    out += words(html.slice(at, stop))
    if (open === -1) break
    const tag = readTag(html, lower, open)
    if (!tag) {
      out += '<'
      at = open + 1
      continue
    }
    out += marks(tag.name, tag.closing)
    at = tag.end
  }
  return out
}

/** A tag or a comment that begins at `open`, and where reading goes on; null when the `<` is only a sign. */
function readTag(html: string, lower: string, open: number): { name: string; closing: boolean; end: number } | null {
  if (html.startsWith('<!--', open)) return { name: '', closing: false, end: after(html, '-->', open + 4) }
  const match = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 24))
  if (!match) return null
  const name = (match[2] ?? '').toLowerCase()
  const closing = match[1] === '/'
  const end = after(html, '>', open + match[0].length)
  if (!silent.has(name) || closing) return { name, closing, end }
  return { name, closing, end: after(html, '>', after(lower, `</${name}`, end)) }
}

/** The position behind the next `what`; the end when there is none. */
function after(html: string, what: string, from: number): number {
  const found = html.indexOf(what, from)
  return found === -1 ? html.length : found + what.length
}

function marks(name: string, closing: boolean): string {
  if (name === 'br') return '\n'
  if (name === 'li') return closing ? '' : '\n· '
  if (headings.has(name)) return closing ? '\n\n' : '\n\n## '
  if (name === 'td' || name === 'th') return ' '
  return blocks.has(name) ? '\n\n' : ''
}

/** Text between tags: line breaks are spaces, entities are characters. */
const words = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,8});/gi, (whole, name: string) => {
    if (name[0] !== '#') return named[name.toLowerCase()] ?? whole
    const point = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    const fits = point >= 32 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
    return fits ? String.fromCodePoint(point) : ' '
  })

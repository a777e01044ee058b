import sharp from 'sharp'

interface Writing {
  /** Most that a line may take, px. */
  width: number
  /** Of the letters, px. */
  size: number
  lines: number
  /** `#RRGGBB`. */
  colour: string
  bold: boolean
}

/** Families that phones, desktops and servers have; Pango takes the first that is there, and `sans-serif` finds others. */
const families = 'PingFang SC, Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, Microsoft YaHei, WenQuanYi Micro Hei, sans-serif'

/** Text as a picture, broken into lines; what does not fit into them ends in an ellipsis. */
export async function writeText(text: string, writing: Writing): Promise<{ png: Buffer; height: number }> {
  const most = writing.size * 1.5 * writing.lines
  let letters = [...text.replace(/\s+/g, ' ').trim()]
  let made = await render(letters.join(''), writing)
  while (made.height > most && letters.length > 1) {
    // In one step to what should fit, then letter by letter.
    const keep = Math.min(letters.length - 1, Math.ceil((letters.length * most) / made.height) + 1)
    letters = letters.slice(0, keep)
    made = await render(`${letters.join('').trimEnd()}…`, writing)
  }
  return made
}

async function render(text: string, { width, size, colour, bold }: Writing): Promise<{ png: Buffer; height: number }> {
  const words = `<span foreground="${colour}">${escapeMarkup(text)}</span>`
  // 72 dots an inch: a point is a pixel.
  const input = {
    text: words,
    font: `${families} ${bold ? 'Bold ' : ''}${size}`,
    width,
    wrap: 'word-char' as const,
    rgba: true,
    dpi: 72,
    spacing: Math.round(size * 0.18),
  }
  const { data, info } = await sharp({ text: input }).png().toBuffer({ resolveWithObject: true })
  return { png: data, height: info.height }
}

/**
 * Whether this machine has fonts for all scripts of a text: each is tried once with letters of its own.
 */
export async function canWrite(text: string): Promise<boolean> {
  const needed = scripts.filter(({ letters }) => letters.test(text))
  const answers = await Promise.all(needed.map(({ sample }) => known(sample)))
  return answers.every(Boolean)
}

const scripts = [
  { letters: /\p{Script=Latin}|\d/u, sample: 'Ag' },
  { letters: /\p{Script=Han}/u, sample: '草种' },
  { letters: /\p{Script=Hiragana}|\p{Script=Katakana}/u, sample: 'あア' },
  { letters: /\p{Script=Hangul}/u, sample: '한글' },
  { letters: /\p{Script=Cyrillic}/u, sample: 'Жд' },
] as const

const tried = new Map<string, Promise<boolean>>()

/** Fonts are installed before a server starts: asked once. */
function known(sample: string): Promise<boolean> {
  const answer = tried.get(sample) ?? looksDrawn(sample)
  tried.set(sample, answer)
  return answer
}

/** A letter without a glyph is a box with its number in it: always of the same size, as that of a code point that is none. */
async function looksDrawn(sample: string): Promise<boolean> {
  const missing = await sizeOf('\u0378')
  const drawn = await Promise.all([...sample].map(sizeOf))
  return drawn.some((size) => size !== missing) && drawn.every((size) => size !== null)
}

async function sizeOf(letter: string): Promise<string | null> {
  try {
    const { width, height } = await sharp({ text: { text: letter, font: `${families} 40`, dpi: 72 } }).metadata()
    return `${width} x ${height}`
  } catch {
    return null // there is no font at all, and nothing is drawn
  }
}

const escapeMarkup = (text: string): string => text.replace(/[&<>]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? char)

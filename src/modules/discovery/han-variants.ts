import { Converter } from 'opencc-js/t2cn'

/** The basic ideographs: what is outside is rare and stays as it is. */
const FIRST = 0x4e00
const COUNT = 0x9fff - FIRST + 1
/** Japanese forms that are neither of the Chinese ones (SR-04); those that are come by the conversion itself. */
const japanese: Record<string, string> = {
  気: '气',
  沢: '泽',
  図: '图',
  楽: '乐',
  広: '广',
  駅: '驿',
  検: '检',
  変: '变',
  売: '卖',
  読: '读',
  円: '圆',
}

/** Traditional to simplified, one character for one, made once at the first use (a tenth of a second). */
let table: ReadonlyMap<string, string> | undefined

function variants(): ReadonlyMap<string, string> {
  if (table) return table
  const all = Array.from({ length: COUNT }, (_, at) => String.fromCodePoint(FIRST + at))
  // Apart, so that no phrase is converted as a phrase: every position of a folded text must lead back to its own.
  const simple = Converter({ from: 'tw', to: 'cn' })(all.join(' ')).split(' ')
  table = new Map([
    ...all.flatMap((one, at) => (simple[at] !== one && simple[at]?.length === 1 ? [[one, simple[at] ?? one] as const] : [])),
    ...Object.entries(japanese),
  ])
  return table
}

/** The simplified form of one Han character; any other character as it is. */
export const simplified = (character: string): string => variants().get(character) ?? character

/** The simplified form of a text, character for character. */
export function simplify(text: string): string {
  const known = variants()
  let folded = ''
  for (const character of text) folded += known.get(character) ?? character
  return folded
}

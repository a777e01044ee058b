import { crc32 } from 'node:zlib'
import { isId } from '../../../lib/ids.ts'
import { type TouchRecord, touchKinds, touchRecord } from '../index.ts'

/** A line is `<crc32, 8 hex digits> <json>\n`: a line that a crash tore, or a disk changed, is recognised. Nulls are left out. */
export function encodeLine(touch: TouchRecord): string {
  const known: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(touch)) if (value !== null) known[name] = value
  const json = JSON.stringify(known)
  return `${hex(crc32(json))} ${json}\n`
}

/** The touch of a line (without its newline), or null when the line is damaged or holds no touch. */
export function decodeLine(line: string): TouchRecord | null {
  const json = line.slice(9)
  if (line[8] !== ' ' || line.slice(0, 8) !== hex(crc32(json))) return null
  try {
    const touch = JSON.parse(json) as TouchRecord
    return isId(touch.id) && Number.isSafeInteger(touch.at) && touchKinds.includes(touch.kind) ? touchRecord(touch) : null
  } catch {
    return null
  }
}

const hex = (n: number) => n.toString(16).padStart(8, '0')

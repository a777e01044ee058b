/** In which encodings a text that begins with these bytes may be, the likelier first: as its mark says, else UTF-8 or what spreadsheets and editors in China save. */
export function encodingsOf(head: Uint8Array): readonly string[] {
  if (head[0] === 0xff && head[1] === 0xfe) return ['utf-16le']
  if (head[0] === 0xfe && head[1] === 0xff) return ['utf-16be']
  return ['utf-8', 'gb18030']
}

/** What to say of bytes that are in none of these. */
export const otherEncoding = 'Expected text in UTF-8 (or UTF-16, or GB18030), got bytes that are none of them'

/** Whether all of these bytes are text in an encoding. */
export async function isIn(encoding: string, chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of chunks) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** The text of these bytes, without its byte order mark; null when they are in none of the encodings. */
export function textOf(bytes: Uint8Array): string | null {
  for (const encoding of encodingsOf(bytes)) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  return null
}

import { appendFile, open } from 'node:fs/promises'
import { type AiMark, type AiSign, type MediaType, markBox, markOf, readAiSign } from '../index.ts'

/** What a file on disk says of a machine that made it (DIS-5). Throws when the disk fails. */
export async function fileSign(file: string, type: MediaType): Promise<AiSign | null> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const read = async (offset: number, length: number) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - offset)))
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, offset)
      return bytes.subarray(0, bytesRead)
    }
    return await readAiSign(read, size, type)
  } finally {
    await handle.close()
  }
}

/** Puts the mark at the end of an MP4 of ours; one that bears a mark stays as it is. */
export async function markVideo(file: string, mark: AiMark): Promise<void> {
  if (markOf(await fileSign(file, 'mp4')) === null) await appendFile(file, markBox(mark))
}

import { mkdir, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { newId } from '../../../lib/ids.ts'
import { type CardParts, drawShareCard } from './share-card.ts'

/** About a thousand cards. */
const MOST_BYTES = 64 * 1024 * 1024
/** Cards that are drawn at a time: a crawler that asks for a thousand leaves the server to its visitors. */
const AT_A_TIME = 2

/** Cards on disk, each drawn once: they can be thrown away at any time, and the oldest are when there are too many. */
export interface CardShelf {
  /** The card of this name; drawn from `parts` when it is not there. @param name Hex digits that change with what it shows. */
  take(name: string, parts: () => CardParts): Promise<Buffer>
}

/** @param folder Below DATA_DIR. @param mostBytes Of all cards together. */
export function cardShelf(folder: string, mostBytes = MOST_BYTES): CardShelf {
  const drawing = new Map<string, Promise<Buffer>>()
  const turns = limited(AT_A_TIME)
  const make = async (name: string, parts: () => CardParts): Promise<Buffer> => {
    const file = path.join(folder, `${name}.jpg`)
    const kept = await readFile(file).catch(() => null)
    if (kept) return kept
    const card = await turns(() => drawShareCard(parts()))
    await keep(folder, file, card)
    await clear(folder, mostBytes)
    return card
  }
  return {
    take(name, parts) {
      if (!/^[0-9a-f]{8,64}$/.test(name)) throw new Error(`not a card's name: ${name}`)
      const card = drawing.get(name) ?? make(name, parts).finally(() => drawing.delete(name))
      drawing.set(name, card)
      return card
    },
  }
}

/** Whole or not at all: a crash leaves a temporary name, which the next clearing takes. */
async function keep(folder: string, file: string, card: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true })
  const temporary = path.join(folder, `${newId()}.part`)
  await writeFile(temporary, card)
  await rename(temporary, file)
}

async function clear(folder: string, mostBytes: number): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const file = path.join(folder, name)
      const facts = await stat(file).catch(() => null) // another clearing was faster
      return facts && { file, bytes: facts.size, at: facts.mtimeMs }
    }),
  )
  let bytes = 0
  for (const one of files.filter((file) => file !== null).sort((a, b) => b.at - a.at)) {
    bytes += one.bytes
    if (bytes > mostBytes) await unlink(one.file).catch(() => undefined)
  }
}

/** Runs at most so many at a time; the others wait in line. */
function limited(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    running++
    try {
      return await work()
    } finally {
      running--
      waiting.shift()?.()
    }
  }
}

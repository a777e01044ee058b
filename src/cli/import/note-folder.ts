import { readdir, readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import type { NoteFile } from '../../flows/pieces/import-notes.ts'
import { textOf } from '../../lib/text-encoding.ts'
import { decoded } from './picture-folder.ts'

const pictureTypes = /\.(jpe?g|png|webp|gif|avif)$/i

/**
 * The Markdown files of a folder and the folders inside it, in the order of their paths. A picture is found where its file
 * says it lies, below the folder; a place outside of it, or on another machine, is none. Hidden files are passed over.
 */
export async function noteFolder(folder: string): Promise<NoteFile[]> {
  const root = await realpath(folder)
  const entries = await readdir(root, { withFileTypes: true, recursive: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path
        .relative(root, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join('/'),
    )
    .filter((file) => !file.split('/').some((part) => part.startsWith('.')))
  const pictures = new Map(files.filter((file) => pictureTypes.test(file)).map((file) => [file.normalize('NFC'), file]))
  return files
    .filter((file) => /\.(md|markdown)$/i.test(file))
    .sort()
    .map((file) => ({
      path: file.normalize('NFC'),
      read: async () => textOf(await readFile(path.join(root, file))),
      picture: async (source: string) => {
        const found = pictures.get(placeOf(file, source))
        return found === undefined ? null : readFile(path.join(root, found))
      },
    }))
}

/** `dishes/egg.md` and `./egg%201.jpg` (or `.\egg 1.jpg`) → `dishes/egg 1.jpg`. What leads out of the folder names no listed file. */
function placeOf(file: string, source: string): string {
  const bare = source.split(/[?#]/, 1)[0] ?? source
  return path.posix.join(path.posix.dirname(file), decoded(bare).replaceAll('\\', '/')).normalize('NFC')
}

import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What no build reads: its own output, and commands that run from source. */
const skippedFolders = new Set(['node_modules', '.next', '.react-router', 'build'])
const skippedFiles = /(?:^|\/)(?:\.DS_Store|next-env\.d\.ts|tsconfig\.tsbuildinfo)$|\.md$/

/** All files below the given folders and files, as sorted paths with forward slashes. */
export function listInputs(root, inputs) {
  const files = []
  const visit = (relative) => {
    const stat = statSync(path.join(root, relative), { throwIfNoEntry: false })
    if (!stat) return
    if (stat.isFile()) {
      if (!skippedFiles.test(relative)) files.push({ name: relative, size: stat.size, mtimeMs: stat.mtimeMs })
      return
    }
    for (const entry of readdirSync(path.join(root, relative))) {
      if (!skippedFolders.has(entry)) visit(`${relative}/${entry}`)
    }
  }
  for (const input of inputs) visit(input)
  return files.sort((a, b) => (a.name < b.name ? -1 : 1))
}

function readManifest(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

/**
 * The hashes of the files that a build reads. A file is read again only when its size or time changed.
 * @param {string} root
 * @param {string[]} inputs folders and files, relative to root; missing ones count as empty
 * @param {string} manifestFile keeps size, time and hash of each file between runs
 * @returns {{ name: string, hash: string }[]} sorted by name
 */
export function hashInputs(root, inputs, manifestFile) {
  const known = readManifest(manifestFile)
  const next = {}
  const hashed = listInputs(root, inputs).map(({ name, size, mtimeMs }) => {
    const before = known[name]
    const same = before && before[0] === size && before[1] === mtimeMs
    const hash = same
      ? before[2]
      : createHash('sha256')
          .update(readFileSync(path.join(root, name)))
          .digest('hex')
    next[name] = [size, mtimeMs, hash]
    return { name, hash }
  })
  mkdirSync(path.dirname(manifestFile), { recursive: true })
  writeFileSync(manifestFile, JSON.stringify(next))
  return hashed
}

/**
 * One hash over names and contents.
 * @param {{ name: string, hash: string }[]} files
 * @param {(name: string) => boolean} [counts] which of them count
 */
export function fingerprint(files, counts = () => true) {
  const hash = createHash('sha256')
  for (const file of files) if (counts(file.name)) hash.update(`${file.name}\0${file.hash}\n`)
  return hash.digest('hex')
}

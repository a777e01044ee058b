import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Env } from '../../config/env.ts'
import { backup as copyDatabase } from '../../database/sqlite/backup.ts'
import { databaseFile } from '../../database/sqlite/connection.ts'
import { copyWhole, type Found, filesBelow, hashOfFile, onMissing } from './files.ts'
import { backupName, type KeptFile, type Manifest, manifestName, parseManifest, storedAt, storeName } from './manifest.ts'

/** Folders of DATA_DIR whose files belong to the books. Letters, cards and earlier backups can be made again or are copies. */
const dataFolders = ['touches', 'payouts']

export interface BackupOptions {
  env: Pick<Env, 'dataDir' | 'mediaDir' | 'database' | 'databaseUrl'>
  /** Where backups are kept; each gets a folder of its own there. */
  into: string
  at: Date
  /** Whether `DATA_DIR/secret` goes along: it opens sessions and payout accounts, so who holds the backup holds those. */
  withSecret: boolean
  onProgress?: (done: number, total: number) => void
}

export interface BackupDone {
  folder: string
  manifest: Manifest
  /** Media files whose bytes were not in the store yet. */
  newMedia: number
}

/**
 * Copies the shop while it runs. The order makes the copy consistent: touches that wait in the journal first (those that
 * reach the database meanwhile are in its copy too, and coming twice they count once), then the database at one moment
 * (`VACUUM INTO`), then the media, whose names never change and which are written before their rows. The folder appears
 * under its name only when all of it is there. Throws when the disk fails.
 */
export async function takeBackup({ env, into, at, withSecret, onProgress }: BackupOptions): Promise<BackupDone> {
  const folder = path.join(into, backupName(at))
  const partial = `${folder}.partial`
  await mkdir(into, { recursive: true, mode: 0o700 })
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { mode: 0o700 })
  try {
    const data = await copyData(env.dataDir, partial, withSecret)
    const database = env.database === 'sqlite' ? await copyDatabaseTo(databaseFile(env.databaseUrl), partial) : null
    const known = await latestMedia(into)
    const { media, fresh } = await keepMedia(env.mediaDir, path.join(into, storeName), known, onProgress)
    const manifest: Manifest = { format: 1, madeAt: at.toISOString(), database, data, media }
    await writeFile(path.join(partial, manifestName), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true })
    await rename(partial, folder)
    return { folder, manifest, newMedia: fresh }
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw error
  }
}

async function copyData(dataDir: string, to: string, withSecret: boolean): Promise<KeptFile[]> {
  const kept: KeptFile[] = []
  const take = async ({ path: name, changed }: Pick<Found, 'path' | 'changed'>) => {
    const copy = path.join(to, 'data', name)
    // A segment of the journal may go while it is looked at: then the database holds its touches.
    if (!(await copyWhole(path.join(dataDir, name), copy, 0o600))) return
    kept.push({ path: name, changed, ...(await hashOfFile(copy))! })
  }
  for (const folder of dataFolders)
    for (const file of await filesBelow(path.join(dataDir, folder))) await take({ ...file, path: `${folder}/${file.path}` })
  if (withSecret) await take({ path: 'secret', changed: 0 })
  return kept
}

async function copyDatabaseTo(from: string, to: string): Promise<KeptFile> {
  const name = 'zhongcao.db'
  await copyDatabase(from, path.join(to, name))
  return { path: name, changed: 0, ...(await hashOfFile(path.join(to, name)))! }
}

/** The media of the latest backup by path: files of the same size and time are not read again. */
async function latestMedia(into: string): Promise<Map<string, KeptFile>> {
  const names = (await readdir(into).catch(onMissing<string[]>([]))).filter((name) => /^\d{4}-\d\d-\d\dT\d{6}Z$/.test(name)).sort()
  for (const name of names.reverse()) {
    const text = await readFile(path.join(into, name, manifestName), 'utf8').catch(onMissing(null))
    const manifest = text === null ? null : parseManifest(text)
    if (manifest?.ok) return new Map(manifest.value.media.map((file) => [file.path, file]))
  }
  return new Map()
}

async function keepMedia(
  mediaDir: string,
  store: string,
  known: ReadonlyMap<string, KeptFile>,
  onProgress: BackupOptions['onProgress'],
): Promise<{ media: KeptFile[]; fresh: number }> {
  const files = (await filesBelow(mediaDir)).filter(({ path: name }) => !name.split('/').some((part) => part.startsWith('.')))
  const stored = new Set((await filesBelow(store)).map(({ path: name }) => name))
  const media: KeptFile[] = []
  let fresh = 0
  for (const [index, file] of files.entries()) {
    const before = known.get(file.path)
    const same = before?.bytes === file.bytes && before.changed === file.changed
    const read = same ? before : await hashOfFile(path.join(mediaDir, file.path))
    onProgress?.(index + 1, files.length)
    if (!read) continue
    media.push({ path: file.path, changed: file.changed, bytes: read.bytes, sha256: read.sha256 })
    const place = storedAt(read.sha256)
    if (stored.has(place)) continue
    if (await copyWhole(path.join(mediaDir, file.path), path.join(store, place), 0o600)) fresh++
    stored.add(place)
  }
  return { media, fresh }
}

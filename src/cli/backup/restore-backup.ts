import { existsSync } from 'node:fs'
import { mkdir, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import type { Env } from '../../config/env.ts'
import { databaseFile } from '../../database/sqlite/connection.ts'
import { SingleWriter } from '../../database/sqlite/single-writer.ts'
import type { Clock } from '../../lib/clock.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { copyWhole, hashOfFile, onMissing, problemOf } from './files.ts'
import { backupName, type Manifest, manifestName, parseManifest, storedAt, storeName } from './manifest.ts'

export interface RestoreOptions {
  env: Pick<Env, 'dataDir' | 'mediaDir' | 'database' | 'databaseUrl' | 'PAYLOAD_SECRET'>
  /** The folder of one backup. */
  from: string
  clock: Clock
  /** Whether a database that is there may be moved aside. */
  force: boolean
  onProgress?: (done: number, total: number) => void
}

export interface Restored {
  manifest: Manifest
  /** Where what was there before lies now; null when nothing was. */
  aside: string | null
}

/**
 * Reads a backup and looks at every file of it. Fails with `not_found` where there is none, `invalid` with the first thing
 * that is not as it was.
 */
export async function checkBackup(from: string, onProgress?: RestoreOptions['onProgress']): Promise<Result<Manifest>> {
  const text = await readFile(path.join(from, manifestName), 'utf8').catch(onMissing(null))
  if (text === null) return fail('not_found', `There is no backup at ${from}: expected a folder with ${manifestName}.`)
  const manifest = parseManifest(text)
  if (!manifest.ok) return manifest
  const { database, data, media } = manifest.value
  const files = [
    ...(database ? [{ file: path.join(from, database.path), kept: database }] : []),
    ...data.map((kept) => ({ file: path.join(from, 'data', kept.path), kept })),
    ...media.map((kept) => ({ file: path.join(path.dirname(from), storeName, storedAt(kept.sha256)), kept })),
  ]
  for (const [index, { file, kept }] of files.entries()) {
    const problem = await problemOf(file, kept)
    if (problem) return fail('invalid', `This backup is damaged: ${problem}. Nothing was changed.`)
    onProgress?.(index + 1, files.length)
  }
  return manifest
}

/**
 * Puts a backup in the place of the shop: everything is looked at first, then, under the lock that a running server holds,
 * what is there is moved aside (never deleted) and the copies take its place. Fails with `conflict` when a database is
 * there and `force` was not given, and as `checkBackup`; throws SecondWriter while a server runs.
 */
export async function restoreBackup({ env, from, clock, force, onProgress }: RestoreOptions): Promise<Result<Restored>> {
  const checked = await checkBackup(from, onProgress)
  if (!checked.ok) return checked
  const manifest = checked.value
  if ((manifest.database === null) !== (env.database === 'mongodb')) {
    const [made, here] = manifest.database ? ['SQLite', 'MongoDB'] : ['MongoDB', 'SQLite']
    return fail('invalid', `This backup is of a shop on ${made}; DATABASE_URL names ${here}.`)
  }
  if (env.database === 'mongodb') {
    await putFiles(env, from, manifest, null)
    return ok({ manifest, aside: null })
  }
  const target = databaseFile(env.databaseUrl)
  await mkdir(path.dirname(target), { recursive: true })
  await mkdir(env.dataDir, { recursive: true, mode: 0o700 })
  const lock = new SingleWriter(target, clock)
  await lock.acquire()
  try {
    if (existsSync(target) && !force) {
      return fail('conflict', `There is a database at ${target}. --force moves it aside (nothing is deleted) and puts the backup there.`)
    }
    const aside = await moveAside(env, target, clock.now(), manifest)
    await putFiles(env, from, manifest, target)
    return ok({ manifest, aside })
  } finally {
    await lock.release()
  }
}

/** The database with its log files, and the folders of the data that come back; media are only added to. */
async function moveAside(env: RestoreOptions['env'], target: string, at: Date, manifest: Manifest): Promise<string | null> {
  const bringsSecret = manifest.data.some(({ path: name }) => name === 'secret')
  const old = [
    ...[target, `${target}-wal`, `${target}-shm`],
    ...['touches', 'payouts', ...(bringsSecret ? ['secret'] : [])].map((name) => path.join(env.dataDir, name)),
  ].filter((name) => existsSync(name))
  if (old.length === 0) return null
  const aside = path.join(env.dataDir, `before-restore-${backupName(at)}`)
  await mkdir(aside, { mode: 0o700 })
  for (const name of old) await rename(name, path.join(aside, path.basename(name)))
  return aside
}

async function putFiles(env: RestoreOptions['env'], from: string, manifest: Manifest, target: string | null): Promise<void> {
  for (const { path: name } of manifest.data) await need(path.join(from, 'data', name), path.join(env.dataDir, name), 0o600)
  const store = path.join(path.dirname(from), storeName)
  for (const { path: name, sha256, bytes } of manifest.media) {
    const place = path.join(env.mediaDir, name)
    const there = await hashOfFile(place)
    if (there?.sha256 === sha256 && there.bytes === bytes) continue
    await need(path.join(store, storedAt(sha256)), place, 0o644)
  }
  // Last: a restore that was cut short leaves no shop that looks whole, and can be run again.
  if (manifest.database && target) await need(path.join(from, manifest.database.path), target, 0o600)
}

async function need(from: string, to: string, mode: number): Promise<void> {
  if (!(await copyWhole(from, to, mode))) throw new Error(`${from} went away while it was being restored`)
}

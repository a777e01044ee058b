import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseManifest, storedAt } from '../../../src/cli/backup/manifest.ts'
import { checkBackup, type RestoreOptions, restoreBackup } from '../../../src/cli/backup/restore-backup.ts'
import { type BackupDone, takeBackup } from '../../../src/cli/backup/take-backup.ts'
import { readEnv } from '../../../src/config/env.ts'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { sha256 } from '../../../src/lib/hash.ts'
import { product } from '../../builders/catalogue.ts'
import { paidOrder } from '../../builders/paid-order.ts'
import { person } from '../../builders/people.ts'
import { openWorld, type World } from '../../builders/world.ts'

const mongo = process.env.TEST_DATABASE === 'mongodb'
if (mongo) console.log('skipped: backups of the database itself are for SQLite; MongoDB has mongodump')

let world: World
let root = ''
let into = ''
const at = new Date('2026-11-02T04:00:00.000Z')
const envOf = (dir: string) => readEnv({ NODE_ENV: 'test', DATA_DIR: dir, LOG_LEVEL: 'silent' })
const folder = async () => mkdtemp(path.join(root, 'shop-'))
const put = async (file: string, text: string) => {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, text)
}

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'zhongcao-backup-'))
  into = path.join(root, 'backups')
  world = await openWorld()
  await person(world, ['admin'])
  await paidOrder(world, [{ product: await product(world, { prices: [12345], stock: 9 }) }])
  await put(path.join(world.ctx.env.mediaDir, 'ab', 'picture.webp'), 'a picture')
  await put(path.join(world.ctx.env.mediaDir, '.incoming', 'half.upload'), 'not a picture yet')
  await put(path.join(world.dir, 'secret'), 'a-secret-of-the-backup-test-0123456789\n')
  await put(path.join(world.dir, 'touches', '000.log'), 'a line of the journal\n')
}, 180_000)

afterAll(async () => {
  await world?.close()
  await rm(root, { recursive: true, force: true })
})

const take = (moment: Date, withSecret = true): Promise<BackupDone> => takeBackup({ env: world.ctx.env, into, at: moment, withSecret })
const restore = (from: string, dir: string, more: Partial<RestoreOptions> = {}) =>
  restoreBackup({ env: envOf(dir), from, clock: world.ctx.clock, force: false, ...more })

describe.skipIf(mongo)('a backup', () => {
  it('is taken while the shop is open, and a shop put back from it has the same books, files and secret', async () => {
    const done = await take(at)
    expect(path.basename(done.folder)).toBe('2026-11-02T040000Z')
    expect(done.manifest.media.map(({ path: name }) => name)).toEqual(['ab/picture.webp'])
    expect(done.manifest.data.map(({ path: name }) => name).sort()).toEqual(['secret', 'touches/000.log'])
    const dir = await folder()
    const restored = await restore(done.folder, dir)
    expect(restored.ok && restored.value.aside).toBeNull()
    expect(await readFile(path.join(dir, 'media', 'ab', 'picture.webp'), 'utf8')).toBe('a picture')
    expect(await readFile(path.join(dir, 'secret'), 'utf8')).toContain('a-secret-of-the-backup-test')
    await rm(path.join(dir, 'touches', '000.log'))
    const again = await openWorld({ dir })
    try {
      const [before, after] = [await checkBooks(world.ctx), await checkBooks(again.ctx)]
      expect(after.findings).toEqual([])
      expect(after.figures).toEqual(before.figures)
      expect(after.figures.paidOrders).toBe(1)
    } finally {
      await again.close()
    }
  })

  it('copies only what is new of the media, and finds the rest by its hash', async () => {
    await put(path.join(world.ctx.env.mediaDir, 'ab', 'same-bytes.webp'), 'a picture')
    await put(path.join(world.ctx.env.mediaDir, 'cd', 'new.webp'), 'another picture')
    const done = await take(new Date(at.getTime() + 60_000))
    expect(done.newMedia).toBe(1)
    expect(done.manifest.media).toHaveLength(3)
    expect(await readFile(path.join(into, 'media-store', storedAt(sha256('a picture'))), 'utf8')).toBe('a picture')
  })

  it('leaves the secret out when it should', async () => {
    const done = await take(new Date(at.getTime() + 120_000), false)
    expect(done.manifest.data.map(({ path: name }) => name)).not.toContain('secret')
    expect(await readdir(done.folder, { recursive: true })).not.toContain('data/secret')
  })

  it('that was damaged is refused before anything is changed, and says what is damaged', async () => {
    const done = await take(new Date(at.getTime() + 180_000))
    const database = path.join(done.folder, 'zhongcao.db')
    const bytes = await readFile(database)
    bytes[bytes.length >> 1]! ^= 1
    await writeFile(database, bytes)
    const dir = await folder()
    const refused = await restore(done.folder, dir)
    expect(refused.ok).toBe(false)
    expect(!refused.ok && refused.failure).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('zhongcao.db is not what it was'),
    })
    expect(await readdir(dir)).toEqual([])
    expect((await checkBackup(path.join(into, 'nowhere'))).ok).toBe(false)
  })

  it('does not take the place of a shop that is there, unless told to; then the old one is moved aside', async () => {
    const done = await take(new Date(at.getTime() + 240_000))
    const dir = await folder()
    expect((await restore(done.folder, dir)).ok).toBe(true)
    await put(path.join(dir, 'payouts', 'run.csv'), 'paid since')
    const refused = await restore(done.folder, dir)
    expect(!refused.ok && refused.failure.code).toBe('conflict')
    const forced = await restore(done.folder, dir, { force: true })
    const aside = forced.ok ? forced.value.aside : null
    expect(aside).not.toBeNull()
    expect((await readdir(aside as string)).sort()).toEqual(expect.arrayContaining(['payouts', 'secret', 'zhongcao.db']))
  })

  it('is not put in the place of a shop that runs', async () => {
    const done = await take(new Date(at.getTime() + 300_000))
    await expect(restore(done.folder, world.dir, { env: world.ctx.env, force: true })).rejects.toMatchObject({ name: 'SecondWriter' })
    expect((await checkBooks(world.ctx)).findings).toEqual([])
  })
})

describe('a manifest', () => {
  it('names no file outside its folder', () => {
    const kept = (name: string) => ({ path: name, bytes: 1, sha256: 'a'.repeat(64), changed: 0 })
    const text = (name: string) => JSON.stringify({ format: 1, madeAt: at.toISOString(), database: null, data: [], media: [kept(name)] })
    for (const name of ['../x', '/etc/x', 'a/../../x', 'a//b', 'a\\b', '', '.', 'a/\0'])
      expect(parseManifest(text(name)).ok, name).toBe(false)
    expect(parseManifest(text('ab/cd.webp')).ok).toBe(true)
  })
})

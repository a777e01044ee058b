import { existsSync } from 'node:fs'
import path from 'node:path'
import { readEnv } from '../config/env.ts'
import { sentenceFor } from '../config/refusals.ts'
import { databaseFile } from '../database/sqlite/connection.ts'
import { systemClock } from '../lib/clock.ts'
import { takeBackup } from './backup/take-backup.ts'
import { progressBar } from './import/progress-bar.ts'

/**
 * `npm run backup [-- <folder>] [--without-secret]`: a consistent copy of the shop, beside the running server, into a folder
 * of its own below `<folder>` (DATA_DIR/backups). Exit code 78 when there is nothing to copy, 2 for an unknown argument.
 */
async function main(args: string[]): Promise<number> {
  const withoutSecret = args.includes('--without-secret')
  const [given, more] = args.filter((arg) => arg !== '--without-secret')
  if (more !== undefined || given?.startsWith('-')) {
    console.error(
      `Expected one folder and perhaps --without-secret, got ${args.join(' ')}\nUsage: npm run backup -- [<folder>] [--without-secret]`,
    )
    return 2
  }
  const env = readEnv()
  if (env.database === 'sqlite' && !existsSync(databaseFile(env.databaseUrl))) {
    console.error(`There is no database at ${databaseFile(env.databaseUrl)}: start the shop once, or set DATA_DIR or DATABASE_URL.`)
    return 78
  }
  const bar = progressBar('Backing up')
  const into = path.resolve(given ?? path.join(env.dataDir, 'backups'))
  const { folder, manifest, newMedia } = await takeBackup({
    env,
    into,
    at: systemClock.now(),
    withSecret: !withoutSecret,
    onProgress: (done, total) => bar.show(done, total),
  })
  bar.end()
  const megabytes = (manifest.database?.bytes ?? 0) / 1e6
  console.log(`The shop was copied into ${folder}`)
  console.log(
    manifest.database
      ? `database ${megabytes.toFixed(1)} MB, ${manifest.media.length} media files (${newMedia} new), ${manifest.data.length} files of data`
      : `${manifest.media.length} media files (${newMedia} new), ${manifest.data.length} files of data; the database is MongoDB: run mongodump --oplog first, restore it with mongorestore --oplogReplay`,
  )
  if (!withoutSecret && manifest.data.some(({ path: name }) => name === 'secret'))
    console.log('The site’s secret is in it: keep it where only you can read (--without-secret leaves it out).')
  return 0
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const sentence = sentenceFor(error)
  if (!sentence) throw error
  console.error(sentence)
  process.exitCode = 78
}

import path from 'node:path'
import { readEnv } from '../config/env.ts'
import { sentenceFor } from '../config/refusals.ts'
import { systemClock } from '../lib/clock.ts'
import { checkBackup, restoreBackup } from './backup/restore-backup.ts'
import { progressBar } from './import/progress-bar.ts'

/**
 * `npm run restore -- <backup folder> [--force | --check]`: puts a backup in the place of the shop, after every file of it was
 * looked at; `--check` only looks. Exit code 1 when the backup is damaged or a shop is there already, 78 while a server runs,
 * 2 for an unknown argument.
 */
async function main(args: string[]): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith('-'))
  const [given, more] = args.filter((arg) => !arg.startsWith('-'))
  if (!given || more !== undefined || flags.some((flag) => flag !== '--force' && flag !== '--check')) {
    console.error('Usage: npm run restore -- <folder of one backup> [--force | --check]')
    return 2
  }
  const from = path.resolve(given)
  const bar = progressBar('Looking')
  const onProgress = (done: number, total: number) => bar.show(done, total)
  if (flags.includes('--check')) {
    const checked = await checkBackup(from, onProgress)
    bar.end()
    if (!checked.ok) return refused(checked.failure.message)
    console.log(`The backup of ${checked.value.madeAt} is whole: ${checked.value.media.length} media files.`)
    return 0
  }
  const env = readEnv()
  const restored = await restoreBackup({ env, from, clock: systemClock, force: flags.includes('--force'), onProgress })
  bar.end()
  if (!restored.ok) return refused(restored.failure.message)
  const { manifest, aside } = restored.value
  console.log(`The shop is as it was at ${manifest.madeAt}.${aside ? ` What was there before lies in ${aside}.` : ''}`)
  if (!manifest.database) console.log('The database is MongoDB: bring it back with mongorestore --oplogReplay.')
  if (!env.PAYLOAD_SECRET && !manifest.data.some(({ path: name }) => name === 'secret'))
    console.log('The backup holds no secret: put yours into DATA_DIR/secret or PAYLOAD_SECRET, or payout accounts cannot be opened.')
  console.log('Prove the books with `npm run ledger:check`, then start the shop.')
  return 0
}

function refused(message: string): number {
  console.error(message)
  return 1
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const sentence = sentenceFor(error)
  if (!sentence) throw error
  console.error((error as Error).name === 'SecondWriter' ? `${sentence}\nStop the server first: a restore takes its place.` : sentence)
  process.exitCode = 78
}

import { spawnSync } from 'node:child_process'
import { prepare } from './setup/prepare.mjs'

/** `npm run shots`: builds when the build is stale, then takes pictures of every screen (test/screens). */
await prepare({ build: true })
const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'test/screens/shots.ts', ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(status ?? 1)

import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { logFolder, root } from './setup/root.mjs'
import { runLogged, tail } from './setup/run-child.mjs'
import { withoutSettings } from './setup/settings.mjs'

/**
 * `npm run generate:types`: writes what Payload derives from the collections: the types and the admin's import map.
 * Both are committed; the house lane of the tests proves that they are current. Reads no data, and leaves none.
 */
const scratch = mkdtempSync(path.join(os.tmpdir(), 'zhongcao-generate-'))
let failed = false
for (const script of ['generate:types', 'generate:importmap']) {
  const log = path.join(logFolder, `${script.replace(':', '-')}.log`)
  const env = { ...withoutSettings(), PAYLOAD_CONFIG_PATH: 'src/payload.config.ts', NODE_ENV: 'development', DATA_DIR: scratch }
  const result = await runLogged(process.execPath, ['node_modules/payload/bin.js', script], { cwd: root, log, env, timeoutMs: 180_000 })
  if (result.code === 0) console.log(`payload ${script}: done`)
  else {
    failed = true
    console.error(`${tail(log)}\npayload ${script} failed (code ${result.code}); the whole log: ${log}`)
  }
}
rmSync(scratch, { recursive: true, force: true })
process.exit(failed ? 1 : 0)

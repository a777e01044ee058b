import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { logFolder, root } from '../../src/cli/setup/root.mjs'
import { runLogged, tail } from '../../src/cli/setup/run-child.mjs'
import { withoutSettings } from '../../src/cli/setup/settings.mjs'

const types = 'src/payload-types.ts'
const importMap = 'src/admin/app/(payload)/admin/importMap.js'
const marker = '\n// not written again\n'

/** Runs one of Payload's generators with a data folder of its own. */
async function generate(script, env) {
  const log = path.join(logFolder, `${script.replace(':', '-')}.log`)
  const args = ['node_modules/payload/bin.js', script]
  const result = await runLogged(process.execPath, args, {
    cwd: root,
    log,
    timeoutMs: 120_000,
    env: { ...withoutSettings(), PAYLOAD_CONFIG_PATH: 'src/payload.config.ts', NODE_ENV: 'development', ENV_FILE: '0', ...env },
  })
  return result.code === 0 ? undefined : `payload ${script} failed (code ${result.code}):\n${tail(log)}`
}

/** Payload writes the types where we say: the committed file stays untouched. */
async function checkTypes(folder) {
  const out = path.join(folder, 'payload-types.ts')
  const failure = await generate('generate:types', { PAYLOAD_TS_OUTPUT_PATH: out, DATA_DIR: path.join(folder, 'data') })
  if (failure) return failure
  if (!existsSync(out)) return 'payload generate:types wrote nothing'
  return readFileSync(out, 'utf8') === readFileSync(path.join(root, types), 'utf8')
    ? undefined
    : `${types} is not what the collections say: run npm run generate:types and commit it`
}

/** The import map can only be written in its place; a marker shows that it was written, since the generator may do nothing and say nothing. */
async function checkImportMap(folder) {
  const file = path.join(root, importMap)
  const committed = readFileSync(file, 'utf8')
  try {
    writeFileSync(file, committed + marker)
    const failure = await generate('generate:importmap', { DATA_DIR: path.join(folder, 'data') })
    if (failure) return failure
    const written = readFileSync(file, 'utf8')
    if (written.endsWith(marker)) return 'payload generate:importmap wrote nothing'
    return written === committed ? undefined : `${importMap} is not what the config says: run npm run generate:types and commit it`
  } finally {
    writeFileSync(file, committed)
  }
}

/** Whether the committed outputs of Payload's generators are current. Answers one sentence for each finding. */
export async function checkGenerated() {
  const missing = [types, importMap].filter((file) => !existsSync(path.join(root, file)))
  if (missing.length > 0) return missing.map((file) => `${file} is missing: run npm run generate:types and commit it`)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zhongcao-generated-'))
  try {
    return [await checkTypes(folder), await checkImportMap(folder)].filter(Boolean)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

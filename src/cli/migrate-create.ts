import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * `npm run migrate:create -- <name>`: writes the migration from the last committed schema to the one in the code.
 * It needs no database. `--replace` first removes the migrations of that name, for a schema that was never released.
 */
const dir = path.resolve('src/database/migrations')
const args = process.argv.slice(2)
const name = args.find((arg) => /^[a-z][a-z0-9-]*$/.test(arg))
if (!name) {
  console.error('Usage: npm run migrate:create -- <name-in-kebab-case> [--replace]')
  process.exit(2)
}
if (args.includes('--replace')) {
  for (const file of readdirSync(dir))
    if (file.endsWith(`_${name.replaceAll('-', '_')}.ts`) || file.endsWith(`_${name.replaceAll('-', '_')}.json`))
      rmSync(path.join(dir, file))
  writeFileSync(path.join(dir, 'index.ts'), 'export const migrations = []\n')
}
const run = spawnSync(process.execPath, ['node_modules/payload/bin.js', 'migrate:create', name, '--skip-empty'], {
  env: { ...process.env, ZHONGCAO_BUILD: '1', NODE_ENV: 'development', PAYLOAD_CONFIG_PATH: 'src/payload.config.ts', DATABASE_URL: '' },
  stdio: ['ignore', 'inherit', 'inherit'],
})
tidy()
process.exit(run.status ?? 1)

/** What Payload writes imports types as values and files without their extension; neither runs here. */
function tidy(): void {
  for (const file of readdirSync(dir).filter((one) => one.endsWith('.ts'))) {
    const where = path.join(dir, file)
    const text = readFileSync(where, 'utf8')
    const fixed = text
      .replace(
        'import { MigrateUpArgs, MigrateDownArgs, sql }',
        '// @ts-nocheck: generated\nimport { type MigrateDownArgs, type MigrateUpArgs, sql }',
      )
      .replace(/from '(\.\/\d[^']*?)(?<!\.ts)';?/g, "from '$1.ts'")
    if (fixed !== text) writeFileSync(where, fixed)
  }
}

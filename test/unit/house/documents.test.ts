import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { settings as listed, withoutSettings } from '../../../src/cli/setup/settings.mjs'

const read = (name: string) => readFileSync(name, 'utf8')
const env = read('src/config/env.ts')
const settings = [...env.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => name!).filter((name) => name !== 'NODE_ENV')
const reserved = [...(env.match(/const notYet = \[([^\]]*)\]/)?.[1] ?? '').matchAll(/'([A-Z_0-9]+)'/g)].map(([, name]) => name!)
/** Set by tests, not by people. */
const forTests = ['TX_RUN_TWICE']

it('reads the names of the settings from the schema', () => {
  expect(settings).toEqual(expect.arrayContaining(['PORT', 'DATABASE_URL', 'SANDBOX_PAYMENTS']))
})

it('builds and tests are run without any setting of the shell', () => {
  expect([...listed].sort()).toEqual([...settings, ...reserved].sort())
  expect(withoutSettings(['FFMPEG_PATH'])).toMatchObject({ PORT: undefined, MEILI_URL: undefined })
  expect(withoutSettings(['FFMPEG_PATH'])).not.toHaveProperty('FFMPEG_PATH')
})

it("the README's table names every setting, and no other", () => {
  const rows = read('README.md')
    .split('\n')
    .filter((line) => /^\| `[A-Z]/.test(line))
  const named = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name!))
  expect(named.sort()).toEqual([...settings].sort())
})

it('.env.example offers every setting, all of them commented out', () => {
  const lines = read('.env.example').split('\n').filter(Boolean)
  expect(lines.filter((line) => !line.startsWith('#'))).toEqual([])
  const named = new Set(lines.flatMap((line) => line.match(/^# ([A-Z_]+)=/)?.[1] ?? []))
  expect([...named].sort()).toEqual(settings.filter((name) => !forTests.includes(name)).sort())
})

it('the README says which adapters are not there yet', () => {
  for (const name of reserved) expect(read('README.md')).toContain(`\`${name}\``)
})

it('every command of package.json has its file, and the README or CONTRIBUTING names it', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const documents = read('README.md') + read('CONTRIBUTING.md')
  for (const [name, command] of Object.entries(scripts)) {
    const file = command.match(/(?:src\/cli|test)\/[\w-]+\.(?:mjs|ts)(?=$| )/)?.[0]
    if (file) expect(existsSync(file), `${name} runs ${file}`).toBe(true)
    expect(documents).toMatch(new RegExp(`npm (?:run )?${name}\\b`))
  }
})

it('documents link only to files that exist', () => {
  for (const name of ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'docs/decisions/README.md']) {
    for (const [, target] of read(name).matchAll(/\]\(([^)]+)\)/g)) {
      if (/^https?:/.test(target!)) continue
      expect(existsSync(path.resolve(path.dirname(name), target!.split('#')[0]!)), `${name} → ${target}`).toBe(true)
    }
  }
})

it('records of decisions are numbered without a doubt, dated, and in their form', () => {
  const records = readdirSync('docs/decisions').filter((name) => /^\d/.test(name))
  expect(records.length).toBeGreaterThan(0)
  expect(new Set(records.map((name) => name.slice(0, 4))).size).toBe(records.length)
  for (const name of records) {
    const text = read(`docs/decisions/${name}`)
    expect(text, name).toMatch(/^# \d{4}\b/)
    expect(text, name).toMatch(/Date:.*\d{4}-\d{2}-\d{2}/)
    for (const part of ['Status', 'Context', 'Decision', 'Consequences']) expect(text, `${name}: ${part}`).toContain(part)
  }
})

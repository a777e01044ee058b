import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openWorld } from '../../builders/world.ts'

const dir = mkdtempSync(path.join(tmpdir(), 'zhongcao-import-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** `npm run import -- …` as a person runs it, on a data folder of its own. */
function run(
  args: string[],
  dataDir = path.join(dir, 'data'),
  script = 'src/cli/import.ts',
): Promise<{ code: number | null; out: string; error: string }> {
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    ENV_FILE: '0',
    LOG_LEVEL: 'info',
    TX_RUN_TWICE: '',
    VITEST: '',
  }
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', error: '' }
  for (const [stream, name] of [
    [child.stdout, 'out'],
    [child.stderr, 'error'],
  ] as const) {
    stream.on('data', (chunk) => {
      said[name] += chunk
    })
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })))
}

const fixture = 'test/fixtures/products.csv'
const pictures = 'test/fixtures/pictures'

describe('npm run import', () => {
  it('tells what came in and lists each bad row; twice says that nothing changed', { timeout: 120_000 }, async () => {
    const first = await run([fixture, '--images', pictures, '--offline'])
    expect(first).toMatchObject({ code: 0, error: '' })
    expect(first.out).toContain('products    4 new, 0 changed, 0 unchanged, 3 refused')
    expect(first.out).toContain('pictures    3 new, 0 known, 1 not loaded')
    expect(first.out).toMatch(/line 5, Variant Price \(left out\): Expected a price above zero.*"399,00"/)
    const second = await run([fixture, '--images', pictures, '--offline'])
    expect(second.code).toBe(0)
    expect(second.out).toContain('products    0 new, 0 changed, 4 unchanged, 3 refused')
  })

  it('ends with 1 when nothing came in, and says which columns it wants', { timeout: 60_000 }, async () => {
    const other = path.join(dir, 'other.csv')
    writeFileSync(other, 'id,label\n1,x\n')
    const { code, error } = await run([other])
    expect(code).toBe(1)
    expect(error).toMatch(/other\.csv: Expected the columns Handle .*Found: id, label/)
    const bad = path.join(dir, 'bad.csv')
    writeFileSync(bad, 'Handle,Title,Variant Price\na,A,free\n')
    expect(await run([bad])).toMatchObject({ code: 1, out: expect.stringContaining('line 2, Variant Price') })
  })

  it.each([
    [[]],
    [['no-such-file.csv']],
    [[fixture, '--images', 'no-such-folder']],
    [[fixture, '--language', 'fr']],
    [[fixture, '--what']],
  ])('ends with 2 and opens nothing for %j', { timeout: 60_000 }, async (args) =>
    expect((await run(args, path.join(dir, 'untouched'))).code).toBe(2),
  )

  it.skipIf(process.env.TEST_DATABASE === 'mongodb')(
    'says to stop the server while it runs, and changes nothing',
    { timeout: 120_000 },
    async () => {
      const world = await openWorld()
      for (const script of ['src/cli/import.ts', 'src/cli/seed.ts']) {
        const { code, error } = await run(script.includes('seed') ? [] : [fixture], world.dir, script)
        expect(code).toBe(78)
        expect(error).toMatch(/already open for writing by process \d+.*\nStop the server/)
      }
      expect(await world.payload.count({ collection: 'products' })).toEqual({ totalDocs: 0 })
      await world.close()
    },
  )
})

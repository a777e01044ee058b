import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openWorld } from '../../builders/world.ts'

const dir = mkdtempSync(path.join(tmpdir(), 'zhongcao-import-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** `npm run import -- …` as a person runs it, on a data folder of its own. */
const run = (args: string[], dataDir = path.join(dir, 'data'), script = 'src/cli/import.ts') => start(args, dataDir, script).done

function start(args: string[], dataDir: string, script = 'src/cli/import.ts') {
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
  const done = new Promise<{ code: number | null; out: string; error: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, ...said })),
  )
  return { child, done }
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
    [[fixture, '--notes', 'test/fixtures/notes']],
    [['--notes', 'no-such-folder']],
    [['--notes', 'test/fixtures/notes', '--rate', '7']],
    [[fixture, '--author', 'ahe']],
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

describe('npm run import, stopped', () => {
  const file = path.join(dir, 'many.csv')
  const many = 120
  writeFileSync(
    file,
    [
      'Handle,Title,Variant SKU,Variant Price',
      ...Array.from({ length: many }, (_, n) => `thing-${n},Thing ${n},SKU-${n},${n + 1}.00`),
    ].join('\n'),
  )

  /** Starts the import, and ends it with this signal when the first products are in. */
  async function interrupted(dataDir: string, signal: 'SIGINT' | 'SIGKILL') {
    const running = start([file, '--offline'], dataDir)
    const marks = path.join(dataDir, 'imports')
    while (!existsSync(marks) || readdirSync(marks).every((name) => !name.endsWith('.json'))) await new Promise((go) => setTimeout(go, 10))
    running.child.kill(signal)
    return running.done
  }

  it.each([
    ['by Ctrl-C', 'SIGINT', 130],
    ['by kill -9', 'SIGKILL', null],
  ] as const)('%s goes on where it ended, and brings in every product once', { timeout: 240_000 }, async (_, signal, code) => {
    const dataDir = path.join(dir, signal)
    const first = await interrupted(dataDir, signal)
    expect(first.code).toBe(code)
    if (signal === 'SIGINT') expect(first.out).toMatch(/Stopped after \d+ of 120 products\. The same command goes on from here\./)
    const second = await run([file, '--offline'], dataDir)
    expect(second.code).toBe(0)
    const from = Number(/Going on after (\d+) products/.exec(second.out)?.[1])
    expect(from).toBeGreaterThan(0)
    expect(from).toBeLessThan(many)
    const [, created, unchanged] = /products {4}(\d+) new, 0 changed, (\d+) unchanged/.exec(second.out) ?? []
    expect(Number(created) + Number(unchanged)).toBe(many - from)
    const third = await run([file, '--offline'], dataDir)
    expect(third.out).not.toContain('Going on after')
    expect(third.out).toContain(`products    0 new, 0 changed, ${many} unchanged`)
  })
})

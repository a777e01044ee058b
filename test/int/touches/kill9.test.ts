import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import type { TouchRecord } from '../../../src/modules/touches/index.ts'
import { folderDisk, Replayer } from '../../../src/modules/touches/journal/index.ts'

const rounds = Number(process.env.ROUNDS ?? 4)
const root = mkdtempSync(path.join(tmpdir(), 'touch-kill9-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Runs the recorder until a signal ends it; answers what it acknowledged. */
async function crash(dir: string, failpoint?: string): Promise<{ acknowledged: string[]; signal: NodeJS.Signals | null }> {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('./journal-child.ts', import.meta.url)), dir], {
    env: { ...process.env, FAILPOINT: failpoint ?? '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (data) => {
    if (!said && !failpoint) setTimeout(() => child.kill('SIGKILL'), 20 + Math.random() * 300)
    said += data
  })
  const signal = await new Promise<NodeJS.Signals | null>((done) => child.once('close', (_code, by) => done(by)))
  return { acknowledged: said.split('\n').slice(1, -1), signal }
}

async function replay(dir: string): Promise<{ ids: Set<string>; doubles: number }> {
  const ids = new Set<string>()
  let doubles = 0
  const insert = async (touches: TouchRecord[]) => {
    for (const { id } of touches) {
      if (ids.has(id)) doubles++
      ids.add(id)
    }
  }
  await new Replayer(await folderDisk(dir), { insert }, null, (error) => console.error(error)).drain()
  return { ids, doubles }
}

it(`${rounds} × kill -9 under load lose no acknowledged touch and double none`, { timeout: 30_000 + rounds * 5000 }, async () => {
  const dir = path.join(root, 'random')
  const acknowledged: string[] = []
  for (let round = 0; round < rounds; round++) {
    const end = await crash(dir)
    expect(end.signal).toBe('SIGKILL')
    acknowledged.push(...end.acknowledged)
  }
  const { ids, doubles } = await replay(dir)
  console.log(`kill -9: ${acknowledged.length} acknowledged, ${ids.size} found`)
  expect(acknowledged.length).toBeGreaterThan(rounds)
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
  expect(doubles).toBe(0)
  expect(readdirSync(dir)).toEqual([])
})

for (const point of ['before-journal-sync', 'after-journal-sync'])
  it(`a crash at ${point} loses no acknowledged touch`, { timeout: 30_000 }, async () => {
    const dir = path.join(root, point)
    const { acknowledged, signal } = await crash(dir, `${point}:4`)
    expect(signal).toBe('SIGKILL')
    const { ids } = await replay(dir)
    expect(acknowledged.length).toBeGreaterThan(0)
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
    if (point === 'after-journal-sync')
      expect(ids.size, 'the batch whose answer the crash cut off is there too').toBeGreaterThan(acknowledged.length)
  })

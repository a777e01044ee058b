import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { availableParallelism, loadavg } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { demoAccounts, freePort, newFolder, removeFolders, type Site, startSite } from './site.ts'

/** The built server as an operator meets it: what it says, how it ends, what it refuses. */
afterAll(removeFolders)

interface Ended {
  code: number | null
  said: string
}

/** Starts a server that is expected to end by itself. */
async function refused(env: Record<string, string>): Promise<Ended> {
  const dir = env.DATA_DIR ?? (await newFolder())
  const child = spawn(process.execPath, ['build/server/index.js'], {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', LOG_LEVEL: 'warn', PORT: String(await freePort()), DATA_DIR: dir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const late = setTimeout(() => child.kill('SIGKILL'), 30_000)
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  clearTimeout(late)
  return { code, said }
}

const status = async (url: string, init?: RequestInit) => (await fetch(url, { redirect: 'manual', ...init })).status

function logIn(site: Site, origin: string, account: { email: string; password: string }, headers: Record<string, string> = {}) {
  return fetch(`${site.url}/v1/auth/log-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, ...headers },
    body: JSON.stringify({ email: account.email, password: account.password }),
  })
}

describe('a start that cannot be', () => {
  it.each([
    [{ PORT: 'abc' }, /^The environment cannot be used:\n {2}PORT: expected a number .*"abc"/],
    [{ DEMO: 'maybe' }, /^The environment cannot be used:\n {2}DEMO: /],
    [{ DATA_DIR: '/dev/null/shop' }, /DATA_DIR: no file can be written in \/dev\/null\/shop/],
    [{ DATABASE_URL: 'file:shop.db?mode=ro' }, /^DATABASE_URL has to name a file without options/],
    [{ HOST: '203.0.113.9', DEMO: '0' }, /HOST: 203\.0\.113\.9 is no address of this machine/],
    [{ WORKER: '1' }, /^WORKER=1 needs MongoDB/],
  ] as [Record<string, string>, RegExp][])('%j ends with 78, a sentence that names the variable, and no stack', async (env, sentence) => {
    const { code, said } = await refused(env)
    expect(said).toMatch(sentence)
    expect(said).not.toMatch(/\n\s+at /)
    expect(code).toBe(78)
  })

  it('names PORT when it is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as { port: number }
    const { code, said } = await refused({ PORT: String(port), DEMO: '0' })
    other.close()
    expect(said).toContain(`PORT: ${port} on 127.0.0.1 is taken`)
    expect(code).toBe(78)
  })
})

describe('copies side by side', () => {
  it('each have their folder and port, and a second server on one folder is refused while the first one serves', async () => {
    const [one, two] = await Promise.all([startSite({ env: { DEMO: '0' } }), startSite({ env: { DEMO: '0' } })])
    const second = await refused({ DATA_DIR: one.dir, DEMO: '0' })
    expect(second.said).toMatch(new RegExp(`already open for writing by process ${one.child.pid} on .* since`))
    expect(second.code).toBe(78)
    for (const site of [one, two]) expect(await status(`${site.url}/zh`)).toBe(200)
    expect(await one.stop()).toBe(0)
    expect(await status(`${two.url}/readyz`)).toBe(200)
    expect(await two.stop()).toBe(0)
    for (const { dir } of [one, two]) expect(existsSync(path.join(dir, 'zhongcao.db.lock.json'))).toBe(false)
  })
})

/** Filled once, since filling takes a while: the next tests go on with it. */
let filled = ''

describe('a first start', () => {
  it('fills the shop; ended in the middle of it, it ends in order, and the next start finishes it and keeps its accounts', async () => {
    const dir = await newFolder()
    filled = dir
    const port = await freePort()
    const child = spawn(process.execPath, ['build/server/index.js'], {
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', LOG_LEVEL: 'warn', DATA_DIR: dir, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()))
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    while (!existsSync(path.join(dir, 'demo-accounts.json'))) await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await status(`http://127.0.0.1:${port}/readyz`)).toBe(503)
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(said).not.toMatch(/"level":50|\n\s+at /)
    const before = await demoAccounts(dir)

    const site = await startSite({ dir })
    expect(await demoAccounts(dir)).toEqual(before)
    for (const role of ['fan', 'creator', 'editor', 'finance', 'admin'] as const) {
      expect((await logIn(site, site.url, before[role]!)).status, role).toBe(200)
      expect(site.output()).toContain(before[role]!.password)
    }
    expect((await logIn(site, site.url, before.admin!, { 'x-forwarded-for': '203.0.113.7' })).status).not.toBe(200)

    site.child.kill('SIGKILL')
    await site.gone
    const from = performance.now()
    const again = await startSite({ dir })
    const page = await status(`${again.url}/zh`)
    const took = { wall: (performance.now() - from) / 1000, processor: processorSeconds(again.child.pid) }
    expect(await again.stop()).toBe(0)
    expect(page).toBe(200)
    console.info(`second start, after kill -9, to its first page: ${took.wall.toFixed(1)} s, of them ${took.processor} s of a processor`)
    // On a machine that is busy with other things the clock on the wall says nothing about us.
    expect(loadavg()[0]! < availableParallelism() ? took.wall : took.processor).toBeLessThan(6)
  })
})

/** What a process has used of processors, seconds; on Linux, elsewhere 0. */
function processorSeconds(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return 0
  const [user = '0', system = '0'] = readFileSync(file, 'utf8').split(') ')[1]!.split(' ').slice(11, 13)
  return (Number(user) + Number(system)) / 100
}

describe('off this machine', () => {
  it('PUBLIC_URL: no demo accounts; the first admin comes by the printed link, once, and may then log in', async () => {
    const publicUrl = 'https://shop.example.com'
    const site = await startSite({ env: { PUBLIC_URL: publicUrl, TRUST_PROXY: '1' } })
    expect(readdirSync(site.dir)).not.toContain('demo-accounts.json')
    const token = site.output().match(/https:\/\/shop\.example\.com\/zh\/first-admin\?token=(\S+)/)?.[1]
    expect(token).toBeTruthy()
    const account = { email: 'owner@example.com', password: 'a long enough password 7', name: 'Owner' }
    const create = () =>
      fetch(`${site.url}/v1/auth/first-admin`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: publicUrl },
        body: JSON.stringify({ token, ...account }),
      })
    expect((await create()).status).toBeLessThan(300)
    expect((await create()).status).toBe(410)
    const proxied = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'shop.example.com', 'x-forwarded-for': '203.0.113.7' }
    const answer = await logIn(site, publicUrl, account, proxied)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(/; Secure/)
    const register = await fetch(`${site.url}/api/users/first-register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: publicUrl },
      body: JSON.stringify({ email: 'thief@example.com', password: 'a long enough password 7' }),
    })
    expect(register.status).toBeGreaterThanOrEqual(400)
    expect(await site.stop()).toBe(0)
  })

  it('HOST=0.0.0.0: neither demo accounts nor a demo world, and demo accounts of before are refused', async () => {
    const accounts = await demoAccounts(filled)
    const site = await startSite({ dir: filled, env: { HOST: '0.0.0.0' } })
    expect(readdirSync(site.dir)).not.toContain('demo-accounts.json')
    expect(site.output()).toContain('/zh/first-admin?token=')
    for (const account of Object.values(accounts)) expect((await logIn(site, site.url, account)).status).not.toBe(200)
    expect(await status(`${site.url}/zh/checkout`)).toBe(503)
    expect(await site.stop()).toBe(0)
  })

  it('DEMO=0 leaves the shop empty on this machine too', async () => {
    const site = await startSite({ env: { DEMO: '0' } })
    expect(readdirSync(site.dir)).not.toContain('demo-accounts.json')
    expect(site.output()).toContain('/zh/first-admin?token=')
    const { docs } = (await (await fetch(`${site.url}/api/products`)).json()) as { docs: unknown[] }
    expect(docs).toEqual([])
    expect(await site.stop()).toBe(0)
    expect(readFileSync(path.join(site.dir, 'secret'), 'utf8').trim().length).toBeGreaterThanOrEqual(32)
  })
})

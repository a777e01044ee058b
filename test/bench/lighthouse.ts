import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findChromium } from '../e2e/find-chromium.mjs'
import { removeFolders, startSite } from '../e2e/site.ts'
import { printTable } from './table.ts'
import { addressesOf } from './world-addresses.ts'
import { worldFolder } from './world-folder.ts'

/**
 * Lighthouse on its phone settings (slow 4G and a CPU four times slower, simulated) for home, post and product: the median
 * of BENCH_RUNS (5) runs by score. The program is fetched by npx, of one version, and is no dependency of the shop.
 */
const version = '12.8.2'
const runs = Number(process.env.BENCH_RUNS ?? 5)

interface Run {
  score: number
  fcp: number
  lcp: number
  tbt: number
  cls: number
}

async function lighthouse(url: string, chromium: string, folder: string): Promise<Run> {
  const out = path.join(folder, 'report.json')
  const args = ['--yes', `lighthouse@${version}`, url, '--quiet', '--only-categories=performance', '--output=json', `--output-path=${out}`]
  const flags = `--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage`
  const child = spawn('npx', [...args, flags], { env: { ...process.env, CHROME_PATH: chromium }, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
  if (code !== 0) throw new Error(`Lighthouse ended with ${String(code)}:\n${said.slice(-2000)}`)
  const report = JSON.parse(readFileSync(out, 'utf8')) as {
    categories: { performance: { score: number } }
    audits: Record<string, { numericValue: number }>
  }
  const value = (name: string) => report.audits[name]?.numericValue ?? Number.NaN
  return {
    score: Math.round(report.categories.performance.score * 100),
    fcp: value('first-contentful-paint'),
    lcp: value('largest-contentful-paint'),
    tbt: value('total-blocking-time'),
    cls: value('cumulative-layout-shift'),
  }
}

/** Pages as they are sent once some people have read them (`PopularPages`), unless BENCH_UNREAD=1 wants them as the first one gets them. */
async function readAgain(urls: readonly string[]): Promise<void> {
  const ask = () => Promise.all(urls.map(async (url) => (await fetch(url, { headers: { 'accept-encoding': 'br' } })).arrayBuffer()))
  await ask()
  if (process.env.BENCH_UNREAD === '1') return
  await new Promise((resolve) => setTimeout(resolve, 11_000))
  for (let asked = 0; asked < 5; asked += 1) await ask()
}

const chromium = await findChromium()
if (!chromium) throw new Error('No Chromium starts here: install one, or name it in CHROMIUM_PATH')
const folder = mkdtempSync(path.join(tmpdir(), 'zhongcao-lighthouse-'))
const site = await startSite({ dir: await worldFolder(), env: { LOG_LEVEL: 'error' } })
try {
  const { pages } = await addressesOf(site.url)
  const rows: (string | number)[][] = []
  const measured = ['home', 'post', 'product'] as const
  await readAgain(measured.map((what) => `${site.url}${pages[what]}`))
  for (const what of measured) {
    const url = `${site.url}${pages[what]}`
    const all: Run[] = []
    for (let run = 0; run < runs; run += 1)
      all.push(await lighthouse(url, chromium.path, folder).catch(() => lighthouse(url, chromium.path, folder)))
    const sorted = all.sort((a, b) => a.score - b.score || b.lcp - a.lcp)
    const middle = sorted[Math.floor(runs / 2)] as Run
    const seconds = (value: number) => (value / 1000).toFixed(2)
    rows.push([
      what,
      middle.score,
      seconds(middle.fcp),
      seconds(middle.lcp),
      Math.round(middle.tbt),
      middle.cls.toFixed(3),
      sorted.map(({ score }) => score).join(' '),
    ])
  }
  printTable([`Lighthouse ${version}, phone`, 'score', 'FCP s', 'LCP s', 'TBT ms', 'CLS', 'all scores'], rows)
} finally {
  await site.stop()
  await removeFolders()
  rmSync(folder, { recursive: true, force: true })
}

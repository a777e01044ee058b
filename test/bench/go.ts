import { type ChildProcess, fork } from 'node:child_process'
import { removeFolders, type Site, startSite } from '../e2e/site.ts'
import { type Figures, generator, load } from './load.ts'
import { type Steady, steady } from './steady.ts'
import { printTable } from './table.ts'
import { addressesOf, phone } from './world-addresses.ts'
import { worldFolder } from './world-folder.ts'

/**
 * `/go/:code` with its durable touch beside a plain Express redirect in a process of its own, in one run: as many as go
 * through (BENCH_SECONDS, 5, and BENCH_CONNECTIONS, 20), with the processor time that the server takes for each; then at a
 * fixed rate (BENCH_RATE, 300 a second for BENCH_STEADY_SECONDS, 25), timed from when each request was due. BENCH_ROUNDS
 * (3) in turn, of which the medians count.
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 5)
const connections = Number(process.env.BENCH_CONNECTIONS ?? 20)
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const rate = Number(process.env.BENCH_RATE ?? 300)
const steadySeconds = Number(process.env.BENCH_STEADY_SECONDS ?? 25)
const headers = { 'user-agent': phone }

/** Where requests go, and how much processor time whoever answers them has taken, ms. */
interface Target {
  url: string
  cpu(): Promise<number>
}

interface Run extends Figures {
  /** Of the server, ms for each request. */
  cpu: number
}

async function asManyAsGo({ url, cpu }: Target): Promise<Run> {
  const before = await cpu()
  const figures = await load({ urls: [url], headers, seconds, connections })
  // What the server has put off (touches reach the database within a second) belongs to it.
  await new Promise((resolve) => setTimeout(resolve, 2500))
  return { ...figures, cpu: ((await cpu()) - before) / (figures.perSecond * seconds) }
}

async function cpuOf(site: Site): Promise<number> {
  const metrics = await (await fetch(`${site.url}/metrics`)).text()
  return 1000 * Number(/^process_cpu_seconds_total (\S+)/m.exec(metrics)?.[1] ?? Number.NaN)
}

/** A bare Express app that redirects to where ours does. */
async function plainRedirect(location: string): Promise<Target & { child: ChildProcess }> {
  const child = fork('test/bench/plain-redirect.ts', [location], { execArgv: ['--import', 'tsx'] })
  const told = <T>(): Promise<T> => new Promise((resolve) => child.once('message', (message) => resolve(message as T)))
  const { url } = await told<{ url: string }>()
  const cpu = async () => {
    const answer = told<{ cpu: number }>()
    child.send('cpu')
    return (await answer).cpu
  }
  return { url, cpu, child }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Figure by figure. */
function medianOf<T extends object>(runs: readonly T[]): T {
  const names = Object.keys(runs[0] ?? {}) as (keyof T)[]
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name] as number))])) as T
}

function printThroughput(ours: readonly Run[], plain: readonly Run[]): void {
  const row = (what: string, { perSecond, p50, p99, cpu, errors }: Run) => [
    what,
    Math.round(perSecond),
    ...[p50, p99].map((ms) => ms.toFixed(1)),
    cpu.toFixed(3),
    errors,
  ]
  printTable(
    ['', 'a second', 'p50', 'p99 ms', 'CPU ms each', 'errors'],
    [row('/go/:code, durable touch', medianOf(ours)), row('plain Express redirect', medianOf(plain))],
  )
  const shares = ours.map(({ perSecond }, at) => perSecond / (plain[at]?.perSecond ?? Number.NaN))
  console.log(`of the plain redirect: ${median(shares).toFixed(2)} (${shares.map((share) => share.toFixed(2)).join(', ')})`)
}

function printSteady(ours: readonly Steady[], plain: readonly Steady[]): void {
  const row = (what: string, { answered, p50, p95, p99, worst, errors }: Steady) => [
    what,
    answered,
    ...[p50, p95, p99, worst].map((ms) => ms.toFixed(1)),
    errors,
  ]
  const rows = (what: string, runs: readonly Steady[]) => runs.map((run, at) => row(`${what}, ${at + 1}`, run))
  printTable(['', 'answered', 'p50', 'p95', 'p99', 'worst ms', 'errors'], [...rows('/go/:code', ours), ...rows('plain redirect', plain)])
  console.log(`p99: ${medianOf(ours).p99.toFixed(1)} ms, of the plain redirect ${medianOf(plain).p99.toFixed(1)} ms`)
}

/** Both in turn, so that what else the machine does meets both alike. */
async function inTurn<T>(work: (target: Target) => Promise<T>, [ours, plain]: readonly [Target, Target]): Promise<[T[], T[]]> {
  const [a, b]: [T[], T[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    a.push(await work(ours))
    b.push(await work(plain))
  }
  return [a, b]
}

const site = await startSite({
  dir: await worldFolder(),
  env: {
    TRUST_PROXY: '1',
    LOG_LEVEL: 'error',
  },
  nodeArgs: process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [],
})
let plain: (Target & { child: ChildProcess }) | undefined
try {
  const { doors } = await addressesOf(site.url)
  const ours = { url: `${site.url}${doors['/go/:code']}`, cpu: () => cpuOf(site) }
  const answer = await fetch(ours.url, { headers, redirect: 'manual' })
  plain = await plainRedirect(answer.headers.get('location') ?? '/')
  const both = [ours, plain] as const
  for (const target of both) await load({ urls: [target.url], headers, seconds: 2, connections })
  console.log(`${rounds} times in turn; load by ${generator}, ${connections} connections, ${seconds} s each`)
  printThroughput(...(await inTurn(asManyAsGo, both)))
  if (steadySeconds > 0) {
    console.log(`\n${rate} a second for ${steadySeconds} s, timed from when each was due`)
    printSteady(...(await inTurn(({ url }) => steady({ url, headers, rate, seconds: steadySeconds }), both)))
  }
} finally {
  plain?.child.kill()
  await site.stop()
  await removeFolders()
}

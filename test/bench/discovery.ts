/**
 * Ranking and search by themselves, on made-up data of a given size: `node --import tsx test/bench/discovery.ts 100000`.
 * What a request really does (the database, pages) is measured by `npm run bench`.
 */
import { performance } from 'node:perf_hooks'
import { newId } from '../../src/lib/ids.ts'
import { memoryEngine } from '../../src/modules/discovery/engines/memory.ts'
import type { SearchDocument, SearchRequest } from '../../src/modules/discovery/index.ts'
import { random } from '../../src/modules/feed/fresh.ts'
import { arrange, type Candidate, freshOrder, hot, personalScore, tasteOf } from '../../src/modules/feed/index.ts'

const size = Number(process.argv[2] ?? 20_000)
const next = random('bench')
const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T
const words = [
  '羽绒',
  '睡袋',
  '露营',
  '手冲',
  '咖啡',
  '马克杯',
  '台灯',
  '通勤',
  '背包',
  '防晒',
  '毛衣',
  'wireless',
  'mouse',
  'titanium',
  'kettle',
]
const now = Date.UTC(2026, 10, 2)

function percentiles(label: string, times: number[]): void {
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2)
  console.log(`${label.padEnd(34)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  p99 ${at(0.99)} ms`)
}

async function timed(times: number, work: () => Promise<unknown> | unknown): Promise<number[]> {
  const all: number[] = []
  for (let n = 0; n < times; n++) {
    const began = performance.now()
    await work()
    all.push(performance.now() - began)
  }
  return all
}

const document = (at: number): SearchDocument => ({
  id: `d${at}`,
  kind: at % 4 === 0 ? 'product' : 'piece',
  version: 1,
  visibility: 'public',
  language: 'zh',
  pieceType: at % 4 === 0 ? null : 'post',
  title: `${pick(words)}${pick(words)}怎么选 ${pick(words)}`,
  text: Array.from({ length: 30 }, () => pick(words)).join('，'),
  creator: null,
  productNames: [],
  category: pick(['outdoor', 'home', 'food']),
  topics: [pick(['camping', 'coffee', 'desk'])],
  brand: pick(['山野', '织里手']),
  price: Math.floor(next() * 150_000),
  inStock: next() > 0.2,
  onSale: next() > 0.8,
  level: null,
  createdAt: now - at * 1000,
  counters: { likes: Math.floor(next() * 900), comments: 0, followers: 0, orders: 0 },
})

async function search(): Promise<void> {
  const engine = memoryEngine()
  const began = performance.now()
  for (let at = 0; at < size; at += 1000) await engine.upsert(Array.from({ length: Math.min(1000, size - at) }, (_, n) => document(at + n)))
  console.log(`${size} documents indexed in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  const ask = (request: SearchRequest) => () => engine.search({ hitsPerPage: 20, matchingStrategy: 'all', ...request })
  percentiles('one word', await timed(60, ask({ q: '睡袋' })))
  percentiles('two words', await timed(60, ask({ q: '羽绒 titanium' })))
  percentiles('pinyin', await timed(60, ask({ q: 'shuidai' })))
  percentiles('misspelt', await timed(60, ask({ q: 'wirelss' })))
  percentiles(
    'word, filters, facets, sort',
    await timed(
      60,
      ask({
        q: '露营',
        filter: { field: 'category', op: '=', value: 'outdoor' },
        facets: ['topics', 'brand', 'priceBand'],
        sort: [{ field: 'price', direction: 'asc' }],
      }),
    ),
  )
}

async function feed(): Promise<void> {
  // The ranking looks at the newest five thousand, however many there are (src/flows/feed/snapshot.ts).
  const candidates = Array.from(
    { length: Math.min(size, 5000) },
    (_, at): Candidate => ({
      id: newId(),
      kind: 'posts',
      author: `a${Math.floor(next() * 300)}`,
      products: [`p${Math.floor(next() * 500)}`],
      topics: [`t${Math.floor(next() * 40)}`],
      publishedAt: now - at * 600_000,
      followers: Math.floor(next() * 3000),
      views: Math.floor(next() * 500),
      engagement: { likes: Math.floor(next() * 200), collects: 5, comments: 3, shares: 1, follows: 0, orders: 0, reports: 0 },
    }),
  )
  const taste = tasteOf(candidates.slice(0, 100), ['a1', 'a2'])
  const everybody = () => {
    const scored = candidates.map((one) => ({ ...one, score: hot(one.engagement, one.publishedAt, now) })).sort((a, b) => b.score - a.score)
    return arrange(scored, freshOrder(candidates, { now, seed: 'x' }))
  }
  const own = () => {
    const scored = candidates.map((one) => ({ ...one, score: personalScore(one, taste, now) })).sort((a, b) => b.score - a.score)
    return arrange(scored.slice(0, 1000))
  }
  percentiles(`everybody's order of ${candidates.length}`, await timed(20, everybody))
  percentiles('one reader’s own order', await timed(40, own))
}

await feed()
await search()

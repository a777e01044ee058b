import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Vertical } from '../../../modules/accounts/index.ts'
import type { ProgrammeTerms } from '../../../modules/attribution/store/programmes.ts'
import type { RequestReason } from '../../../modules/checkout/index.ts'
import type { PayoutForm } from '../../../modules/ledger/index.ts'
import { readCommentSheet, type SeedComment } from './read-comment-sheet.ts'
import { readPieceSheet, type SeedPiece } from './read-piece-sheet.ts'
import { readProductSheet, type SeedProduct } from './read-product-sheet.ts'

/** Texts and pictures of the demo world: data, not code. Below the folder that the server is started in. */
const folder = path.resolve('src/demo')

export interface SeedCreator {
  handle: string
  /** Part of the account's address before `@demo.example`. */
  account: string
  name: string
  bio: string
  verticals: Vertical[]
  /** Null for one who never put a face on. */
  avatar: string | null
  locale: 'zh' | 'en'
  /** 1 to 5: how many people her pieces reach. */
  reach: number
  /** When an admin suspended her; nothing of hers is public since. */
  suspendedDaysAgo?: number
}

export interface SeedFan {
  account: string
  name: string
  locale: 'zh' | 'en'
}

type Both = Record<'zh' | 'en', string>

export interface SeedShelves {
  categories: { key: string; zh: string; en: string; about: Both }[]
  topics: { slug: string; zh: string; en: string; about: Both }[]
  programme: ProgrammeTerms
}

export interface SeedBoard {
  /** Account of its owner. */
  owner: string
  title: string
  visibility: 'private' | 'public'
  /** Keys of pieces. */
  pieces: string[]
  /** Slugs of products. */
  products: string[]
}

/** Buyers who became promoters of what they bought, and what others bought through their links. */
export interface SeedPromoters {
  programme: ProgrammeTerms
  promoters: {
    /** Account of a fan. */
    who: string
    product: string
    daysAgo: number
    orders: { key: string; daysAgo: number; sku: string; quantity: number }[]
  }[]
}

/** A product of which nothing is left to sell, and what became of the rest. */
export interface SeedSoldOut {
  /** Slug. */
  product: string
  daysAgo: number
  reason: string
}

/** An order that the story needs; the others of the month are planned around these. */
export interface SeedNamedOrder {
  key: string
  daysAgo: number
  /** Key of the piece whose link is clicked; null for a buyer who comes by himself. */
  piece: string | null
  sku: string
  quantity: number
  /** Account of the buyer; a guest without one. */
  buyer?: string
  refund?: { quantity: number; daysAgo: number; reason: string }
}

/** A buyer's wish for his money back, and what staff said. */
export interface SeedRequest {
  /** Key of the order, as for the other lists. */
  order: string
  daysAgo: number
  reason: RequestReason
  words: string
  answer?: { approve: boolean; daysAgo: number; words: string }
}

/** What happens to money: codes, parcels, requests, payouts and claims. */
export interface SeedMoney {
  /** `creator` null: the shop's own, which credits nobody. */
  codes: {
    code: string
    creator: string | null
    kind: 'fixed' | 'percent'
    bps?: number
    yuan?: number
    daysAgo: number
    orders: string[]
  }[]
  /** Orders of which a part was sent. */
  partly: string[]
  requests: SeedRequest[]
  /** Made-up accounts, by handle. */
  accounts: ({ creator: string; daysAgo: number } & PayoutForm)[]
  run: { daysAgo: number; failed: { creator: string; reason: string } }
  claims: { creator: string; daysAgo: number; orderDaysAgo: number; product: string; words: string }[]
  /** A programme by invitation: who is in it, and what pays more there. Products by slug. */
  partners: Both & { rateBps: number; daysAgo: number; members: string[]; rates: { product: string; bps: number }[] }
  /** Rates agreed with creators, by handle, in the default programme. */
  deals: { creator: string; bps: number; daysAgo: number }[]
  /** Orders that the risk rules doubt: a click that an advertisement brought, and guests on one device. By keys. */
  risks: { ads: string[]; devices: { name: string; orders: string[] }[] }
}

const json = async <T>(...names: string[]): Promise<T> => JSON.parse(await readFile(path.join(folder, ...names), 'utf8')) as T

/** Every `.md` of a folder of the world, read by its own reader, in the order of the names. */
async function sheets<T>(name: string, read: (text: string, key: string) => T): Promise<T[]> {
  const files = (await readdir(path.join(folder, 'world', name))).filter((file) => file.endsWith('.md')).sort()
  return Promise.all(files.map(async (file) => read(await readFile(path.join(folder, 'world', name, file), 'utf8'), file.slice(0, -3))))
}

export const worldFiles = {
  shelves: () => json<SeedShelves>('world', 'shelves.json'),
  creators: () => json<SeedCreator[]>('world', 'creators.json'),
  fans: () => json<SeedFan[]>('world', 'fans.json'),
  boards: () => json<SeedBoard[]>('world', 'boards.json'),
  promoters: () => json<SeedPromoters>('world', 'promoters.json'),
  orders: () => json<SeedNamedOrder[]>('world', 'orders.json'),
  money: () => json<SeedMoney>('world', 'money.json'),
  soldOut: () => json<SeedSoldOut[]>('world', 'sold-out.json'),
  products: (): Promise<SeedProduct[]> => sheets('products', readProductSheet),
  pieces: (): Promise<SeedPiece[]> => sheets('pieces', readPieceSheet),
  comments: async (): Promise<SeedComment[]> => (await sheets('comments', readCommentSheet)).flat(),
  hotspots: () => json<Record<string, { product: string; x: number; y: number }[]>>('pictures', 'hotspots.json'),
  picture: (name: string) => readFile(path.join(folder, 'pictures', path.basename(name))),
  clip: (name: string) => createReadStream(path.join(folder, 'clips', `${path.basename(name)}.mp4`)),
}

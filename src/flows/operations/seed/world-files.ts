import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Vertical } from '../../../modules/accounts/index.ts'
import type { ProgrammeTerms } from '../../../modules/attribution/store/programmes.ts'
import type { PieceKind } from '../../../modules/publishing/index.ts'
import type { DraftInput } from '../../pieces/draft-input.ts'

/** Texts and pictures of the first world: data, not code. Below the folder that the server is started in. */
const folder = path.resolve('src/demo')

export interface SeedCreator {
  handle: string
  /** Part of the account's address before `@demo.example`. */
  account: string
  name: string
  bio: string
  verticals: Vertical[]
  avatar: string
  locale: 'zh' | 'en'
}

export interface SeedPiece {
  key: string
  kind: PieceKind
  author: string
  language: 'zh' | 'en'
  daysAgo: number
  /** Stays in the editors' queue. */
  waits?: boolean
  title: string
  body: string
  topics: string[]
  disclosure: NonNullable<DraftInput['disclosure']>
  pictures?: { file: string; alt: string }[]
  /** Numbers of the products that the drawing of the first picture holds: it knows where they stand. */
  hotspots?: Record<string, number>
  /** Places on the first picture that are said here, per cent. */
  places?: { product: string; number: number; x: number; y: number }[]
  clip?: string
  poster?: string
  seconds?: number
  width?: number
  height?: number
  moments?: { product: string; number: number; from: number; to: number }[]
  captions?: string
}

export interface SeedOrder {
  key: string
  daysAgo: number
  /** Key of the piece whose link is clicked; null for a buyer who comes by himself. */
  piece: string | null
  sku: string
  quantity: number
  /** By the demo fan's account instead of a guest. */
  fan?: boolean
  refund?: { quantity: number; daysAgo: number; reason: string }
}

export interface SeedCatalogue {
  categories: Record<string, string>
  products: Record<string, { title: string; description: string }>
  topics: { slug: string; zh: string; en: string }[]
  programme: ProgrammeTerms
}

const json = async <T>(...names: string[]): Promise<T> => JSON.parse(await readFile(path.join(folder, ...names), 'utf8')) as T

export const worldFiles = {
  catalogue: () => json<SeedCatalogue>('world', 'catalogue.json'),
  creators: () => json<SeedCreator[]>('world', 'creators.json'),
  pieces: () => json<SeedPiece[]>('world', 'pieces.json'),
  orders: () => json<SeedOrder[]>('world', 'orders.json'),
  hotspots: () => json<Record<string, { product: string; x: number; y: number }[]>>('pictures', 'hotspots.json'),
  products: { name: 'products.csv', open: () => createReadStream(path.join(folder, 'world', 'products.csv')) },
  picture: (name: string) => readFile(path.join(folder, 'pictures', path.basename(name))),
  clip: (name: string) => createReadStream(path.join(folder, 'clips', `${path.basename(name)}.mp4`)),
}

import type { Ctx } from '../../../context.ts'
import type { PieceKind } from '../../../modules/publishing/index.ts'
import { collect } from '../../boards/collect.ts'
import { createBoard } from '../../boards/save-board.ts'
import { daysAgo } from './at-time.ts'
import { must } from './must.ts'
import { personOf, type SeedPeople } from './seed-accounts.ts'
import type { SeedBoard } from './world-files.ts'

interface Scene {
  people: SeedPeople
  /** By key. */
  pieces: ReadonlyMap<string, { piece: { kind: PieceKind; ago: number }; id: string }>
  /** Ids by slug. */
  products: ReadonlyMap<string, string>
}

/** What people keep for later, on boards that others may read and on some that they may not. Doing it twice changes nothing. */
export async function seedBoards(now: Ctx, boards: readonly SeedBoard[], scene: Scene): Promise<void> {
  for (const board of boards) await fill(now, board, scene)
}

async function fill(now: Ctx, { owner, title, visibility, pieces, products }: SeedBoard, scene: Scene): Promise<void> {
  const what = `board ${title}`
  const person = personOf(scene.people, owner)
  const things = [
    ...pieces.flatMap((key) => {
      const shown = scene.pieces.get(key)
      if (!shown) throw new Error(`${what}: there is no piece ${key} that readers can see`)
      return { kind: shown.piece.kind, target: shown.id, ago: shown.piece.ago * 0.6 }
    }),
    ...products.map((slug) => {
      const target = scene.products.get(slug)
      if (!target) throw new Error(`${what}: there is no product ${slug}`)
      return { kind: 'products' as const, target, ago: 20 }
    }),
  ].sort((a, b) => b.ago - a.ago)
  const { id } = must(await createBoard(daysAgo(now, things[0]?.ago ?? 20, -5), person, { title, visibility }), what)
  for (const { kind, target, ago } of things) must(await collect(daysAgo(now, ago), person, { kind, target, on: true, board: id }), what)
}

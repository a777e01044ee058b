import type { PayloadRequest } from 'payload'
import type { PayablePair } from '../../modules/ledger/index.ts'
import { creatorsInBooks } from '../../modules/ledger/store/creators.ts'
import { linesOfCreator } from '../earnings/creator-lines.ts'

/**
 * What may be paid now in a currency: the payable lines of every creator (of `only`, when it is given), and those below zero, which
 * are always filled first (ATT-29). Test orders are never paid out.
 */
export async function payablePairs(
  req: PayloadRequest,
  { currency, now, only }: { currency: string; now: Date; only?: readonly string[] | undefined },
): Promise<PayablePair[]> {
  const pairs: PayablePair[] = []
  for (const creator of await creatorsInBooks(req)) {
    if (only && !only.includes(creator)) continue
    for (const line of await linesOfCreator(req, creator, now)) {
      const { outstanding, payable, state } = line.state
      if (line.test || line.currency !== currency || !(outstanding < 0 || state === 'payable')) continue
      pairs.push({
        ...{ creator, orderLine: line.orderLine, order: line.order, amount: outstanding },
        ...{ pieceKind: line.piece?.kind ?? null, piece: line.piece?.id ?? null },
        since: payable?.at ?? new Date(0),
      })
    }
  }
  return pairs
}

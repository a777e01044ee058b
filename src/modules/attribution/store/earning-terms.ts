import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { RateChange as RateChangeDoc } from '../../../payload-types.ts'
import type { RateChange } from '../index.ts'
import { findAllProgrammes, type ProgrammeNow } from '../store.ts'
import { rateChangeOf } from './terms.ts'

export type RatesByProgramme = ReadonlyMap<string, readonly RateChange[]>

/** What all links have in common of what they may earn. */
export interface EarningBook {
  programmes: ReadonlyMap<string, ProgrammeNow>
  rates: RatesByProgramme
  /** False where the log is long: then rates of single links and creators are not in `rates`. */
  isWhole: boolean
}

/** A log of rates up to this length is read whole: that costs less than to ask for parts of it. */
const short = 200

/** Sources of rates that are for one link or one creator. */
const single = ['link', 'creator', 'invited']

/** The programmes and the log of their rates: all of a short one, of a long one what is not for single links and creators. */
export async function findEarningBook(req: PayloadRequest): Promise<EarningBook> {
  const programmes = await findAllProgrammes(req)
  const some = await find(req, {}, short + 1)
  const isWhole = some.length <= short
  const rows = isWhole ? some : await find(req, { source: { not_in: single } })
  return { programmes, rates: byProgramme(rows), isWhole }
}

/** The log of rates that are for one of these links or creators alone. */
export const findOwnRates = async (req: PayloadRequest, targets: readonly string[]): Promise<RatesByProgramme> =>
  byProgramme(await find(req, { and: [{ source: { in: single } }, { target: { in: [...targets] } }] }))

async function find(req: PayloadRequest, where: Where, limit = 0): Promise<RateChangeDoc[]> {
  return (await req.payload.db.find<RateChangeDoc>({ collection: 'rate-changes', where, limit, pagination: false, req })).docs
}

function byProgramme(rows: readonly RateChangeDoc[]): RatesByProgramme {
  const log = new Map<string, RateChange[]>()
  for (const row of rows) {
    const known = log.get(idOf(row.programme))
    if (known) known.push(rateChangeOf(row))
    else log.set(idOf(row.programme), [rateChangeOf(row)])
  }
  return log
}

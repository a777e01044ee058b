import type { PayloadRequest } from 'payload'
import { type Finding, isPayoutKind } from '../../modules/ledger/index.ts'
import { allBonuses, type BonusRow } from '../../modules/ledger/store/bonuses.ts'
import { entriesOfSources, type StoredEntry } from '../../modules/ledger/store.ts'

/** Entries that belong to no order: each is of a bonus that was granted, and says what that says (ATT-36). */
export class Grants {
  private bonuses: Map<string, BonusRow> | null = null
  private readonly credited = new Map<string, number>()

  constructor(private readonly req: PayloadRequest) {}

  /** Whether the entry is about a bonus; if so it is counted. */
  async take({ orderLine, kind, amount, creator }: StoredEntry): Promise<boolean> {
    const bonus = (await this.known()).get(orderLine ?? '') ?? (await this.known('anew')).get(orderLine ?? '')
    if (!bonus) return false
    if (creator === bonus.creator && kind === 'adjust') this.credited.set(bonus.id, (this.credited.get(bonus.id) ?? 0) + amount)
    return isPayoutKind(kind) || creator === null || creator === bonus.creator
  }

  async findings(): Promise<Finding[]> {
    const wrong = [...(await this.known('anew')).values()].filter((bonus) => (this.credited.get(bonus.id) ?? 0) !== dueOf(bonus))
    const findings: Finding[] = []
    // Granted while the entries were walked through: looked at again.
    for (const bonus of wrong) {
      const entries = await entriesOfSources(this.req, 'adjustment', [bonus.id])
      const credited = entries.reduce((sum, { amount, creator }) => (creator === bonus.creator ? sum + amount : sum), 0)
      if (credited !== dueOf(bonus))
        findings.push({ code: 'grant_differs', subject: bonus.id, message: `credited ${credited}, the bonus says ${dueOf(bonus)}` })
    }
    return findings
  }

  private async known(anew?: 'anew'): Promise<Map<string, BonusRow>> {
    if (!this.bonuses || anew) this.bonuses = new Map((await allBonuses(this.req)).map((bonus) => [bonus.id, bonus]))
    return this.bonuses
  }
}

const dueOf = ({ state, amount }: BonusRow): number => (state === 'granted' ? amount : 0)

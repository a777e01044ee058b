import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { CommitUnknown, ForcedCommitFailure, TransactionEnded } from '../errors.ts'
import { betweenFailpoints, commitMustFail, type Faults } from '../faults.ts'
import { Caller, type Label } from '../label.ts'
import { opening, refuseInsideTx } from '../scope.ts'
import { isUnknownCommit } from '../transient.ts'

/** The part of the driver's ClientSession that is used. */
export type Session = {
  abortTransaction: () => Promise<unknown>
  commitTransaction: () => Promise<unknown>
  endSession: () => Promise<unknown>
  inTransaction: () => boolean
  startTransaction: (options: object) => void
}

type Id = number | Promise<number | string> | string
type Open = { label: Label; session: Session; underWay: Set<Promise<unknown>> }

/** Reads see one moment, and what is committed survives the loss of a member: what `synchronous=FULL` is on SQLite. */
const transactionOptions = { readConcern: { level: 'snapshot' }, readPreference: 'primary', writeConcern: { j: true, w: 'majority' } }

const prefix = 'tx-'
const remembered = 100
const commitTries = 6

/**
 * Payload's three transaction methods and its table of sessions, for MongoDB. The originals are
 * @payloadcms/db-mongodb/dist/transactions/*; they differ here in this: committing what is gone throws, a session
 * that is over is never replaced by no session at all (getSession would write outside), a COMMIT without an answer
 * is asked again and then named, both ends wait for what is under way, and sessions are always ended.
 */
export class MongoTransactions {
  readonly #ended = new Map<string, { label: Label; outcome: string }>()
  readonly #faults: Faults
  readonly #open = new Map<string, Open>()
  readonly #retryMs: number
  readonly #startSession: () => Session

  constructor(startSession: () => Session, faults: Faults, retryMs = 100) {
    this.#faults = faults
    this.#retryMs = retryMs
    this.#startSession = startSession
  }

  async begin(): Promise<string> {
    const label = opening.getStore()?.label ?? new Caller('transaction')
    refuseInsideTx(label)
    const session = this.#startSession()
    session.startTransaction(transactionOptions)
    const id = `${prefix}${randomUUID()}`
    this.#open.set(id, { label, session, underWay: new Set() })
    return id
  }

  /** Throws TransactionEnded, CommitUnknown, or what the server says. Whichever it is, the session is over. */
  async commit(incoming: Id): Promise<void> {
    const id = String((await incoming) ?? '')
    const open = this.#take(id, 'committed')
    if (!open) throw this.#endedError(id)
    const { label, session } = open
    await settled(open)
    try {
      if (!session.inTransaction()) throw new TransactionEnded(label.toString(), 'the server or another caller ended it')
      if (commitMustFail(this.#faults, label)) {
        await session.abortTransaction()
        throw new ForcedCommitFailure(label.toString())
      }
      await betweenFailpoints(label, () => this.#commitForCertain(label, session))
    } catch (error) {
      this.#remember(id, label, 'COMMIT failed')
      throw error
    } finally {
      await session.endSession().catch(() => {})
    }
  }

  /** Rolling back what is over is no error: every failing Payload operation tries. */
  async rollback(incoming: Id): Promise<void> {
    const open = this.#take(String((await incoming) ?? ''), 'rolled back')
    if (!open) return
    await settled(open)
    // A server that cannot be reached, or has aborted it already, keeps nothing of it either.
    if (open.session.inTransaction()) await open.session.abortTransaction().catch(() => {})
    await open.session.endSession().catch(() => {})
  }

  /** Something that uses this transaction's session: its end comes after it. Nothing new begins once the end was asked for. */
  noteUnderWay(id: string, work: Promise<unknown>): void {
    const open = this.#open.get(id)
    if (!open) return
    open.underWay.add(work)
    const forget = () => open.underWay.delete(work)
    work.then(forget, forget)
  }

  async rollbackAll(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((id) => this.rollback(id)))
  }

  /** For `adapter.sessions`: an id of ours that is over throws instead of being undefined. */
  sessions(): Record<string, Session> {
    return new Proxy({} as Record<string, Session>, {
      deleteProperty: () => true,
      get: (_target, key) => {
        const id = String(key)
        const open = this.#open.get(id)
        if (!open?.session.inTransaction() && id.startsWith(prefix)) throw this.#endedError(id)
        return open?.session
      },
    })
  }

  /** The driver asks twice by itself. COMMIT may be repeated: the server knows the transaction by its number. */
  async #commitForCertain(label: Label, session: Session): Promise<void> {
    for (let tried = 1; ; tried++) {
      try {
        await session.commitTransaction()
        return
      } catch (error) {
        if (!isUnknownCommit(error)) throw error
        if (tried >= commitTries) throw new CommitUnknown(label.toString(), error)
        await sleep(this.#retryMs * tried)
      }
    }
  }

  #take(id: string, outcome: string): Open | undefined {
    const open = this.#open.get(id)
    if (open) this.#remember(id, open.label, outcome)
    return open
  }

  #endedError(id: string): TransactionEnded {
    const known = this.#ended.get(id) ?? this.#open.get(id)
    const outcome = (known && 'outcome' in known && known.outcome) || 'an operation inside it failed and Payload rolled it back'
    return new TransactionEnded(known?.label.toString() ?? 'unknown', outcome)
  }

  #remember(id: string, label: Label, outcome: string): void {
    this.#open.delete(id)
    this.#ended.set(id, { label, outcome })
    const [oldest] = this.#ended.keys()
    if (this.#ended.size > remembered && oldest) this.#ended.delete(oldest)
  }
}

const settled = ({ underWay }: Open): Promise<unknown> => Promise.allSettled([...underWay])

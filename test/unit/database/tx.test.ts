import fc from 'fast-check'
import type { Payload, PayloadRequest } from 'payload'
import { describe, expect, it, vi } from 'vitest'
import { CommitUnknown, ForgottenReq, makeTx, TransactionConflict, TransactionEnded, type TxOptions } from '../../../src/database/index.ts'
import { refuseInsideTx } from '../../../src/database/scope.ts'

/** An error as MongoDB's driver throws it. */
const labelled = (...errorLabels: string[]) => Object.assign(new Error(errorLabels.join()), { errorLabels })
const conflict = () => labelled('TransientTransactionError')
const writeConflict = () => Object.assign(new Error('WriteConflict'), { code: 112 })

/** A database that keeps what a committed transaction wrote and forgets the rest. */
function fakeDatabase(options: TxOptions & { onCommit?: (nth: number) => void } = {}) {
  const { onCommit, ...txOptions } = options
  const open = new Map<string, string[]>()
  const log: string[] = []
  let kept: string[] = []
  let begun = 0
  let commits = 0
  const db = {
    beginTransaction: async () => {
      const id = `t${++begun}`
      log.push(`begin ${id}`)
      open.set(id, [])
      return id
    },
    commitTransaction: async (id: string) => {
      log.push(`commit ${id}`)
      const written = open.get(id)
      if (!written) throw new Error(`${id} is not open`)
      open.delete(id)
      onCommit?.(++commits)
      kept = [...kept, ...written]
    },
    rollbackTransaction: async (id: string) => {
      if (open.delete(id)) log.push(`roll back ${id}`)
    },
  }
  const payload = { db } as unknown as Payload
  const waits: number[] = []
  const backoff = (tried: number) => {
    waits.push(tried)
    return 0
  }
  const tx = makeTx(payload, { backoff, completeReq: async (req) => req, ...txOptions })
  const write = (req: PayloadRequest, what: string) => open.get(String(req.transactionID))?.push(what)
  return { kept: () => kept, leftOpen: () => open.size, log, payload, tx, waits, write }
}

describe('tx', () => {
  it('commits what the function wrote and answers what it answered', async () => {
    const { kept, log, tx, write } = fakeDatabase()
    expect(await tx('one', async (req) => write(req, 'a'))).toBe(1)
    expect([kept(), log]).toEqual([['a'], ['begin t1', 'commit t1']])
  })

  it.each([
    ['a labelled conflict', conflict],
    ['a write conflict by its code', writeConflict],
    ['a conflict that somebody wrapped', () => new Error('could not save', { cause: conflict() })],
  ])('runs the whole function again after %s', async (_name, error) => {
    const { kept, log, tx, write } = fakeDatabase()
    let runs = 0
    await tx('again', async (req) => {
      write(req, `run ${++runs}`)
      if (runs < 3) throw error()
    })
    expect(kept()).toEqual(['run 3'])
    expect(log).toEqual(['begin t1', 'roll back t1', 'begin t2', 'roll back t2', 'begin t3', 'commit t3'])
  })

  it('runs again when COMMIT meets the conflict', async () => {
    const { kept, tx, write } = fakeDatabase({
      onCommit: (nth) => {
        if (nth === 1) throw conflict()
      },
    })
    await tx('late', async (req) => write(req, 'x'))
    expect(kept()).toEqual(['x'])
  })

  it('gives up after a bounded number of tries with an error that names the transaction', async () => {
    const { kept, leftOpen, tx, waits } = fakeDatabase({ tries: 4 })
    const never = tx('contended', () => Promise.reject(conflict()))
    await expect(never).rejects.toThrow(TransactionConflict)
    await expect(never).rejects.toThrow(/"contended" met conflicting changes 4 times/)
    expect([kept(), leftOpen(), waits]).toEqual([[], 0, [1, 2, 3]])
  })

  it('has those who met others twice go one after the other, so that a row that all want is not given up', async () => {
    const { kept, tx, write } = fakeDatabase()
    // Whoever finds somebody else at the row is undone.
    let at = 0
    let most = 0
    let queued = 0
    const want = (who: number) => {
      let runs = 0
      return tx(`want ${who}`, async (req) => {
        runs += 1
        if (runs > 2) most = Math.max(most, ++queued)
        try {
          if (at > 0) throw conflict()
          at += 1
          await new Promise((resolve) => setTimeout(resolve, 1))
          at -= 1
          write(req, `${who}`)
        } finally {
          if (runs > 2) queued -= 1
        }
      })
    }
    await Promise.all(Array.from({ length: 100 }, (_, who) => want(who)))
    expect(kept().length).toBe(100)
    expect(most).toBe(1)
  })

  it('lets the next one go on when one whose turn it is fails or gives up', async () => {
    const { kept, tx, write } = fakeDatabase({ tries: 4 })
    const failing = [1, 2, 3].map((who) => {
      let runs = 0
      return tx(`${who}`, async () => {
        throw ++runs === 3 && who === 2 ? new Error('mine') : conflict()
      }).catch((error: Error) => error.name)
    })
    let runs = 0
    const last = tx('last', async (req) => {
      if (++runs < 4) throw conflict()
      write(req, 'last')
    })
    expect(await Promise.all(failing)).toEqual(['TransactionConflict', 'Error', 'TransactionConflict'])
    await last
    expect(kept()).toEqual(['last'])
  })

  it('does not run again after any other error, and never when the result of COMMIT is unknown', async () => {
    const errors = [
      new Error('mine'),
      labelled('UnknownTransactionCommitResult'),
      labelled('UnknownTransactionCommitResult', 'TransientTransactionError'),
      new CommitUnknown('x', conflict()),
      Object.assign(new Error('duplicate'), { code: 11000 }),
    ]
    for (const error of errors) {
      const fn = vi.fn(() => Promise.reject(error))
      await expect(fakeDatabase().tx('once', fn)).rejects.toBe(error)
      expect(fn).toHaveBeenCalledTimes(1)
    }
  })

  it('runs again when an inner tx met the conflict and its caller swallowed it', async () => {
    const { kept, tx, write } = fakeDatabase()
    let runs = 0
    await tx('outer', async (req) => {
      write(req, `run ${++runs}`)
      await tx('inner', async () => {
        if (runs === 1) throw conflict()
      }).catch(() => {})
    })
    expect(kept()).toEqual(['run 2'])
  })

  it('refuses to commit when a joined part failed', async () => {
    const { kept, log, tx, write } = fakeDatabase()
    const half = tx('outer', async (req) => {
      write(req, 'half')
      await tx('inner', () => Promise.reject(new Error('no'))).catch(() => {})
    })
    await expect(half).rejects.toThrow(TransactionEnded)
    expect([kept(), log]).toEqual([[], ['begin t1', 'roll back t1']])
  })

  it('joins the transaction of a given request without beginning or committing one, and undoes it on failure', async () => {
    const { log, payload, tx } = fakeDatabase()
    const id = await payload.db.beginTransaction()
    const req = { transactionID: id } as PayloadRequest
    await tx('joined', async (same) => expect(same).toBe(req), { req })
    expect(log).toEqual(['begin t1'])
    await expect(tx('fails', () => Promise.reject(new Error('no')), { req })).rejects.toThrow('no')
    expect(log).toEqual(['begin t1', 'roll back t1'])
  })

  it('keeps the request tied to its transaction when Payload deletes the id', async () => {
    await fakeDatabase().tx('tied', async (req) => {
      delete req.transactionID
      expect(req.transactionID).toBe('t1')
    })
  })

  it('takes user, locale and context from a request outside of any transaction, and changes none of it', async () => {
    const from = { context: { seen: 1 }, locale: 'zh', user: { id: 'u' } } as unknown as PayloadRequest
    const { tx } = fakeDatabase({ runTwice: true })
    const seen: unknown[] = []
    const look = async (req: PayloadRequest) => {
      seen.push([req.user?.id, req.locale, { ...req.context }])
      req.context.seen = 2
    }
    await tx('as somebody', look, { req: from })
    expect(seen).toEqual([
      ['u', 'zh', { seen: 1 }],
      ['u', 'zh', { seen: 1 }],
    ])
    expect(from.context).toEqual({ seen: 1 })
  })

  it('lets nothing outside of it pass while it runs, and everything after it', async () => {
    const { tx } = fakeDatabase()
    await tx('order 7', async () => expect(() => refuseInsideTx('a write')).toThrow(ForgottenReq))
    expect(() => refuseInsideTx('a write')).not.toThrow()
  })

  it('needs a database that has transactions', async () => {
    const payload = { db: { beginTransaction: async () => null } } as unknown as Payload
    await expect(makeTx(payload)('sale', async () => 1)).rejects.toThrow(/"sale" needs a transaction and this database has none/)
  })

  it('with TX_RUN_TWICE runs twice, rolls the first run back and commits the second', async () => {
    const { kept, log, tx, write } = fakeDatabase({ runTwice: true })
    let runs = 0
    expect(
      await tx('twice', async (req) => {
        write(req, `run ${++runs}`)
        return runs
      }),
    ).toBe(2)
    expect([kept(), log]).toEqual([['run 2'], ['begin t1', 'roll back t1', 'begin t2', 'commit t2']])
  })

  it('keeps exactly one complete run, whatever conflicts come', async () => {
    const step = fc.constantFrom<'conflict' | 'conflict at commit' | 'fine'>('conflict', 'conflict at commit', 'fine')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 5 }), fc.boolean(), async (steps, runTwice) => {
        const fate = [...steps]
        let atCommit = false
        const { kept, leftOpen, tx, write } = fakeDatabase({
          onCommit: () => {
            if (atCommit) throw conflict()
          },
          runTwice,
          tries: 20,
        })
        await tx('any', async (req) => {
          const now = fate.shift() ?? 'fine'
          atCommit = now === 'conflict at commit'
          write(req, 'debit')
          if (now === 'conflict') throw conflict()
          write(req, 'credit')
        })
        expect([kept(), leftOpen()]).toEqual([['debit', 'credit'], 0])
      }),
      { numRuns: 60 },
    )
  })
})

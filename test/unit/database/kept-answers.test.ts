import { expect, it } from 'vitest'
import { KeptAnswers } from '../../../src/database/sqlite/kept-answers.ts'
import { TableWrites } from '../../../src/database/sqlite/table-writes.ts'

const docs = (count: number) => ({ docs: Array.from({ length: count }, (_, id) => ({ id })) })

/** Asks, and answers whether the database had to be asked. */
const asker = (answers: KeptAnswers) => async (question: string, count: number) => {
  let asked = false
  await answers.of({ question, tables: ['products'], inside: true }, async () => {
    asked = true
    return docs(count)
  })
  return asked
}

it('keeps at most 2,000 documents: what was not asked for longest goes first', async () => {
  const ask = asker(new KeptAnswers(new TableWrites(), async () => 1))
  for (let at = 0; at < 40; at += 1) expect(await ask(`list ${at}`, 50)).toBe(true)
  expect(await ask('list 0', 50)).toBe(false)
  expect(await ask('one more', 50)).toBe(true)
  expect([await ask('list 0', 50), await ask('list 2', 50), await ask('one more', 50)]).toEqual([false, false, false])
  expect(await ask('list 1', 50)).toBe(true)
})

it('keeps at most 1,000 answers, and none of more than 50 documents', async () => {
  const ask = asker(new KeptAnswers(new TableWrites(), async () => 1))
  expect([await ask('long', 51), await ask('long', 51)]).toEqual([true, true])
  for (let at = 0; at < 1_001; at += 1) await ask(`nothing ${at}`, 0)
  expect([await ask('nothing 1000', 0), await ask('nothing 0', 0)]).toEqual([false, true])
})

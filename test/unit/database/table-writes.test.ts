import { describe, expect, it } from 'vitest'
import { effectOf, TableWrites, type Writing } from '../../../src/database/sqlite/table-writes.ts'

const changes = (table: string, cascades = false) => ({ table, cascades })

describe('what a statement may change', () => {
  it.each([
    ['insert into "products" ("id") values (?)', changes('products')],
    ['INSERT OR IGNORE INTO products VALUES (1)', changes('products')],
    ['insert into `carts` (id) values (?) on conflict ("carts"."id") do update set "order" = ?', changes('carts')],
    ['insert or replace into products values (1)', changes('products', true)],
    ['update "stock_levels" set "available" = 1 where "id" = ? returning "id"', changes('stock_levels')],
    ['UPDATE OR IGNORE Products SET a = 1', changes('products')],
    ['\n  delete from "users" where "id" = ?', changes('users', true)],
    ['select "id" from "products"', 'nothing'],
    ['VALUES (1)', 'nothing'],
    ['BEGIN IMMEDIATE', 'nothing'],
    ['COMMIT', 'nothing'],
    ['rollback to "sp1"', 'nothing'],
  ] as const)('is told by its first words: %s', (sql, effect) => expect(effectOf(sql)).toEqual(effect))

  it.each([
    'update or replace products set id = 1',
    'replace into products values (1)',
    'with one as (select 1) delete from products',
    'delete from main.products',
    'update "main"."products" set a = 1',
    '-- a word before\ndelete from products',
    'DROP TABLE products',
    'PRAGMA foreign_keys = OFF',
    '',
  ])('is anything when it is not understood: %s', (sql) => expect(effectOf(sql)).toBe('anything'))
})

describe('the count of a table', () => {
  const keys = [
    { parent: 'users', child: 'creators' },
    { parent: 'creators', child: 'links' },
    { parent: 'links', child: 'users' },
  ]
  const open = (isOpen = false): Writing => ({ inTransaction: isOpen, children: () => keys })

  it('is another one after each write to it, and stays when others are written', () => {
    const writes = new TableWrites()
    const before = writes.numberOf(['users', 'links'])
    writes.ran(effectOf('update products set a = 1'), open())
    writes.ran('nothing', open())
    expect(writes.numberOf(['users', 'links'])).toBe(before)
    writes.ran(effectOf('update users set a = 1'), open())
    expect(writes.numberOf(['users', 'links'])).not.toBe(before)
    expect(writes.numberOf(['links'])).toBe(before)
  })

  it('is none from the first write of a transaction to its end, whichever that is', () => {
    const writes = new TableWrites()
    const before = writes.numberOf(['users'])
    writes.ran('nothing', open(true))
    expect(writes.numberOf(['users'])).toBe(before)
    writes.ran(effectOf('update users set a = 1'), open(true))
    writes.ran('nothing', open(true))
    expect(writes.numberOf(['products', 'users'])).toBeNull()
    expect(writes.numberOf(['products'])).toBe(before)
    writes.ran('nothing', open())
    expect(writes.numberOf(['users'])).toBeGreaterThan(before!)
  })

  it('changes with rows that go, or lose a reference, with others; also when these were written before', () => {
    const writes = new TableWrites()
    const before = writes.numberOf(['links'])
    writes.ran(effectOf('update users set a = 1'), open(true))
    writes.ran(effectOf('delete from users'), open(true))
    expect(writes.numberOf(['links'])).toBeNull()
    writes.ran('nothing', open())
    expect(writes.numberOf(['links'])).not.toBe(before)
  })

  it('changes of all tables with a statement that is not understood, and with what somebody else has written', () => {
    const writes = new TableWrites()
    const numbers = [writes.numberOf(['users'])]
    writes.ran('anything', open(true))
    expect(writes.numberOf(['users'])).toBeNull()
    writes.ran('nothing', open())
    numbers.push(writes.numberOf(['users']))
    writes.forget()
    numbers.push(writes.numberOf(['users']))
    expect(new Set(numbers).size).toBe(3)
  })
})

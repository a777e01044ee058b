import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { appendOnlySlugs } from '../../../collections/index.ts'

it('ATT-26 the role for MongoDB guards exactly the collections that triggers guard on SQLite', () => {
  const [, list] = readFileSync('docs/mongodb-append-only-role.md', 'utf8').match(/^const appendOnly = \[([^\]]*)\]/m)!
  expect([...list!.matchAll(/'([^']+)'/g)].map(([, slug]) => slug)).toEqual([...appendOnlySlugs])
})

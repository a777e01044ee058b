import path from 'node:path'
import { createClient } from '@libsql/client'
import { handsOf } from '../e2e/desk-hands.ts'
import type { Stage } from '../e2e/people.ts'
import type { Screen } from './screens.ts'

/** Proves the books, on this stage's own copy, when they are not right: a piece too many of a product that is off sale. */
export async function bringAdmin(stage: Stage): Promise<void> {
  const file = createClient({ url: `file:${path.join(stage.site.dir, 'zhongcao.db')}` })
  // The shop goes on writing meanwhile.
  await file.execute('PRAGMA busy_timeout = 60000')
  await file.execute({
    sql: 'UPDATE stock_levels SET available = available + 1 WHERE variant_id IN (SELECT v.id FROM variants v JOIN products p ON p.id = v.product_id WHERE p.slug = ?)',
    args: ['perfume'],
  })
  file.close()
  const finance = await handsOf(stage.site, 'finance')
  await finance.call('GET', '/v1/ledger/check')
}

/** Our pages in the admin, for finance. */
export const adminScreens: Screen[] = [
  { name: 'admin-overview', who: 'finance', path: '/admin', part: '.zc-part:has(.zc-cards)' },
  { name: 'admin-simulator', who: 'finance', path: '/admin/simulator?days=30&model=first_touch&rate=15', part: '.zc-part:has(.zc-chart)' },
  { name: 'admin-risks', who: 'finance', path: '/admin/risks', part: '.zc-part:has(.zc-panel)' },
]

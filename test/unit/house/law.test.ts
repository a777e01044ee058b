import type { CollectionConfig, Field } from 'payload'
import { describe, expect, it } from 'vitest'
import { allCollections } from '../../../collections/index.ts'

const configs = allCollections({} as never)
const bySlug = (slug: string): CollectionConfig => {
  const found = configs.find((one) => one.slug === slug)
  if (!found) throw new Error(`There is no collection ${slug}`)
  return found
}

interface Named {
  name: string
  type: string
  path: string
  relationTo: string[]
  options: string[]
}

/** Every field of a collection, also those inside arrays, groups and tabs. */
function walk(fields: readonly Field[], at: string): Named[] {
  return fields.flatMap((field) => {
    const one = field as Field & {
      name?: string
      fields?: Field[]
      tabs?: { fields: Field[] }[]
      relationTo?: string | string[]
      options?: unknown[]
    }
    const path = one.name ? `${at}.${one.name}` : at
    const inner = [...(one.fields ?? []), ...(one.tabs ?? []).flatMap((tab) => tab.fields)]
    const options = (one.options ?? []).map((option) =>
      typeof option === 'string' ? option : String((option as { value: unknown }).value),
    )
    const own = one.name ? [{ name: one.name, type: field.type, path, relationTo: [one.relationTo ?? []].flat(), options }] : []
    return [...own, ...walk(inner, path)]
  })
}
const fieldsOf = (slug: string): Named[] => walk(bySlug(slug).fields, slug)
const optionsOf = (slug: string, name: string): string[] => fieldsOf(slug).find((field) => field.name === name)?.options ?? []

const rewards = [
  'programmes',
  'programme-members',
  'rate-changes',
  'bonuses',
  'corrections',
  'creator-tiers',
  'ledger-entries',
  'payouts',
  'payout-lines',
  'coupons',
]

describe('limits of law in the schema', () => {
  it('LAW-1 no reward counts people, asks an entry fee or is computed on what others below sell', () => {
    const forbidden = /invite|recruit|head.?count|people|downline|upline|sponsor|parent|referr(?!er)|team|fee|deposit|entry|level/i
    const found = rewards.flatMap(fieldsOf).filter(({ name }) => forbidden.test(name))
    expect(found.map(({ path }) => path)).toEqual([])
  })

  it('LAW-1 the kinds of reward are a closed list without one for recruits', () => {
    expect(optionsOf('bonuses', 'kind')).toEqual(['flat', 'per_view'])
    expect(optionsOf('ledger-entries', 'kind')).toEqual([
      'accrue',
      'reverse',
      'adjust',
      'clawback',
      'payout',
      'payout_fail',
      'tax_withheld',
    ])
    expect(optionsOf('ledger-entries', 'sourceKind')).toEqual(['order_line', 'refund_line', 'payout', 'adjustment'])
    expect(optionsOf('rate-changes', 'source')).toEqual(['link', 'creator', 'invited', 'group', 'product', 'collection', 'programme'])
  })

  it('LAW-1 tiers follow from what a creator sold herself, and from nothing else', () => {
    const tiers = fieldsOf('programmes').filter(({ path }) => path.startsWith('programmes.tiers.'))
    expect(tiers.map(({ name }) => name).filter((name) => name !== 'id')).toEqual(['name', 'fromSales', 'rateBps'])
  })

  it('LAW-2 a programme has no depth beyond one', () => {
    expect(optionsOf('programmes', 'maxDepth')).toEqual(['0', '1'])
  })

  it('LAW-2 no creator, account or link knows somebody above', () => {
    const up = ['creators', 'users', 'product-links'].flatMap((slug) =>
      fieldsOf(slug).filter(
        ({ name, relationTo }) =>
          (slug !== 'users' && name !== 'creator' && relationTo.includes('creators')) || /parent|inviter|upline/i.test(name),
      ),
    )
    expect(up.map(({ path }) => path)).toEqual([])
  })

  it('LAW-3 nothing that is sold grants a role or the right to promote', () => {
    const granting = ['products', 'variants'].flatMap((slug) =>
      fieldsOf(slug).filter(
        ({ name, relationTo }) =>
          /role|grant|promot|vip|member/i.test(name) || relationTo.some((to) => ['users', 'programmes', 'creators'].includes(to)),
      ),
    )
    expect(granting.map(({ path }) => path)).toEqual([])
  })

  it('LAW-4 no invite reward exists that could grow with the number of recruits', () => {
    expect(configs.map(({ slug }) => slug).filter((slug) => /invit|referral|recruit/i.test(slug))).toEqual([])
  })

  it('LAW-8 a product has no field in which somebody could write a "was" price', () => {
    const manual = ['products', 'variants'].flatMap((slug) =>
      fieldsOf(slug).filter(({ name }) => /was|original|compare|list.?price|strike|retail/i.test(name)),
    )
    expect(manual.map(({ path }) => path)).toEqual([])
  })

  it('LAW-8 prices are logged, and the log is for flows alone to write', () => {
    const { access } = bySlug('price-changes')
    for (const operation of ['create', 'update', 'delete'] as const)
      expect(access?.[operation]?.({ req: { user: { roles: ['admin'] } } } as never)).toBe(false)
  })
})

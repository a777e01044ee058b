import { AT, type Data, type Ground, next } from './ground.ts'

/** A body that would be accepted from whoever may create. */
export function newBody(collection: string, ground: Ground): Data {
  const n = next()
  const bodies: Record<string, Data> = {
    users: { email: `made-${n}@example.test`, password: 'correct horse 7', name: 'x', locale: 'zh' },
    categories: { name: 'x', slug: `new-${n}`, status: 'active' },
    topics: { name: 'x', slug: `new-${n}`, status: 'active' },
    products: { title: 'x', slug: `new-${n}`, status: 'draft' },
    variants: { product: ground.product, sku: `NEW-${n}`, price: 10, currency: 'CNY', status: 'active' },
    programmes: { name: 'x', rateBps: 100, windowDays: 30, model: 'last_touch', holdDays: '15', status: 'active' },
    'tax-rates': { country: 'FR', bps: 2000, mode: 'included' },
    'shipping-rates': { name: 'x', kind: 'flat', base: 1000, status: 'active' },
    'payload-locked-documents': { globalSlug: 'shop-settings', user: { relationTo: 'users', value: ground.people.editor.userId } },
    'payload-preferences': { key: `k${n}`, value: { a: 1 } },
  }
  return bodies[collection] ?? { key: `k${n}` }
}

/** A change that would be accepted from whoever may update, and hurts nobody. */
export function harmlessChange(collection: string): Data {
  const n = next()
  const changes: Record<string, Data> = {
    users: { name: `name ${n}` },
    creators: { displayName: `name ${n}` },
    categories: { name: `name ${n}` },
    topics: { name: `name ${n}` },
    products: { title: `name ${n}` },
    variants: { position: n },
    programmes: { name: `name ${n}` },
    'tax-rates': { region: `r${n}` },
    'shipping-rates': { name: `name ${n}` },
    'payload-locked-documents': { globalSlug: `g${n}` },
    'payload-preferences': { value: { a: n } },
    posts: { title: `name ${n}` },
    'video-notes': { title: `name ${n}` },
  }
  return changes[collection] ?? { key: `changed-${n}`, at: AT, piece: `changed-${n}`, code: `changed${n}`, alt: `changed-${n}` }
}

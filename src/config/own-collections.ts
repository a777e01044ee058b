import type { Access, SanitizedConfig, Where } from 'payload'

type Rules = Record<'create' | 'read' | 'update' | 'delete' | 'readVersions', Access>

const nobody: Access = () => false
const staff: Access = ({ req }) =>
  ((req.user as { roles?: string[] } | null)?.roles ?? []).some((role) => role === 'editor' || role === 'finance' || role === 'admin')

/** A member of the staff, and only rows of his own. */
const ownOfStaff: Access = (args) => {
  const { user } = args.req
  if (!user || !staff(args)) return false
  const and: Where[] = [{ 'user.value': { equals: user.id } }, { 'user.relationTo': { equals: user.collection } }]
  return { and }
}

const shut: Rules = { create: nobody, read: nobody, update: nobody, delete: nobody, readVersions: nobody }

/**
 * Payload's own collections come open to every account, and fans are accounts. Locks and preferences belong to the
 * admin, so to the staff; migrations and the key-value store to nobody at this door.
 */
const rules: Record<string, Rules> = {
  'payload-locked-documents': { create: staff, read: staff, update: staff, delete: staff, readVersions: nobody },
  'payload-preferences': { create: staff, read: ownOfStaff, update: ownOfStaff, delete: ownOfStaff, readVersions: nobody },
  'payload-migrations': shut,
  'payload-kv': shut,
}

/**
 * Puts those rules on. Payload offers no option for it, so it is done on the finished config. Where nothing is versioned
 * the paths of versions go away, too: Payload would ask the database for them and answer 500.
 */
export function shutOwnCollections(config: SanitizedConfig): SanitizedConfig {
  for (const [slug, access] of Object.entries(rules)) {
    const collection = config.collections.find((one) => one.slug === slug)
    if (!collection) throw new Error(`Payload has no collection ${slug} any more: look at what took its place`)
    Object.assign(collection.access, access)
    collection.disableDuplicate = true
  }
  for (const one of [...config.collections, ...config.globals]) {
    if (one.versions || !one.endpoints) continue
    // Where ids are numbers, `versions` would be read as one: there the paths stay, and answer 403.
    const numbered = one.slug.startsWith('payload-')
    one.endpoints = one.endpoints.filter(({ path, method }) => !/^\/versions(\/|$)/.test(path) || (numbered && method === 'get'))
  }
  return config
}

import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { buildConfig, type CollectionConfig, getPayload, type Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { readEnv } from '../../../src/config/env.ts'
import { payloadConfig } from '../../../src/config/payload.ts'
import { databaseAdapter, UnusableDatabase } from '../../../src/database/index.ts'
import { declaredUniqueIndexes, missingIndexes, verifyUniqueIndexes } from '../../../src/database/mongo/indexes.ts'

/**
 * The unique indexes of a config, worked out by us, beside those that Payload's MongoDB adapter would make of it.
 * No server is needed: Mongoose builds its schemas without one.
 */
const tricky: CollectionConfig = {
  slug: 'tricky',
  auth: true,
  fields: [
    { name: 'id', type: 'text', required: true, unique: true },
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'slug', type: 'text', localized: true, unique: true },
    { name: 'seo', type: 'group', fields: [{ name: 'path', type: 'text', unique: true }] },
    { name: 'local', type: 'group', localized: true, fields: [{ name: 'path', type: 'text', unique: true }] },
    { type: 'row', fields: [{ name: 'inRow', type: 'number', unique: true }] },
    {
      type: 'tabs',
      tabs: [
        { label: 'a', fields: [{ name: 'inTab', type: 'text', unique: true }] },
        { name: 'named', fields: [{ name: 'inNamed', type: 'text', unique: true }] },
      ],
    },
    { name: 'codes', type: 'array', fields: [{ name: 'code', type: 'text', unique: true }] },
    { name: 'plain', type: 'text', index: true },
    { name: 'computed', type: 'text', unique: true, virtual: true },
  ],
  indexes: [{ fields: ['plain', 'key'], unique: true }, { fields: ['plain', 'slug'], unique: true }, { fields: ['plain', 'inRow'] }],
}

const open = async (key: string, collections: CollectionConfig[]): Promise<Payload> => {
  const config = buildConfig({
    collections,
    db: databaseAdapter({ url: 'mongodb://127.0.0.1:1/never' }),
    localization: { defaultLocale: 'zh', locales: ['zh', 'en'] },
    logger: { options: { level: 'fatal' } },
    secret: 'test',
    telemetry: false,
    typescript: { autoGenerate: false },
  })
  return getPayload({ config, disableDBConnect: true, disableOnInit: true, key })
}

/** The unique indexes in the schemas that Payload made, as `slug(path, path)`. */
function made(payload: Payload): string[] {
  const { collections } = payload.db as unknown as MongooseAdapter
  return Object.entries(collections).flatMap(([slug, model]) =>
    model.schema
      .indexes()
      .filter(([, options]) => options.unique)
      .map(([keys]) => `${slug}(${Object.keys(keys).join(', ')})`),
  )
}

const declared = (payload: Payload) =>
  declaredUniqueIndexes(payload.config).map(({ collection, keys }) => `${collection}(${keys.join(', ')})`)

describe('unique indexes on MongoDB', () => {
  let odd: Payload
  let ours: Payload
  beforeAll(async () => {
    odd = await open('tricky-indexes', [tricky])
    const env = readEnv({ DATABASE_URL: 'mongodb://127.0.0.1:1/never?replicaSet=rs0', LOG_LEVEL: 'silent', NODE_ENV: 'test' })
    const config = payloadConfig(env, 'a secret that is only for tests, long enough')
    ours = await getPayload({ config, disableDBConnect: true, disableOnInit: true, key: 'our-indexes' })
  })

  it('are found at any depth, localized or not, single or compound', () => {
    const found = declared(odd).filter((index) => index.startsWith('tricky'))
    expect(found.toSorted()).toEqual(
      [
        'tricky(key)',
        'tricky(email)',
        'tricky(slug.zh)',
        'tricky(slug.en)',
        'tricky(seo.path)',
        'tricky(local.zh.path)',
        'tricky(local.en.path)',
        'tricky(inRow)',
        'tricky(inTab)',
        'tricky(named.inNamed)',
        'tricky(codes.code)',
        'tricky(plain, key)',
        'tricky(plain, slug.zh, slug.en)',
      ].toSorted(),
    )
  })

  it('are the same that Payload declares to the database, for odd fields and for all collections of ours', () => {
    expect(declared(odd).toSorted()).toEqual(made(odd).toSorted())
    expect(declared(ours).toSorted()).toEqual(made(ours).toSorted())
    expect(declared(ours).length).toBeGreaterThan(10)
  })

  it('stop the start when one of them is missing or not unique, and are named then', async () => {
    const all = declaredUniqueIndexes(odd.config)
    const complete = (slug: string) =>
      all
        .filter(({ collection }) => collection === slug)
        .map(({ keys }) => ({ key: Object.fromEntries(keys.map((path) => [path, 1])), unique: true }))
    await verifyUniqueIndexes(odd.config, async (slug) => complete(slug))
    const spoilt = verifyUniqueIndexes(odd.config, async (slug) =>
      complete(slug).map((index) => ('key' in index.key ? { ...index, unique: Object.keys(index.key).length > 1 } : index)),
    )
    await expect(spoilt).rejects.toThrow(UnusableDatabase)
    await expect(spoilt).rejects.toThrow(/DATABASE_URL lacks unique indexes .*: tricky\(key\); payload-kv\(key\)$/)
    expect(missingIndexes(all, new Map())).toEqual(all)
  })
})

it('refuses a MongoDB that does not answer, in seconds and with a clear message', async () => {
  const db = databaseAdapter({ url: 'mongodb://127.0.0.1:1/never?replicaSet=rs0&serverSelectionTimeoutMS=300' })
  const config = buildConfig({
    collections: [],
    db,
    logger: { options: { level: 'silent' } },
    secret: 'test',
    typescript: { autoGenerate: false },
  })
  await expect(getPayload({ config, key: 'unreachable' })).rejects.toMatchObject({
    name: 'UnusableDatabase',
    message: expect.stringMatching(/^DATABASE_URL: cannot connect to MongoDB/),
  })
})

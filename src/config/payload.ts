import path from 'node:path'
import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import { buildConfig } from 'payload'
import { adminPart, adminView } from '../../collections/admin-parts.ts'
import { allCollections, appendOnlySlugs, shopSettings } from '../../collections/index.ts'
import { databaseAdapter } from '../database/index.ts'
import { migrations } from '../database/migrations/index.ts'
import { mailDoor } from '../jobs/mail-door.ts'
import { tasks } from '../jobs/tasks.ts'
import { demoAllowed } from '../modules/accounts/index.ts'
import type { Env } from './env.ts'
import { logOptions } from './log.ts'
import { shutOwnCollections } from './own-collections.ts'

/** The public list of products, newest first: else every product on sale is read whole before twenty are chosen. */
export const listIndexes = [{ table: 'products', columns: ['status', 'created_at'] }] as const

/** What every click, basket and order asks about, and hardly anybody changes. */
export const keptSlugs = [
  ...['shop-settings', 'shipping-rates', 'tax-rates'],
  ...['programmes', 'programme-members', 'rate-changes', 'product-links'],
  ...['creators', 'users', 'addresses'],
  ...['products', 'variants'],
] as const

/**
 * Puts Payload together: collections, database, jobs, mail. GraphQL, Payload's own scheduled publishing and its open
 * first registration are off: each is one more way around review (docs/decisions).
 */
export const payloadConfig = (env: Env, secret: string) =>
  buildConfig({
    secret,
    serverURL: env.PUBLIC_URL ?? '',
    telemetry: false,
    maxDepth: 2,
    defaultDepth: 0,
    graphQL: { disable: true },
    collections: allCollections({ secureCookies: env.PUBLIC_URL?.startsWith('https:') ?? false, demoAccounts: demoAllowed(env) }),
    globals: [{ ...shopSettings, fields: [...shopSettings.fields] }],
    localization: { locales: ['zh', 'en'], defaultLocale: 'zh', fallback: true },
    i18n: { supportedLanguages: { en, zh }, fallbackLanguage: 'en' },
    db: databaseAdapter({
      url: env.databaseUrl,
      appendOnly: appendOnlySlugs.map((slug) => slug.replaceAll('-', '_')),
      migrations,
      migrationDir: path.resolve('src/database/migrations'),
      faults: true,
      sqlite: {
        backupDir: path.join(env.dataDir, 'backups'),
        indexes: [...listIndexes],
        kept: [...keptSlugs],
      },
    }),
    email: mailDoor(env.MAIL_FROM),
    jobs: {
      tasks,
      deleteJobOnComplete: true,
      access: { run: () => false, queue: () => false, cancel: () => false },
      jobsCollectionOverrides: ({ defaultJobsCollection }) => ({
        ...defaultJobsCollection,
        fields: defaultJobsCollection.fields.map((field) =>
          'name' in field && field.name === 'input' ? ({ ...field, access: { read: () => false } } as typeof field) : field,
        ),
        access: {
          read: ({ req }) => isAdmin(req.user),
          create: () => false,
          update: () => false,
          delete: () => false,
          readVersions: () => false,
        },
      }),
    },
    admin: {
      user: 'users',
      avatar: 'default',
      components: {
        beforeDashboard: [adminPart('Overview')],
        afterNavLinks: [adminPart('ToolLinks')],
        views: {
          simulator: { Component: adminView('SimulatorView'), path: '/simulator', exact: true, meta: { title: '试算 · Try terms' } },
          risks: { Component: adminView('RisksView'), path: '/risks', exact: true, meta: { title: '风险中心 · Risk centre' } },
        },
        logout: { Button: adminPart('LogOut') },
        graphics: { Icon: adminPart('Mark'), Logo: adminPart('Mark') },
      },
      meta: { titleSuffix: ' · 种草' },
      importMap: { baseDir: path.resolve('src'), importMapFile: path.resolve('src/admin/app/(payload)/admin/importMap.js') },
    },
    logger: { options: logOptions(env.LOG_LEVEL, 'payload') },
    typescript: { outputFile: path.resolve('src/payload-types.ts'), autoGenerate: false },
  }).then(shutOwnCollections)

const isAdmin = (user: unknown): boolean => ((user as { roles?: string[] } | null)?.roles ?? []).includes('admin')

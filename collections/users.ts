import { type CollectionBeforeLoginHook, type CollectionConfig, Forbidden } from 'payload'
import { isForwarded } from '../src/lib/forwarded.ts'
import { admins, anyOf, fieldRoleIs, nobody, noField, ownAccount, personOf, roleIs, rowsWhere } from './access/index.ts'
import { picturesPart } from './admin-parts.ts'
import { choice, dateField, idField, linkTo, textField } from './fields/basics.ts'
import { groups, labels } from './fields/labels.ts'
import { purgePagesOfAccount } from './hooks/purge-account.ts'
import { pagesOfCreator, purgePagesAfterDelete, purgePagesOf } from './hooks/purge-pages.ts'
import { queueIndexing, queueRemoval } from './hooks/queue-indexing.ts'

export const roles = ['fan', 'creator', 'editor', 'finance', 'admin'] as const

export interface AccountOptions {
  /** The site is reached by https. */
  secureCookies: boolean
  /** Demo accounts may be used here: a person alone with this machine (src/modules/accounts/demo.ts). */
  demoAccounts: boolean
}

/**
 * The last of three guards (log-in flow, doors, here): a suspended account, and a demo account that is not alone with
 * this machine, opens no session, whichever way it tries.
 */
const refuseLogIn =
  ({ demoAccounts }: AccountOptions): CollectionBeforeLoginHook =>
  ({ req, user }) => {
    const demoRefused = user.demo && (!demoAccounts || isForwarded(req.headers ?? []))
    if (user.suspendedAt || demoRefused) throw new Forbidden(req.t)
  }

/**
 * Accounts. People sign up by `/v1`, never by Payload's open door; roles are granted by an admin alone.
 * Lockout by failed logins is off: it would tell a stranger that an account exists and let him lock it.
 * Limits by address and account stand in front instead (src/server).
 */
export const users = (options: AccountOptions): CollectionConfig => ({
  slug: 'users',
  labels: labels('账号', 'Account'),
  trash: true,
  auth: {
    tokenExpiration: 60 * 60 * 24 * 14,
    maxLoginAttempts: 0,
    verify: true,
    cookies: { sameSite: 'Lax', secure: options.secureCookies },
    forgotPassword: { expiration: 1000 * 60 * 60 },
  },
  hooks: { beforeLogin: [refuseLogIn(options)], afterChange: [purgePagesOfAccount] },
  admin: { group: groups.people, useAsTitle: 'email', defaultColumns: ['email', 'name', 'roles', 'createdAt'], hideAPIURL: true },
  access: {
    admin: ({ req }) => personOf(req)?.roles.some((role) => role === 'editor' || role === 'finance' || role === 'admin') ?? false,
    create: admins,
    read: anyOf(admins, ownAccount('id')),
    update: anyOf(admins, ownAccount('id')),
    delete: admins,
    unlock: admins,
    readVersions: nobody,
  },
  fields: [
    idField(),
    { name: 'email', type: 'email', required: true, unique: true, access: { update: fieldRoleIs('admin') } },
    {
      name: '_verified',
      type: 'checkbox',
      access: { create: fieldRoleIs('admin'), update: fieldRoleIs('admin') },
      admin: { components: { Field: false } },
    } as unknown as CollectionConfig['fields'][number],
    textField('name', { zh: '名字', en: 'Name' }, { required: true, maxLength: 60 }),
    {
      ...choice('roles', roles, { zh: '角色', en: 'Roles' }, { required: true, defaultValue: ['fan'], saveToJWT: true }),
      hasMany: true,
      access: { create: fieldRoleIs('admin'), update: fieldRoleIs('admin') },
    } as CollectionConfig['fields'][number],
    linkTo(
      'creator',
      'creators',
      { zh: '创作者主页', en: 'Creator profile' },
      { access: { create: noField, update: noField }, admin: { readOnly: true } },
    ),
    choice('locale', ['zh', 'en'], { zh: '语言', en: 'Language' }, { required: true, defaultValue: 'zh' }),
    // Off: the feed that everybody gets (S-04). Changed by the account's own switch.
    {
      name: 'personalFeed',
      type: 'checkbox',
      label: { zh: '按我的喜好排列推荐', en: 'Order the feed by what I like' },
      defaultValue: true,
      access: { create: noField, update: noField },
      admin: { readOnly: true },
    },
    dateField(
      'suspendedAt',
      { zh: '停用时间', en: 'Suspended at' },
      { access: { create: fieldRoleIs('admin'), update: fieldRoleIs('admin') } },
    ),
    {
      name: 'demo',
      type: 'checkbox',
      label: { zh: '演示账号', en: 'Demo account' },
      defaultValue: false,
      access: { create: noField, update: noField },
      admin: { readOnly: true },
    },
  ],
})

export const creators: CollectionConfig = {
  slug: 'creators',
  labels: labels('创作者', 'Creator'),
  admin: { group: groups.people, useAsTitle: 'handle', defaultColumns: ['handle', 'displayName', 'status'] },
  access: {
    create: nobody,
    read: anyOf(
      roleIs('editor', 'finance', 'admin'),
      rowsWhere({ and: [{ status: { equals: 'active' } }, { kind: { equals: 'creator' } }] }),
    ),
    update: anyOf(roleIs('editor', 'admin'), ownAccount('user')),
    delete: nobody,
  },
  hooks: {
    afterChange: [queueIndexing('creator'), purgePagesOf(pagesOfCreator)],
    afterDelete: [queueRemoval('creator'), purgePagesAfterDelete(pagesOfCreator)],
  },
  fields: [
    idField(),
    linkTo(
      'user',
      'users',
      { zh: '账号', en: 'Account' },
      {
        required: true,
        unique: true,
        access: { read: fieldRoleIs('editor', 'finance', 'admin'), update: noField },
      },
    ),
    textField(
      'handle',
      { zh: '账号名', en: 'Handle' },
      {
        required: true,
        unique: true,
        index: true,
        access: { update: fieldRoleIs('admin') },
        validate: (value: unknown) =>
          (typeof value === 'string' && /^[a-z0-9_]{2,24}$/.test(value)) || 'A handle has 2 to 24 of: a–z, 0–9 and _ (lower case).',
      },
    ),
    textField('displayName', { zh: '名字', en: 'Display name' }, { required: true, maxLength: 40 }),
    { name: 'bio', type: 'textarea', label: { zh: '简介', en: 'Bio' }, maxLength: 300 },
    {
      ...choice('verticals', ['outdoor', 'home', 'kitchen', 'food', 'fashion', 'skincare', 'digital', 'other'], {
        zh: '领域',
        en: 'Verticals',
      }),
      hasMany: true,
    } as CollectionConfig['fields'][number],
    linkTo('avatar', 'media', { zh: '头像', en: 'Avatar' }, { admin: picturesPart }),
    choice(
      'level',
      ['none', 'identity', 'professional', 'brand'],
      { zh: '认证', en: 'Verification' },
      {
        required: true,
        defaultValue: 'none',
        access: { create: fieldRoleIs('admin', 'editor'), update: fieldRoleIs('admin', 'editor') },
      },
    ),
    choice(
      'kind',
      ['creator', 'promoter'],
      { zh: '身份（推客没有公开主页）', en: 'Kind (a promoter has no public page)' },
      { required: true, defaultValue: 'creator', access: { create: noField, update: noField }, admin: { readOnly: true } },
    ),
    choice(
      'status',
      ['active', 'suspended'],
      { zh: '状态', en: 'Status' },
      {
        required: true,
        defaultValue: 'active',
        access: { create: fieldRoleIs('admin'), update: fieldRoleIs('admin') },
      },
    ),
  ],
}

export const notifications: CollectionConfig = {
  slug: 'notifications',
  labels: labels('通知', 'Notification'),
  admin: { group: groups.people, hidden: true },
  access: { create: nobody, update: nobody, delete: nobody, read: ownAccount('user') },
  fields: [
    idField(),
    linkTo('user', 'users', { zh: '账号', en: 'Account' }, { required: true, index: true }),
    textField('kind', { zh: '种类', en: 'Kind' }, { required: true }),
    { name: 'data', type: 'json', admin: { hidden: true } },
    dateField('readAt', { zh: '已读', en: 'Read at' }),
  ],
}

import type { CollectionConfig, Field } from 'payload'
import { admins, anyOf, editors, flowsOnly, nobody, ownAccount } from './access/index.ts'
import { choice, dateField, factsField, idField, keyField, linkTo, numberField, textField } from './fields/basics.ts'
import { groups, labels } from './fields/labels.ts'

/** What can be liked, collected and commented on: a piece of either kind, or a product (S-32). No foreign key, so that all fit one index. */
export const targetKinds = ['posts', 'video-notes', 'products'] as const

const targetFields = (): Field[] => [
  choice('targetKind', targetKinds, { zh: '对象类型', en: 'Kind of target' }, { required: true }),
  textField('target', { zh: '对象', en: 'Target' }, { required: true, index: true }),
]

/** A fan's own shelf of pieces and products. A public one has a page of its own. */
export const boards: CollectionConfig = {
  slug: 'boards',
  labels: labels('收藏夹', 'Board'),
  admin: { group: groups.people, hidden: true },
  access: { ...flowsOnly, read: anyOf(admins, ownAccount('owner')) },
  fields: [
    idField(),
    linkTo('owner', 'users', { zh: '主人', en: 'Owner' }, { required: true, index: true }),
    textField('title', { zh: '名称', en: 'Title' }, { required: true, maxLength: 40 }),
    choice('visibility', ['private', 'public'], { zh: '可见范围', en: 'Visibility' }, { required: true, defaultValue: 'private' }),
    dateField('changedAt', { zh: '最近收入', en: 'Last collected' }, { required: true, index: true }),
  ],
}

/** `key` is `<board>:<target kind>:<target>`: a board holds a thing once. */
export const boardItems: CollectionConfig = {
  slug: 'board-items',
  labels: labels('收藏', 'Board item'),
  admin: { group: groups.people, hidden: true },
  access: { ...flowsOnly, read: anyOf(admins, ownAccount('owner')) },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('board', 'boards', { zh: '收藏夹', en: 'Board' }, { required: true, index: true }),
    linkTo('owner', 'users', { zh: '主人', en: 'Owner' }, { required: true, index: true }),
    ...targetFields(),
    dateField('at', { zh: '时间', en: 'At' }, { required: true, index: true }),
  ],
}

/**
 * Comments have one level of replies: `parent` names a comment without a parent. `held` waits for an editor, `hidden` was
 * taken away by one with a rule (MOD-08), `deleted` by its author; only `shown` is read by others. Whether the author has
 * bought is derived at reading from paid, unrefunded orders (S-02) and never stored.
 */
export const comments: CollectionConfig = {
  slug: 'comments',
  labels: labels('评论', 'Comment'),
  admin: { group: groups.content, defaultColumns: ['body', 'author', 'state', 'at'] },
  access: { ...flowsOnly, read: anyOf(editors, ownAccount('author')) },
  fields: [
    idField(),
    ...targetFields(),
    textField('parent', { zh: '回复', en: 'Reply to' }, { index: true }),
    linkTo('author', 'users', { zh: '作者', en: 'Author' }, { required: true, index: true }),
    linkTo('creator', 'creators', { zh: '创作者', en: 'Creator' }),
    { name: 'body', type: 'textarea', label: { zh: '内容', en: 'Body' }, required: true, maxLength: 1000 },
    choice(
      'state',
      ['shown', 'held', 'hidden', 'deleted'],
      { zh: '状态', en: 'State' },
      { required: true, defaultValue: 'shown', index: true },
    ),
    factsField('findings'),
    textField('rule', { zh: '依据', en: 'Rule' }),
    { name: 'reason', type: 'textarea', label: { zh: '理由', en: 'Reason' }, maxLength: 500 },
    linkTo('decidedBy', 'users', { zh: '裁定人', en: 'Decided by' }),
    dateField('decidedAt', { zh: '裁定时间', en: 'Decided at' }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true, index: true }),
  ],
}

/** A fan's address book: personal data that only its owner reads and that goes with the account. */
export const addresses: CollectionConfig = {
  slug: 'addresses',
  labels: labels('收货地址', 'Address', 'Addresses'),
  admin: { group: groups.people, hidden: true },
  access: { ...flowsOnly, read: ownAccount('owner') },
  fields: [
    idField(),
    linkTo('owner', 'users', { zh: '主人', en: 'Owner' }, { required: true, index: true }),
    ...(['name', 'phone', 'country', 'region', 'city', 'district', 'street', 'postcode'] as const).map((name) =>
      textField(name, { zh: name, en: name }, { maxLength: 200 }),
    ),
    { name: 'isDefault', type: 'checkbox', defaultValue: false, label: { zh: '默认', en: 'Default' } },
    dateField('usedAt', { zh: '最近使用', en: 'Last used' }),
  ],
}

/** What was seen and for how long: feeds ranking, pseudonymous, without a visitor where consent was not given. */
export const engagementEvents: CollectionConfig = {
  slug: 'engagement-events',
  labels: labels('浏览事件', 'Engagement event'),
  admin: { group: groups.system, hidden: true },
  access: { create: nobody, update: nobody, delete: nobody, read: admins },
  fields: [
    idField(),
    choice('kind', ['view', 'impression', 'share'], { zh: '种类', en: 'Kind' }, { required: true }),
    ...targetFields(),
    textField('visitor', { zh: '访客', en: 'Visitor' }, { index: true }),
    textField('feed', { zh: '信息流', en: 'Feed' }),
    numberField('position', { zh: '位置', en: 'Position' }),
    numberField('dwellMs', { zh: '停留（毫秒）', en: 'Dwell (milliseconds)' }),
    choice('consent', ['granted', 'denied', 'unknown'], { zh: '同意', en: 'Consent' }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true, index: true }),
  ],
}

/** What made kept pages old: a row written in the transaction of the change, read by every process (DESIGN.md, Pages). */
export const cachePurges: CollectionConfig = {
  slug: 'cache-purges',
  labels: labels('页面失效', 'Page purge'),
  admin: { group: groups.system, hidden: true },
  access: { ...flowsOnly, read: admins },
  fields: [idField(), factsField('tags')],
}

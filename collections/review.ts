import type { CollectionConfig } from 'payload'
import { editors, flowsOnly } from './access/index.ts'
import { choice, dateField, factsField, idField, keyField, linkTo, numberField, pieceFields, textField } from './fields/basics.ts'
import { groups, labels } from './fields/labels.ts'

/**
 * One target in the editors' queue. `key` is `open:<piece>` while it is open and `closed:<id>` after, so that a piece
 * has at most one open item on either database.
 */
export const reviewItems: CollectionConfig = {
  slug: 'review-items',
  labels: labels('审核项', 'Review item'),
  admin: { group: groups.review, defaultColumns: ['piece', 'state', 'submittedAt'] },
  access: { ...flowsOnly, read: editors },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    ...pieceFields(true),
    linkTo('author', 'creators', { zh: '作者', en: 'Author' }, { required: true, index: true }),
    textField('version', { zh: '版本', en: 'Version' }, { required: true }),
    choice(
      'state',
      ['open', 'approved', 'changes_requested', 'rejected', 'withdrawn'],
      { zh: '状态', en: 'State' },
      { required: true, defaultValue: 'open', index: true },
    ),
    dateField('submittedAt', { zh: '送审时间', en: 'Submitted at' }, { required: true, index: true }),
    dateField('dueAt', { zh: '时限', en: 'Due at' }, { required: true, index: true }),
    linkTo('claimedBy', 'users', { zh: '正在看的人', en: 'Claimed by' }),
    dateField('claimedUntil', { zh: '占用到', en: 'Claimed until' }),
    linkTo('decidedBy', 'users', { zh: '裁定人', en: 'Decided by' }),
    dateField('decidedAt', { zh: '裁定时间', en: 'Decided at' }),
    textField('rule', { zh: '依据', en: 'Rule' }),
    { name: 'reason', type: 'textarea', label: { zh: '理由', en: 'Reason' }, maxLength: 2000 },
    factsField('spans'),
    numberField('lockVersion', { zh: '修订', en: 'Revision' }, { required: true, defaultValue: 0 }),
  ],
}

/** Append-only: every change of a piece's review state or restriction, with who, why and which version. */
export const reviewHistory: CollectionConfig = {
  slug: 'review-history',
  labels: labels('审核记录', 'Review history', 'Review history'),
  admin: { group: groups.review, defaultColumns: ['piece', 'event', 'to', 'at'] },
  access: { ...flowsOnly, read: editors },
  fields: [
    idField(),
    ...pieceFields(true),
    textField('version', { zh: '版本', en: 'Version' }),
    textField('event', { zh: '事件', en: 'Event' }, { required: true }),
    textField('from', { zh: '从', en: 'From' }, { required: true }),
    textField('to', { zh: '到', en: 'To' }, { required: true }),
    textField('actor', { zh: '谁', en: 'Actor' }),
    textField('rule', { zh: '依据', en: 'Rule' }),
    { name: 'reason', type: 'textarea', label: { zh: '理由', en: 'Reason' } },
    dateField('at', { zh: '时间', en: 'At' }, { required: true, index: true }),
  ],
}

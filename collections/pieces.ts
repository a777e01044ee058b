import type { CollectionConfig, Field } from 'payload'
import { aiSigns } from '../src/modules/media/index.ts'
import { anyOf, editors, flowsOnly, ownCreator } from './access/index.ts'
import { choice, dateField, factsField, idField, linkTo, numberField, textField } from './fields/basics.ts'
import { groups, labels } from './fields/labels.ts'

/**
 * The two kinds of content. Versioned: text, pictures, placements, disclosure. Not versioned, and therefore in
 * collections of their own: review state and restriction (`piece-states`), links' identity (`product-links`), counters.
 * Every write is a flow (`/v1/pieces`, `/v1/review`): Payload's own doors would be ways around review.
 */
const pieceCollection = (slug: 'posts' | 'video-notes', names: CollectionConfig['labels'], own: Field[]): CollectionConfig => ({
  slug,
  labels: names,
  trash: true,
  versions: { maxPerDoc: 100, drafts: true },
  admin: { group: groups.content, useAsTitle: 'title', defaultColumns: ['title', 'author', '_status', 'updatedAt'] },
  access: {
    ...flowsOnly,
    read: anyOf(editors, ownCreator('author')),
    readVersions: editors,
  },
  disableDuplicate: true,
  fields: [
    idField(),
    linkTo('author', 'creators', { zh: '作者', en: 'Author' }, { required: true, index: true }),
    textField('title', { zh: '标题', en: 'Title' }, { maxLength: 80 }),
    { name: 'body', type: 'textarea', label: { zh: '正文', en: 'Body' }, maxLength: 20000 },
    choice('language', ['zh', 'en'], { zh: '语言', en: 'Language' }, { required: true, defaultValue: 'zh' }),
    textField('translationOf', { zh: '译自', en: 'Translation of' }),
    { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true, label: { zh: '话题', en: 'Topics' } },
    ...own,
    placementsField,
    choice(
      'disclosure',
      ['none', 'commission', 'sample', 'paid', 'discount', 'employee', 'family', 'equity'],
      { zh: '利益关系', en: 'Material connection' },
      {
        required: true,
        defaultValue: 'none',
      },
    ),
    { name: 'aiMade', type: 'checkbox', defaultValue: false, label: { zh: '含 AI 生成', en: 'Contains AI-made content' } },
    // DIS-5: why not, when a file of it says that it was made by a machine. Readers see the doubt, editors the reason.
    textField('aiDenial', { zh: '否认 AI 生成的理由', en: 'Why it is not AI-made' }, { maxLength: 200 }),
    dateField('firstPublishedAt', { zh: '首次发布', en: 'First published' }),
    textField('editNote', { zh: '修改说明', en: 'Edit note' }, { maxLength: 200 }),
  ],
})

/** Where products stand in a piece. `number` is what readers see; `link` is the product link whose code it carries. */
const placementsField: Field = {
  name: 'placements',
  type: 'array',
  label: { zh: '商品位置', en: 'Placements' },
  maxRows: 20,
  fields: [
    numberField('number', { zh: '序号', en: 'Number' }, { required: true }),
    choice('kind', ['text', 'hotspot', 'moment'], { zh: '种类', en: 'Kind' }, { required: true }),
    linkTo('product', 'products', { zh: '商品', en: 'Product' }, { required: true }),
    linkTo('link', 'product-links', { zh: '链接', en: 'Link' }),
    numberField('picture', { zh: '第几张图', en: 'Picture' }),
    numberField('x', { zh: '横向 %', en: 'x %' }),
    numberField('y', { zh: '纵向 %', en: 'y %' }),
    numberField('from', { zh: '开始秒', en: 'From second' }),
    numberField('to', { zh: '结束秒', en: 'To second' }),
  ],
}

export const posts = pieceCollection('posts', labels('图文笔记', 'Post'), [
  {
    name: 'pictures',
    type: 'array',
    label: { zh: '图片', en: 'Pictures' },
    maxRows: 9,
    fields: [
      linkTo('media', 'media', { zh: '图片', en: 'Picture' }, { required: true }),
      textField('alt', { zh: '图片说明', en: 'Alternative text' }, { maxLength: 200 }),
    ],
  },
])

export const videoNotes = pieceCollection('video-notes', labels('视频笔记', 'Video note'), [
  linkTo('video', 'media', { zh: '视频', en: 'Video' }),
  linkTo('poster', 'media', { zh: '封面', en: 'Poster' }),
  { name: 'captions', type: 'textarea', label: { zh: '字幕 (WebVTT)', en: 'Captions (WebVTT)' }, maxLength: 50000 },
])

/**
 * What a piece is allowed to be seen as: one row per piece, its id the piece's. Review state belongs to the working
 * version; `publicVersion` names the version that readers see. `lockVersion` grows with every change.
 */
export const pieceStates: CollectionConfig = {
  slug: 'piece-states',
  labels: labels('内容状态', 'Piece state'),
  admin: { group: groups.review, hidden: true },
  access: { ...flowsOnly, read: anyOf(editors, ownCreator('author')) },
  fields: [
    idField(),
    choice('kind', ['posts', 'video-notes'], { zh: '类型', en: 'Kind' }, { required: true }),
    linkTo('author', 'creators', { zh: '作者', en: 'Author' }, { required: true, index: true }),
    choice(
      'state',
      ['draft', 'submitted', 'in_review', 'changes_requested', 'rejected', 'approved', 'scheduled', 'published', 'withdrawn'],
      { zh: '审核状态', en: 'Review state' },
      { required: true, defaultValue: 'draft', index: true },
    ),
    choice(
      'restriction',
      ['none', 'limited', 'hidden', 'removed'],
      { zh: '限制', en: 'Restriction' },
      { required: true, defaultValue: 'none', index: true },
    ),
    { name: 'isPublic', type: 'checkbox', defaultValue: false, index: true, label: { zh: '公开', en: 'Public' } },
    textField('workingVersion', { zh: '工作版本', en: 'Working version' }),
    textField('submittedVersion', { zh: '送审版本', en: 'Submitted version' }),
    textField('publicVersion', { zh: '公开版本', en: 'Public version' }),
    dateField('publishedAt', { zh: '发布时间', en: 'Published at' }, { index: true }),
    dateField('submittedAt', { zh: '送审时间', en: 'Submitted at' }),
    // When the version that was let pass is to become public; empty for at once. Publishing clears it.
    dateField('publishAt', { zh: '定时发布', en: 'Publish at' }, { index: true }),
    numberField('lockVersion', { zh: '修订', en: 'Revision' }, { required: true, defaultValue: 0 }),
    { name: 'lastReason', type: 'json', admin: { hidden: true } },
  ],
}

/** Counters of one piece (and placement) on one day of the site's time zone: derived from touches and orders, repairable. */
export const pieceStats: CollectionConfig = {
  slug: 'piece-stats',
  labels: labels('内容统计', 'Piece statistics', 'Piece statistics'),
  admin: { group: groups.content, hidden: true },
  access: { ...flowsOnly, read: anyOf(editors, ownCreator('author')) },
  fields: [
    idField(),
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    textField('piece', { zh: '内容', en: 'Piece' }, { required: true, index: true }),
    linkTo('author', 'creators', { zh: '作者', en: 'Author' }, { required: true, index: true }),
    textField('placement', { zh: '位置', en: 'Placement' }),
    textField('day', { zh: '日期', en: 'Day' }, { required: true, index: true }),
    ...(['views', 'clicks', 'orders', 'units', 'commission'] as const).map((name) =>
      numberField(name, { zh: name, en: name }, { required: true, defaultValue: 0 }),
    ),
  ],
}

export const media: CollectionConfig = {
  slug: 'media',
  labels: labels('媒体', 'Media file'),
  admin: { group: groups.content, useAsTitle: 'alt', defaultColumns: ['alt', 'kind', 'state', 'createdAt'] },
  access: { ...flowsOnly, read: anyOf(editors, ({ req }) => (req.user ? { owner: { equals: req.user.id } } : false)) },
  fields: [
    idField(),
    linkTo('owner', 'users', { zh: '上传者', en: 'Owner' }, { index: true }),
    choice('kind', ['image', 'video'], { zh: '类型', en: 'Kind' }, { required: true }),
    choice('state', ['processing', 'ready', 'failed'], { zh: '状态', en: 'State' }, { required: true, defaultValue: 'processing' }),
    textField('failure', { zh: '失败原因', en: 'Why it failed' }),
    textField('alt', { zh: '说明', en: 'Alternative text' }, { maxLength: 200 }),
    textField('hash', { zh: '内容哈希', en: 'Content hash' }, { required: true, index: true }),
    textField('original', { zh: '原文件', en: 'Original file' }),
    textField('source', { zh: '导入来源', en: 'Imported from' }, { index: true }),
    textField('type', { zh: 'MIME 类型', en: 'MIME type' }, { required: true }),
    numberField('bytes', { zh: '字节', en: 'Bytes' }, { required: true }),
    numberField('width', { zh: '宽', en: 'Width' }),
    numberField('height', { zh: '高', en: 'Height' }),
    numberField('durationSeconds', { zh: '秒', en: 'Seconds' }),
    textField('thumbhash', { zh: '缩略哈希', en: 'Thumbhash' }),
    factsField('variants'),
    textField('playable', { zh: '可播放文件', en: 'Playable file' }),
    linkTo('poster', 'media', { zh: '封面', en: 'Poster' }),
    dateField('withdrawnAt', { zh: '停止公开', en: 'Withdrawn at' }, { index: true }),
    // DIS-5: what the uploaded file's metadata says of a machine that made it; the metadata itself is not kept.
    choice('aiSign', [...aiSigns], { zh: '文件中的 AI 标识', en: 'Sign of AI in the file' }),
  ],
}

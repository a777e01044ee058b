import type { Dictionary, Message } from '../translate.ts'

/** Where a rate comes from and what changed it, on the why page. */
const zh = {
  source_link: '费率是这个链接单独约定的：{rate}。',
  source_creator: '费率是店铺和这位创作者单独约定的：{rate}。',
  source_creatorYou: '费率是店铺和你单独约定的：{rate}。',
  source_invited: '费率是店铺邀请这位创作者时约定的：{rate}。',
  source_invitedYou: '费率是店铺邀请你时约定的：{rate}。',
  source_group: '费率按这位创作者下单时的等级：{rate}。',
  source_groupYou: '费率按你当时的等级：{rate}。',
  source_product: '这件商品有自己的费率：{rate}。',
  source_collection: '这一类商品有自己的费率：{rate}。',
  source_programme: '没有单独的约定，按计划的默认费率：{rate}。',
  source_programmeNamed: '没有单独的约定，按计划「{name}」的默认费率：{rate}。',
  inProgramme: '所属计划「{name}」。',
  rateBeside: '点开的是别的商品，这一件是同一单里一起买的。',
  cut_cap: '这超过计划的上限，所以按上限 {rate} 计。',
  cut_margin: '这件商品的毛利不够付这么多，所以减到 {rate}。',
  rateKept: '费率已经下调到 {rate}；下调前就在推广的创作者，30 天内还按原来的计。',
} satisfies Record<string, Message>

const en: Record<keyof typeof zh, Message> = {
  source_link: 'The rate was agreed for this link: {rate}.',
  source_creator: 'The rate was agreed with this creator: {rate}.',
  source_creatorYou: 'The rate was agreed with you: {rate}.',
  source_invited: 'The rate came with the shop’s invitation to this creator: {rate}.',
  source_invitedYou: 'The rate came with the shop’s invitation to you: {rate}.',
  source_group: 'The rate is that of the creator’s tier at the time of the order: {rate}.',
  source_groupYou: 'The rate is that of your tier at the time of the order: {rate}.',
  source_product: 'This product has a rate of its own: {rate}.',
  source_collection: 'This kind of goods has a rate of its own: {rate}.',
  source_programme: 'Nothing else was agreed, so it is the programme’s usual rate: {rate}.',
  source_programmeNamed: 'Nothing else was agreed, so it is the usual rate of the programme “{name}”: {rate}.',
  inProgramme: ' It belongs to the programme “{name}”.',
  rateBeside: 'Another product was opened; this one was bought with it in the same order.',
  cut_cap: 'That is more than the programme allows, so it pays its highest, {rate}.',
  cut_margin: 'The margin on this product does not carry that, so it was lowered to {rate}.',
  rateKept: 'The rate has been lowered to {rate}; who promoted before that keeps the old one for 30 days.',
}

export const whyRate = { zh, en } satisfies Dictionary<keyof typeof zh>

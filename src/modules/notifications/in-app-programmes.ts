import type { Writer } from './in-app-money.ts'
import type { Formats } from './locale.ts'

interface Names {
  zh: string
  en: string
}

interface RateNotice {
  programme: Names
  /** The product, category or tier it is about; null for everything. */
  about: Names | null
  /** Basis points. */
  fromBps: number
  toBps: number
  /** From when it applies to what she promotes already. */
  on: string
  /** ATT-15: the second notice, two days before. */
  soon: boolean
}

/** Notices to creators about the terms on which they earn. */
export interface ProgrammeNotices {
  'rate-cut': RateNotice
  'rate-raised': RateNotice
  'programme-invited': { programme: Names; rateBps: number }
  'programme-removed': { programme: Names }
}

const path = '/studio/programmes'
const percent = (bps: number): string => `${bps / 100}%`
const day = (formats: Formats, at: string): string => formats.day(new Date(at))

export const programmeWriters: { [Kind in keyof ProgrammeNotices]: Writer<ProgrammeNotices[Kind]> } = {
  'rate-cut': ({ programme, about, fromBps, toBps, on, soon }, zh, en) => ({
    zh: `${soon ? '还有两天：' : ''}「${programme.zh}」${about ? `的${about.zh}` : ''}佣金费率从 ${percent(fromBps)} 降到 ${percent(toBps)}，你已经在推广的商品 ${day(zh, on)} 起才变`,
    en: `${soon ? 'In two days: ' : ''}“${programme.en}”${about ? `, ${about.en}` : ''}: the rate goes from ${percent(fromBps)} to ${percent(toBps)}. For what you promote already it changes on ${day(en, on)}`,
    path,
  }),
  'rate-raised': ({ programme, about, fromBps, toBps }) => ({
    zh: `「${programme.zh}」${about ? `的${about.zh}` : ''}佣金费率从 ${percent(fromBps)} 升到 ${percent(toBps)}，现在就生效`,
    en: `“${programme.en}”${about ? `, ${about.en}` : ''}: the rate goes from ${percent(fromBps)} to ${percent(toBps)}, from now on`,
    path,
  }),
  'programme-invited': ({ programme, rateBps }) => ({
    zh: `邀请你加入「${programme.zh}」，佣金费率 ${percent(rateBps)}`,
    en: `You are invited to “${programme.en}”, at a rate of ${percent(rateBps)}`,
    path,
  }),
  'programme-removed': ({ programme }) => ({
    zh: `你不再是「${programme.zh}」的成员，之后的订单不计佣金`,
    en: `You are no longer in “${programme.en}”; later orders earn nothing under it`,
    path,
  }),
}

import type { Letters } from './types.ts'

interface Decision {
  title: string
  /** The editor's own words. */
  reason: string
  /** The rule that was applied, in the reader's language, with its number. */
  rule: string
  /** The piece in the studio. */
  url: string
}

export interface PieceMailData {
  'piece-approved': { title: string; url: string }
  'piece-scheduled': { title: string; url: string; at: Date; zone: string }
  /** `stillPublic`: an earlier version is public and stays so while the edit waits. */
  'piece-changes-requested': Decision & { stillPublic: boolean }
  'piece-rejected': Decision & { stillPublic: boolean }
  /** The statement of reasons: what was done, on what basis, by whom (a person), and what can be done now. */
  'piece-taken-down': Decision
  'piece-restored': { title: string; url: string }
}

const staysZh = (stays: boolean) => (stays ? '原版继续公开，推荐和佣金不受影响。' : '在此之前它不公开。')
const staysEn = (stays: boolean) =>
  stays ? 'The old version stays up; reach and commission are unchanged.' : 'Until then it is not public.'

export const pieceLetters: Letters<PieceMailData> = {
  'piece-approved': ({ title, url }) => ({
    zh: { subject: `已公开：《${title}》`, paragraphs: [`《${title}》通过了审核，现在所有人都能看到。`], action: { label: '看看它', url } },
    en: {
      subject: `Public: “${title}”`,
      paragraphs: [`“${title}” was approved; everybody can see it now.`],
      action: { label: 'View it', url },
    },
  }),
  'piece-scheduled': ({ title, url, at, zone }, { zh, en }) => ({
    zh: {
      subject: `审核通过，定时公开：《${title}》`,
      paragraphs: [`《${title}》通过了审核，将在 ${zh.time(at)}（${zone}）公开。在那之前可以改时间、取消，或者马上公开。`],
      action: { label: '看看它', url },
    },
    en: {
      subject: `Approved, with a time: “${title}”`,
      paragraphs: [
        `“${title}” was approved and becomes public on ${en.time(at)} (${zone}). Until then you can move the time, cancel it or publish at once.`,
      ],
      action: { label: 'View it', url },
    },
  }),
  'piece-changes-requested': ({ title, reason, rule, url, stillPublic }) => ({
    zh: {
      subject: `请修改后再发布：《${title}》`,
      paragraphs: [`《${title}》需要修改后再提交。${staysZh(stillPublic)}`, `依据：${rule}`, '编辑的话：'],
      quote: reason,
      action: { label: '去修改', url },
    },
    en: {
      subject: `Please change and resubmit: “${title}”`,
      paragraphs: [`“${title}” needs changes before it can be published. ${staysEn(stillPublic)}`, `Basis: ${rule}`, 'The editor wrote:'],
      quote: reason,
      action: { label: 'Edit it', url },
    },
  }),
  'piece-rejected': ({ title, reason, rule, url, stillPublic }) => ({
    zh: {
      subject: `没有通过：《${title}》`,
      paragraphs: [
        `《${title}》这一版没有通过审核。${stillPublic ? staysZh(true) : '它不会公开。'}`,
        `依据：${rule}`,
        '由编辑人工判断。编辑的话：',
      ],
      quote: reason,
      action: { label: '查看详情', url },
    },
    en: {
      subject: `Not approved: “${title}”`,
      paragraphs: [
        `This version of “${title}” was not approved. ${stillPublic ? staysEn(true) : 'It will not be published.'}`,
        `Basis: ${rule}`,
        'Decided by a person. The editor wrote:',
      ],
      quote: reason,
      action: { label: 'See details', url },
    },
  }),
  'piece-taken-down': ({ title, reason, rule, url }) => ({
    zh: {
      subject: `不再公开：《${title}》`,
      paragraphs: [
        `《${title}》不再公开：页面、推荐和搜索里都看不到它，它的链接不再计佣金。已经付款的订单不受影响。`,
        `依据：${rule}`,
        '由编辑人工判断。编辑的话：',
      ],
      quote: reason,
      action: { label: '查看详情', url },
    },
    en: {
      subject: `No longer public: “${title}”`,
      paragraphs: [
        `“${title}” is no longer public: it is gone from pages, feeds and search, and its links earn no commission. Orders already paid are unaffected.`,
        `Basis: ${rule}`,
        'Decided by a person. The editor wrote:',
      ],
      quote: reason,
      action: { label: 'See details', url },
    },
  }),
  'piece-restored': ({ title, url }) => ({
    zh: {
      subject: `恢复公开：《${title}》`,
      paragraphs: [`《${title}》经复核恢复公开：页面、推荐和搜索里又能看到它，它的链接照常计佣金。`],
      action: { label: '看看它', url },
    },
    en: {
      subject: `Public again: “${title}”`,
      paragraphs: [
        `“${title}” was looked at again and is public: it is back on pages, in feeds and search, and its links earn commission.`,
      ],
      action: { label: 'View it', url },
    },
  }),
}

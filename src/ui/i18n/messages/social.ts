import type { Dictionary, Message } from '../translate.ts'

/** Collecting and asking, and the ways to comments and to recommending. */
const zh = {
  comments: '评论',
  commentsCount: '评论 {count}',
  commentsBack: '回到「{title}」',
  collect: '收藏',
  collectCount: '收藏 {count}',
  collectedCount: '已收藏 {count}，换收藏夹',
  collectedTo: '已收进「{title}」',
  collectChange: '换收藏夹',
  collectSheet: '收进哪里',
  collectNone: '还没有收藏夹。建一个，或者直接收进「我的收藏」。',
  collectFailed: '没收成，再试一次',
  collectDone: '好了',
  boardNew: '新建收藏夹',
  boardTitlePlaceholder: '例如：秋天的营地',
  boardCreate: '建好并收进去',
  boardPublic: '公开',
  boardPrivate: '仅自己可见',
  ask: '问一句',
  askCount: '问一句，已有 {count} 条评论',
  promote: '推荐这件',
  followedOne: '你关注的 {count} 位创作者推荐',
} satisfies Record<string, Message>

const en: Record<keyof typeof zh, Message> = {
  comments: 'Comments',
  commentsCount: { one: '{count} comment', other: '{count} comments' },
  commentsBack: 'Back to “{title}”',
  collect: 'Save',
  collectCount: 'Saved by {count}; save',
  collectedCount: 'Saved, with {count} in all; change boards',
  collectedTo: 'Saved to “{title}”',
  collectChange: 'Change',
  collectSheet: 'Save to',
  collectNone: 'No boards yet. Make one, or save to “Saved” right away.',
  collectFailed: 'Not saved; try again',
  collectDone: 'Done',
  boardNew: 'New board',
  boardTitlePlaceholder: 'For example: autumn camp',
  boardCreate: 'Make it and save there',
  boardPublic: 'Public',
  boardPrivate: 'Only you',
  ask: 'Ask',
  askCount: { one: 'Ask; {count} comment so far', other: 'Ask; {count} comments so far' },
  promote: 'Recommend this',
  followedOne: { one: '{count} creator you follow recommends it', other: '{count} creators you follow recommend it' },
}

export const social = { zh, en } satisfies Dictionary<keyof typeof zh>

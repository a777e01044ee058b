import type { Dictionary, Message } from '../translate.ts'

/** The player of a video note. */
const zh = {
  productAct: '{act}：{title}',
  inVideo: { other: '视频里的 {count} 件' },
  pause: '暂停',
  soundOn: '打开声音',
  soundOff: '关掉声音',
  captionsOn: '打开字幕',
  captionsOff: '关掉字幕',
  progress: '进度',
  progressText: '{at}，共 {length}',
  momentAt: '{time} 出现 · 第 {number} 件，共 {count} 件',
  goToNumbered: '{number} 号，跳到 {time}：{title}',
  onScreen: '画面中的商品',
  hideCard: '收起商品卡',
  videoFailed: '视频没放出来',
  processing: '视频还在处理，先看封面',
  nextVideo: '下一条视频',
  previousVideo: '上一条视频',
  videoMore: '展开',
  videoMoreName: '展开，看文字和商品',
  playerKeys: '视频播放器。空格播放或暂停，J 下一条，K 上一条，M 声音，C 字幕',
} satisfies Record<string, Message>

const en: Record<keyof typeof zh, Message> = {
  productAct: '{act}: {title}',
  inVideo: { one: '{count} product in the video', other: '{count} products in the video' },
  pause: 'Pause',
  soundOn: 'Turn sound on',
  soundOff: 'Turn sound off',
  captionsOn: 'Show captions',
  captionsOff: 'Hide captions',
  progress: 'Progress',
  progressText: '{at} of {length}',
  momentAt: 'At {time} · {number} of {count}',
  goToNumbered: 'Number {number}, go to {time}: {title}',
  onScreen: 'Product on screen',
  hideCard: 'Hide product card',
  videoFailed: 'The video did not play',
  processing: 'The video is still being prepared',
  nextVideo: 'Next video',
  previousVideo: 'Previous video',
  videoMore: 'More',
  videoMoreName: 'More: read the text and see the products',
  playerKeys: 'Video player. Space plays or pauses, J next, K previous, M sound, C captions',
}

export const watch = { zh, en } satisfies Dictionary<keyof typeof zh>

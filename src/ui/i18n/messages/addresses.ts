import type { Dictionary, Message } from '../translate.ts'

/** The address book. */
const zh = {
  title: '收货地址',
  intro: '只有你看得到。结算时会先填默认地址。',
  empty: '还没有收货地址',
  emptyText: '加一个，结算时就不用再写。',
  add: '新增地址',
  edit: '修改地址',
  editName: '修改：{name}，{street}',
  save: '保存地址',
  saved: '已存',
  isDefault: '默认',
  makeDefault: '设为默认',
  makeDefaultName: '设为默认：{name}，{street}',
  remove: '删除',
  removeName: '删除：{name}，{street}',
  removed: '地址已删除',
  cancel: '不改了',
  choose: '用地址簿里的',
  keep: '存进地址簿',
  failed: '没存上，看看哪一项没写全',
  full: '地址簿满了，先删一个',
} satisfies Record<string, Message>

const en: Record<keyof typeof zh, Message> = {
  title: 'Addresses',
  intro: 'Only you see them. Checkout starts with the default.',
  empty: 'No addresses yet',
  emptyText: 'Add one, and checkout needs no typing.',
  add: 'Add an address',
  edit: 'Change the address',
  editName: 'Change: {name}, {street}',
  save: 'Save address',
  saved: 'Saved',
  isDefault: 'Default',
  makeDefault: 'Make default',
  makeDefaultName: 'Make default: {name}, {street}',
  remove: 'Delete',
  removeName: 'Delete: {name}, {street}',
  removed: 'Address deleted',
  cancel: 'Never mind',
  choose: 'From the address book',
  keep: 'Keep it in the address book',
  failed: 'Not saved; see what is missing',
  full: 'The address book is full; delete one first',
}

export const addresses = { zh, en } satisfies Dictionary<keyof typeof zh>

import type { Dictionary, Message } from '../translate.ts'

/** What a refused field of a programme's terms or rates needs, and where the flow says how far it may go (`_bound`). */
const zh = {
  zh: '写 1 到 60 个字的名称',
  en: '写 1 到 60 个字的名称',
  windowDays: '写 1 到 90 的整数',
  cartDays: '写 0 到 90 的整数',
  bindDays: '写 1 到 1095 的整数',
  holdDays: '选列表里的天数',
  holdDays_bound: '至少 {bound} 天：在那之前还能退货',
  capBps: '写 0 到 80 的百分数，比如 50',
  capBps_bound: '至少 {bound}：现在就有人是这个费率，先降费率再降上限',
  tiers: '每行一个等级：名称, 净销售, 费率%。最多 6 个，名称不重复，门槛一个比一个高',
  rateBps: '写 0 到 80 的百分数，比如 8',
  bps: '写一个百分数，比如 8；不给佣金写 0',
  bps_bound: '写 0% 到 {bound}：不能超过合计上限',
  status: '还有创作者在推广：先把费率降到 0，等对所有人生效了再停',
  isDefault: '店铺要有一个默认计划：它进行中、所有创作者都能加入。要换，把另一个设为默认',
  other: '这里不对',
} satisfies Record<string, Message>

const en: Record<keyof typeof zh, Message> = {
  zh: 'A name of 1 to 60 characters',
  en: 'A name of 1 to 60 characters',
  windowDays: 'A whole number from 1 to 90',
  cartDays: 'A whole number from 0 to 90',
  bindDays: 'A whole number from 1 to 1095',
  holdDays: 'One of the days in the list',
  holdDays_bound: 'At least {bound} days: until then goods may come back',
  capBps: 'A percentage from 0 to 80, such as 50',
  capBps_bound: 'At least {bound}: somebody has that rate now. Lower the rate first',
  tiers: 'One tier a line: name, net sales, rate %. At most 6, each with a name of its own and beginning above the one before',
  rateBps: 'A percentage from 0 to 80, such as 8',
  bps: 'A percentage, such as 8; 0 pays nothing',
  bps_bound: 'From 0% to {bound}: the cap of all together',
  status: 'Creators promote under it: set its rates to 0, and close it when that has reached everybody',
  isDefault: 'A shop needs a default programme, running and open to every creator. Make another one the default instead',
  other: 'This is not right',
}

export const programmeNeeds = { zh, en } satisfies Dictionary<keyof typeof zh>

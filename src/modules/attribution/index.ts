/**
 * Attribution: choosing which touches earn an order line (spec/attribution.md, ATT-01 … ATT-24). Pure.
 * Not built yet: the cart rule, live and coupon parts, other models, joins across devices.
 */
export { commissionBase, commissionOf } from '../../lib/commission.ts'
export { isCountedRequest, isRepeat, type RequestSigns, repeatWindowMs } from './capture.ts'
export { decideLine } from './decide.ts'
export { byCredit } from './order.ts'
export { capRate, chooseRate, defaultCapBps, defaultWindowSeconds, maxRateBps, termFailures, windowOf } from './rates.ts'
export { type EntryTouch, entryOf, type Scene, sceneOf, scenes } from './scene.ts'
export * from './types.ts'

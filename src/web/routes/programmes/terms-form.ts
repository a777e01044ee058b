import { currencyDigits } from '../../../lib/money.ts'
import type { Failure } from '../../../lib/result.ts'
import { couponRules, defaultBindDays, models, type ProgrammeDraft } from '../../../modules/attribution/index.ts'
import { type Oops, type Told, termNeeds } from '../../../ui/programmes/index.ts'

/** `8`, `8.5` or `8.25%` in basis points; NaN for anything else, so that the flow says what it expected. */
export function bpsOf(text: string): number {
  const [, whole, part = ''] = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*%?\s*$/.exec(text) ?? []
  return whole === undefined ? Number.NaN : Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

/** A rate as it is typed: 850 is `8.5`. */
export const percentOf = (bps: number): string => String(bps / 100)

const whole = (text: string | undefined): number => (/^\s*\d{1,4}\s*$/.test(text ?? '') ? Number(text) : Number.NaN)

/** An amount in major units, as it is typed, in minor ones. */
function minorOf(text: string, currency: string): number {
  const digits = currencyDigits(currency)
  const [, major, part = ''] = /^\s*(\d{1,12})(?:[.](\d+))?\s*$/.exec(text) ?? []
  return major === undefined || part.length > digits ? Number.NaN : Number(`${major}${part.padEnd(digits, '0')}`)
}

/** One tier a line: name, net sales, rate. Commas of either width. */
const tiersOf = (text: string, currency: string): ProgrammeDraft['tiers'] =>
  text
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => {
      const [name = '', sales = '', rate = ''] = row.split(/[,，]/).map((part) => part.trim())
      return { name, fromSales: minorOf(sales, currency), rateBps: bpsOf(rate) }
    })

export const tiersText = (tiers: ProgrammeDraft['tiers'], currency: string): string =>
  tiers.map(({ name, fromSales, rateBps }) => `${name}, ${fromSales / 10 ** currencyDigits(currency)}, ${percentOf(rateBps)}`).join('\n')

/** What was typed, as terms; the flow checks them. */
export function draftOf(fields: Record<string, string>, currency: string): ProgrammeDraft {
  const { zh = '', en = '', model, couponRule, joining, phase, tiers = '', binds, isDefault, capBps = '' } = fields
  return {
    ...{ zh: zh.trim(), en: en.trim() },
    model: models.find((one) => one === model) ?? 'last_touch',
    couponRule: couponRules.find((one) => one === couponRule) ?? 'coupon_wins',
    ...{ windowDays: whole(fields.windowDays), cartDays: whole(fields.cartDays) },
    // What stands in the field of days says nothing while binding is off.
    bindDays: binds === '1' ? whole(fields.bindDays) : 0,
    holdDays: whole(fields.holdDays),
    capBps: bpsOf(capBps),
    joining: joining === 'invited' ? 'invited' : 'open',
    status: phase === 'closed' ? 'closed' : 'active',
    isDefault: isDefault === '1',
    tiers: tiersOf(tiers, currency),
  }
}

/** Terms as they are typed. */
export const valuesOf = (terms: ProgrammeDraft & { updatedAt: string }, currency: string): Record<string, string> => ({
  ...{ zh: terms.zh, en: terms.en, model: terms.model, couponRule: terms.couponRule, joining: terms.joining, phase: terms.status },
  windowDays: String(terms.windowDays),
  cartDays: String(terms.cartDays),
  ...bindValues(terms.bindDays),
  holdDays: String(terms.holdDays),
  capBps: percentOf(terms.capBps),
  isDefault: terms.isDefault ? '1' : '',
  tiers: tiersText(terms.tiers, currency),
  updatedAt: terms.updatedAt,
})

/** ATT-09: off, the field offers what binding is switched on with. */
const bindValues = (days: number) => ({ binds: days > 0 ? '1' : '', bindDays: String(days > 0 ? days : defaultBindDays) })

/** A new programme, before anybody typed. */
export const firstValues: Record<string, string> = {
  ...{ model: 'last_touch', couponRule: 'coupon_wins', joining: 'open', phase: 'active', windowDays: '30', cartDays: '89' },
  ...bindValues(0),
  ...{ holdDays: '15', capBps: '50', rateBps: '8' },
}

const known = ['forbidden', 'not_found', 'invalid', 'conflict', 'state'] as const
export const oopsOf = ({ code }: Failure): Oops => known.find((one) => one === code) ?? 'failed'

/** The field that a refusal is about, with what it needs; a row of tiers is a line of one field. */
export function errorsOf({ field, details }: Failure): Told['errors'] {
  if (!field) return {}
  const name = field.startsWith('tiers') ? 'tiers' : field
  const bound = details?.least ?? details?.most
  return { [name]: { needs: termNeeds.find((known) => known === name) ?? 'other', bound: typeof bound === 'number' ? bound : null } }
}

import type { BonusByHand } from '../../../flows/bonuses/desk-bonuses.ts'
import { parseMajor } from '../../../lib/money.ts'
import { fail, ok, type Result } from '../../../lib/result.ts'

/** Fields of the form, as they are posted. Amounts as people write them. */
export const bonusFields = ['handle', 'kind', 'fee', 'piece', 'views', 'perThousand', 'cap', 'proof'] as const

/** The bonus that was typed, or the first field that cannot be read. Fields of the other kind are left out. */
export function readBonus(
  values: Readonly<Record<string, string>>,
  currency: string,
): Result<BonusByHand & { handle: string; pieceAddress: string }> {
  const { handle = '', piece = '', proof = '' } = values
  const cap = moneyIn(values, 'cap', currency)
  if (values.kind !== 'per_view') {
    const fee = moneyIn(values, 'fee', currency)
    if (!fee.ok) return fee
    return cap.ok ? ok({ kind: 'flat', amount: fee.value, cap: cap.value, proof, handle, pieceAddress: '' }) : cap
  }
  if (piece.trim() === '') return fail('invalid', 'Expected the address of a piece.', { field: 'piece' })
  const views = (values.views ?? '').replaceAll(/[\s,，]/g, '')
  if (!/^[1-9]\d{0,11}$/.test(views)) return fail('invalid', 'Expected a whole number of views.', { field: 'views' })
  const perThousand = moneyIn(values, 'perThousand', currency)
  if (!perThousand.ok) return perThousand
  if (!cap.ok) return cap
  return ok({
    ...{ kind: 'per_view', views: Number(views), perThousand: perThousand.value, cap: cap.value },
    ...{ proof, handle, pieceAddress: piece },
  })
}

function moneyIn(values: Readonly<Record<string, string>>, field: 'fee' | 'perThousand' | 'cap', currency: string): Result<number> {
  const read = parseMajor(values[field]?.trim() ?? '', currency)
  return read.ok && read.value > 0 ? read : fail('invalid', 'Expected an amount above zero, such as 300.00', { field })
}

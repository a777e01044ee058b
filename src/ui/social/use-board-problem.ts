import { useT } from '../i18n/index.ts'
import { boards } from '../i18n/messages/boards.ts'

/** Why a board's name was refused, as a sentence; undefined when it was not. */
export function useBoardProblem(refused: { problem: string; phrase?: string } | undefined): string | undefined {
  const t = useT(boards)
  if (!refused) return undefined
  if (refused.problem === 'required') return t('titleRequired')
  if (refused.problem === 'too_long') return t('titleTooLong')
  if (refused.problem === 'blocked') return t('titleBlocked', { phrase: refused.phrase ?? '' })
  return t('failed')
}

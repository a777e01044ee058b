import { data } from 'react-router'
import { type Failure, failureStatus } from '../../../lib/result.ts'
import type { BoardFormAnswer } from '../../../ui/social/MyBoards.tsx'
import { privateHeaders } from './target.ts'

/** A board's form that was refused, with what was typed. */
export function refusedBoard({ code, details }: Failure, title: string) {
  const answer: BoardFormAnswer = {
    problem: typeof details?.problem === 'string' ? details.problem : 'failed',
    ...(typeof details?.phrase === 'string' ? { phrase: details.phrase } : {}),
    title,
  }
  return data(answer, { status: failureStatus[code], headers: privateHeaders() })
}

import { useFetcher } from 'react-router'
import { useTo } from '../i18n/index.ts'
import { useAnswer } from '../primitives/use-answer.ts'
import { type BoardChoiceView, type SocialTarget, targetQuery } from '../view/social.ts'

/** What the route of collecting answers to our script. */
export type CollectAnswer =
  | { ok: true; on: boolean; count: number; board: { id: string; title: string } | null; boards: BoardChoiceView[] }
  | { ok: false; problem: string; phrase?: string }

export const isCollectAnswer = (answer: unknown): answer is CollectAnswer => typeof answer === 'object' && answer !== null && 'ok' in answer

/** Reading and changing on which boards something is. */
export function useCollect(target: SocialTarget, onAnswer: (answer: CollectAnswer) => void) {
  const to = useTo()
  const read = useFetcher<{ boards: BoardChoiceView[] }>()
  const write = useFetcher<CollectAnswer>()
  useAnswer(write, (answer) => {
    if (isCollectAnswer(answer)) onAnswer(answer)
  })
  const boards = (write.data && isCollectAnswer(write.data) && write.data.ok ? write.data.boards : undefined) ?? read.data?.boards
  return {
    boards,
    busy: write.state !== 'idle',
    load: () => read.load(to(`/collect?${targetQuery(target)}`)),
    send: (fields: Record<string, string>) =>
      write.submit({ kind: target.kind, target: target.id, ...fields }, { method: 'post', action: to('/collect') }),
  }
}

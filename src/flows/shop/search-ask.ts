import type { Ctx } from '../../context.ts'
import type { SearchAnswer, SearchRequest } from '../../modules/discovery/index.ts'

export type Ask = (request: SearchRequest) => Promise<SearchAnswer>

/** The engine refuses only what we should not have asked: a fault. */
export const askOf =
  (ctx: Ctx): Ask =>
  async (request) => {
    const answer = await ctx.search.search({ matchingStrategy: 'all', ...request })
    if (!answer.ok) throw new Error(`The search engine refused a request of ours: ${answer.failure.message}`)
    return answer.value
  }

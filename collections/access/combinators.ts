import type { Access, AccessResult, Where } from 'payload'

/**
 * Granted when at least one rule grants: `true` wins, row conditions are joined by OR, `false` when none grants.
 */
export const anyOf =
  (...rules: Access[]): Access =>
  async (args) => {
    const wheres: Where[] = []
    for (const rule of rules) {
      const answer: AccessResult = await rule(args)
      if (answer === true) return true
      if (answer) wheres.push(answer)
    }
    return join(wheres, 'or')
  }

/** Granted when every rule grants: `false` wins, row conditions are joined by AND. */
export const allOf =
  (...rules: Access[]): Access =>
  async (args) => {
    const wheres: Where[] = []
    for (const rule of rules) {
      const answer: AccessResult = await rule(args)
      if (answer === false) return false
      if (answer !== true) wheres.push(answer)
    }
    return wheres.length === 0 ? true : join(wheres, 'and')
  }

function join(wheres: Where[], how: 'and' | 'or'): AccessResult {
  const [first] = wheres
  if (!first) return false
  return wheres.length === 1 ? first : { [how]: wheres }
}

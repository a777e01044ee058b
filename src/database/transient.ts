import { causes } from './duplicate-key.ts'

const writeConflict = 112

/** The driver's classes vary with its version; labels are part of MongoDB's protocol. */
function hasLabel(error: object, label: string): boolean {
  const { errorLabelSet, errorLabels, hasErrorLabel } = error as {
    errorLabels?: unknown
    errorLabelSet?: unknown
    hasErrorLabel?: unknown
  }
  if (typeof hasErrorLabel === 'function') return Boolean(hasErrorLabel.call(error, label))
  if (errorLabelSet instanceof Set) return errorLabelSet.has(label)
  return Array.isArray(errorLabels) && errorLabels.includes(label)
}

/** COMMIT was sent and its answer did not come: only asking again can tell. */
export function isUnknownCommit(error: unknown): boolean {
  return causes(error).some((link) => hasLabel(link, 'UnknownTransactionCommitResult'))
}

/**
 * Whether nothing of the transaction was kept because of somebody else's, so that it may run again from its start.
 * Never true where the result of a COMMIT is unknown: that transaction may be committed, and a rerun would do it twice.
 */
export function isTransientConflict(error: unknown): boolean {
  const chain = causes(error)
  if (chain.some((link) => (link as Error).name === 'CommitUnknown') || isUnknownCommit(error)) return false
  return chain.some((link) => hasLabel(link, 'TransientTransactionError') || (link as { code?: unknown }).code === writeConflict)
}

/**
 * Ends of a start that are the operator's to mend: a value that cannot be used, a second server, a database that cannot
 * keep money safe, a migration that was undone. He gets their sentence and no stack; the exit code is 78 (EX_CONFIG).
 * By name: bundles have their own copies of the classes.
 */
const refusals = new Set(['UnusableEnvironment', 'SecondWriter', 'UnusableDatabase', 'MigrationFailed'])

/** What to tell the operator, or null when the error is a fault of ours. */
export function sentenceFor(error: unknown): string | null {
  for (let link = error; link instanceof Error; link = link.cause) if (refusals.has(link.name)) return link.message
  return null
}

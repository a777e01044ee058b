/**
 * Ends of a start that are the operator's to mend: a value that cannot be used, a second server, a database that cannot
 * keep money safe, a migration that was undone, a full disk. He gets their sentence and no stack; the exit code is 78 (EX_CONFIG).
 * By name: bundles have their own copies of the classes.
 */
const refusals = new Set(['UnusableEnvironment', 'SecondWriter', 'UnusableDatabase', 'MigrationFailed'])

const fullDisk = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])

/** What to tell the operator, or null when the error is a fault of ours. */
export function sentenceFor(error: unknown): string | null {
  for (let link = error; link instanceof Error; link = link.cause) {
    if (refusals.has(link.name)) return link.message
    const { code, path } = link as NodeJS.ErrnoException
    if (code && fullDisk.has(code))
      return `No space is left for ${path ?? 'the files'} of DATA_DIR or MEDIA_DIR: make room, and start again.`
  }
  return null
}

import { BaseSequencer } from 'vitest/node'

/**
 * Files that take longest, longest first. Where two workers share the files of a lane, one of these begun last would leave
 * the other worker idle until its end. An order, not a promise: nothing breaks when a name here is old.
 */
const longest = [
  'test/e2e/screens.test.ts',
  'test/e2e/crash/crash.test.ts',
  'test/e2e/crash/money.test.ts',
  'test/e2e/shopping.test.ts',
  'test/e2e/walk.test.ts',
  'test/e2e/boot.test.ts',
  'test/e2e/publishing.test.ts',
  'test/e2e/import.test.ts',
  'test/e2e/admin.test.ts',
  'test/e2e/looks.test.ts',
  'test/int/import/seed-world.test.ts',
  'test/int/media/videos.test.ts',
  'test/int/import/cli.test.ts',
  'test/int/import/import-products.test.ts',
  'test/int/http/every-write.test.ts',
  'test/int/access/matrix.test.ts',
  'test/int/access/fields.test.ts',
  'test/int/database/crash.test.ts',
  'test/int/http/payload-doors.test.ts',
]
const place = ({ moduleId }) => {
  const at = longest.findIndex((name) => moduleId.replaceAll('\\', '/').endsWith(name))
  return at === -1 ? longest.length : at
}

/** Vitest's order within each group of projects (what it knows of earlier runs, else size), with the long ones in front. */
export class LongestFirst extends BaseSequencer {
  async sort(specs) {
    const sorted = await super.sort(specs)
    const group = ({ project }) => project.config.sequence.groupOrder
    return sorted.sort((a, b) => group(a) - group(b) || place(a) - place(b))
  }
}

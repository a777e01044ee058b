import { isDuplicateKey } from '../../database/duplicate-key.ts'

/**
 * Runs it once more when somebody wrote the same unique row at the same moment: the second time finds that row. A
 * duplicate key ends the whole transaction on MongoDB, so it cannot be handled inside.
 */
export async function againOnDuplicate<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    return work()
  }
}

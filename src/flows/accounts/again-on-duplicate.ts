import { isDuplicateKey } from '../../database/duplicate-key.ts'

/** Of many that come at once each time one gets through. */
const tries = 8

/**
 * Runs it again when somebody wrote the same unique row at the same moment: the next time finds that row. A duplicate key
 * ends the whole transaction on MongoDB, so it cannot be handled inside.
 */
export async function againOnDuplicate<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await work()
    } catch (error) {
      if (tried >= tries || !isDuplicateKey(error)) throw error
    }
  }
}

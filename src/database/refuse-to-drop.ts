import { UnusableDatabase } from './errors.ts'

/** One variable makes Payload's connect delete everything; that is for development. Throws UnusableDatabase in production. */
export function refuseToDrop(): void {
  if (process.env.NODE_ENV === 'production' && process.env.PAYLOAD_DROP_DATABASE === 'true') {
    throw new UnusableDatabase('PAYLOAD_DROP_DATABASE would delete the database of DATABASE_URL: refused in production')
  }
}

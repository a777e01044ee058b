import { failpoint, faultsAllowed } from '../lib/failpoints.ts'
import type { Label } from './label.ts'

/** Test-only faults of one adapter. The object is shared and may be changed while the server runs. */
export type Faults = {
  /** The label of the transaction whose COMMIT has to fail; `*` for every one that has a label. */
  failCommit?: string | undefined
}

/** Whether the COMMIT of this transaction is to fail. Always no in production, unless `ALLOW_FAILPOINTS=1`. */
export function commitMustFail(faults: Faults, label: Label): boolean {
  if (!faults.failCommit || typeof label !== 'string' || !faultsAllowed(process.env)) return false
  return faults.failCommit === '*' || faults.failCommit === label
}

/** Calls the failpoints on both sides of a COMMIT. Only `tx` gives labels that are texts; others have no name to wait for. */
export async function betweenFailpoints(label: Label, commit: () => Promise<void>): Promise<void> {
  reach('before-commit', label)
  await commit()
  reach('after-commit', label)
}

function reach(place: string, label: Label): void {
  failpoint(place)
  if (typeof label === 'string') failpoint(`${place}:${label}`)
}

import type { Finding } from '../../modules/ledger/index.ts'

/** Twice more before something is called wrong: rows are read one after the other while people buy. */
export async function steady(check: () => Promise<Finding[]>): Promise<Finding[]> {
  let findings = await check()
  for (let again = 0; again < 2 && findings.length > 0; again++) findings = await check()
  return findings
}

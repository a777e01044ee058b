/** Headers that only something in front of the server adds: a proxy, a tunnel, a load balancer. */
const names = ['forwarded', 'via', 'x-real-ip'] as const

/**
 * Whether a request was passed on by something in front of us, so that its sender may sit anywhere. Demo accounts are
 * refused then: their passwords lie in a file that is meant for the person at this machine.
 */
export function isForwarded(headers: Iterable<[string, unknown]>): boolean {
  for (const [name] of headers) {
    const lower = name.toLowerCase()
    if (lower.startsWith('x-forwarded-') || names.some((one) => one === lower)) return true
  }
  return false
}

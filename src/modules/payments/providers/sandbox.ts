import { checkSignature, parseEvent, type SandboxProvider, signatureHeader } from '../index.ts'

/** Name of the header that carries the sandbox's signature. */
export const sandboxHeader = 'sandbox-signature'

/** The sandbox's reference of one of our payments. */
export const sandboxReference = (paymentId: string): string => `sbx_${paymentId}`

/**
 * The built-in provider: its page is ours, its notices are signed with a key of this site, and no money moves. It keeps
 * nothing: a reference is made of our id, and a refund is settled at once under a reference made of its key, so the same
 * key gives the same answer. A payment whose notice did not come stays undecided.
 */
export function sandboxProvider({ key }: { key: Buffer }): SandboxProvider {
  return {
    name: 'sandbox',
    play: true,
    firstReference: sandboxReference,
    openPayment: async ({ paymentId }) => ({ reference: sandboxReference(paymentId), url: `/pay/${paymentId}` }),
    async readEvent(rawBody, headers, now) {
      const header = headers[sandboxHeader]
      const signed = checkSignature(key, rawBody, typeof header === 'string' ? header : undefined, now)
      return signed.ok ? parseEvent(rawBody) : signed
    },
    signEvent(event, now) {
      const body = Buffer.from(JSON.stringify(event))
      return { body, headers: { 'content-type': 'application/json', [sandboxHeader]: signatureHeader(key, body, now) } }
    },
    lookUp: async () => null,
    lookUpRefund: async (reference) => ({ state: 'settled', reference }),
    refund: async (order) => ({ state: 'settled', reference: `sbxr_${order.key}` }),
  }
}

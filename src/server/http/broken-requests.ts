import { type Server, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { type Failure, fail } from '../../lib/result.ts'

type ClientError = Error & { code?: string }

const refusals: Record<string, { status: number; failure: Failure }> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    failure: fail('too_large', 'The address and headers of a request have at most 16 KB together.').failure,
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, failure: fail('too_large', 'The chunk extensions of this body are too large.').failure },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, failure: fail('bad_request', 'The request did not arrive in time.').failure },
}
const malformed = { status: 400, failure: fail('bad_request', 'This is no well-formed HTTP request.').failure }

/** Answers what Node itself cannot read in the shape of every error here, where nothing was answered on the connection yet. */
export function refuseBroken(server: Server): void {
  server.on('clientError', (error: ClientError, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) return void socket.destroy(error)
    const { status, failure } = refusals[error.code ?? ''] ?? malformed
    const body = JSON.stringify({ errors: [failure] })
    socket.end(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
        'connection: close',
        'content-type: application/json; charset=utf-8',
        'cache-control: no-store',
        'x-content-type-options: nosniff',
        "content-security-policy: default-src 'none'",
        `content-length: ${Buffer.byteLength(body)}`,
        '',
        body,
      ].join('\r\n'),
    )
  })
}

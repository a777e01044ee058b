import type { Server } from 'node:http'
import type { Env } from '../../config/env.ts'

/**
 * The address that kept pages name as theirs (canonical, Open Graph, script-src). PUBLIC_URL says it. Without it the Host
 * header would have to, and that is the visitor's to choose: so only the names under which this very server can be
 * reached on its own machine are taken, each with pages of its own. Any other Host is answered page by page and nothing
 * of it is kept.
 */
export function originOf({ PUBLIC_URL, HOST }: Env, server: Server): (host: string | undefined) => string | undefined {
  if (PUBLIC_URL) return () => PUBLIC_URL
  let known: ReadonlySet<string> | undefined
  return (host) => {
    known ??= namesOf(HOST, server)
    const name = host?.toLowerCase()
    return name !== undefined && known.has(name) ? `http://${name}` : undefined
  }
}

function namesOf(host: string, server: Server): ReadonlySet<string> {
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const names = ['127.0.0.1', 'localhost', '[::1]', ...(/^(?:0\.0\.0\.0|::)$/.test(host) ? [] : [host.toLowerCase()])]
  return new Set(names.flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]))
}

import { randomUUID } from 'node:crypto'
import { demoAccounts, type Site } from './site.ts'

export interface Told {
  status: number
  text: string
  headers: Headers
}

/** Somebody with an account who works through the doors, without a browser. */
export interface Hands {
  /** A request with the session; an object is sent as JSON. Throws when the answer is a refusal. */
  call<T>(method: string, path: string, body?: unknown): Promise<T>
  cookie: string
}

/** Logs in with a demo account. */
export async function handsOf(site: Pick<Site, 'url' | 'dir'>, role: 'fan' | 'creator' | 'editor' | 'finance' | 'admin'): Promise<Hands> {
  const account = (await demoAccounts(site.dir))[role]
  const answer = await fetch(`${site.url}/v1/auth/log-in`, {
    method: 'POST',
    body: JSON.stringify({ email: account?.email, password: account?.password }),
    headers: { 'content-type': 'application/json', origin: site.url },
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`The demo account of ${role} could not log in: ${answer.status}`)
  return {
    cookie,
    async call(method, path, body) {
      const headers: Record<string, string> = {
        'content-type': 'application/json',
        origin: site.url,
        cookie,
        'idempotency-key': randomUUID(),
      }
      const told = await fetch(site.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
      const text = await told.text()
      if (!told.ok) throw new Error(`${method} ${path}: ${told.status} ${text.slice(0, 500)}`)
      return (text ? JSON.parse(text) : null) as never
    },
  }
}

/** Id of the creator's profile of an account, as an admin finds it. */
export async function profileOf(admin: Hands, email: string): Promise<string> {
  const path = `/api/users?where[email][equals]=${encodeURIComponent(email)}&limit=1&depth=0`
  const [user] = (await admin.call<{ docs: { creator?: string }[] }>('GET', path)).docs
  if (!user?.creator) throw new Error(`${email} has no profile of a creator`)
  return user.creator
}

/** A page as a browser without a history gets it. */
export async function askPage(site: Pick<Site, 'url'>, path: string, headers: Record<string, string> = {}): Promise<Told> {
  const answer = await fetch(site.url + path, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

/** The first number of a metric whose line begins like this. */
export async function metric(site: Pick<Site, 'url'>, line: string): Promise<number> {
  const text = await (await fetch(`${site.url}/metrics`)).text()
  const found = text.split('\n').find((one) => one.startsWith(line))
  if (!found) throw new Error(`There is no metric ${line}`)
  return Number(found.split(' ').at(-1))
}

/** Pages as HTML and as React Router's data. */
export const both = (paths: readonly string[]): string[] => paths.flatMap((path) => [path, path.replace(/(?=\?|$)/, '.data')])

import { handleEndpoints, type Payload } from 'payload'
import { openWorld, type World } from '../../builders/world.ts'
import { type RoleName, roleNames } from './expected.ts'
import { accountOf, type Ground, makeGround, makePeople, type People, type Rows } from './ground.ts'
import { makers } from './rows.ts'

export interface Answer {
  status: number
  body: unknown
  text: string
}

export interface Door {
  world: World
  payload: Payload
  people: People
  ground: Ground
  rows: Rows
  /** One request to Payload's REST as this role, with a token as programs send it. */
  ask(role: RoleName, method: string, path: string, body?: unknown): Promise<Answer>
}

const ORIGIN = 'http://127.0.0.1:3000'

/** A shop with somebody in every role, rows in every collection, and Payload's REST to ask. */
export async function openDoor(): Promise<Door> {
  const world = await openWorld()
  const { payload } = world
  const people = await makePeople(payload)
  const ground = await makeGround(payload, people)
  const rows: Rows = {}
  for (const [slug, make] of Object.entries(makers)) rows[slug] = await make(ground)
  const tokens = await logEveryoneIn(payload, people)
  const ask: Door['ask'] = async (role, method, path, body) => {
    const token = tokens[role]
    const headers = {
      ...(token ? { authorization: `JWT ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const request = new Request(`${ORIGIN}/api${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    const answer = await handleEndpoints({ config: payload.config, request, payloadInstanceCacheKey: world.ctx.payloadKey ?? '' })
    const text = await answer.text()
    return { status: answer.status, text, body: parsed(text) }
  }
  return { world, payload, people, ground, rows, ask }
}

async function logEveryoneIn(payload: Payload, people: People): Promise<Record<RoleName, string | null>> {
  const tokens = {} as Record<RoleName, string | null>
  for (const role of roleNames) {
    const account = accountOf(people, role)
    tokens[role] = account
      ? ((await payload.login({ collection: 'users', data: { email: account.email, password: 'correct horse 7' } })).token ?? null)
      : null
  }
  return tokens
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Labels of a cell: those of the rows that it reaches. */
export function labelsOf(cell: string, rows: Record<string, string>): string[] {
  if (cell === 'none') return []
  return (cell === 'all' ? Object.keys(rows) : cell.split('+')).sort()
}

/** Ids in a list answer; none when it was refused. */
export const idsIn = ({ body }: Answer): string[] => ((body as { docs?: { id: string }[] } | null)?.docs ?? []).map(({ id }) => String(id))

/** Said no: a 4xx, or 501 for a collection without REST. */
export const refused = ({ status }: Answer): boolean => (status >= 400 && status < 500) || status === 501

/** Failed instead of answering. */
export const broken = ({ status }: Answer): boolean => status >= 500 && status !== 501

/** A row as the database holds it, with its arrays: to see that nothing changed. */
export async function stored(payload: Payload, collection: string, id: string): Promise<string> {
  return JSON.stringify(
    await payload.db.findOne({ collection: collection as 'touches', where: { id: { equals: id } }, req: undefined as never }),
  )
}

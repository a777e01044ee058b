import type { Rolldown } from 'vite'

type Context = Parameters<Extract<Rolldown.CodeSplittingGroup['name'], (...args: never[]) => unknown>>[1]

const routes = '/src/web/routes/'
/** Pages that show one thing, and pages that list many. */
const families: Readonly<Record<string, readonly string[]>> = {
  piece: ['shop/post.tsx', 'shop/video-note.tsx', 'shop/product.tsx', 'social/comments.tsx'],
  list: ['shop/home.tsx', 'shop/creator.tsx', 'shop/topic.tsx', 'shop/topics.tsx', 'shop/search.tsx', 'social/board.tsx'],
}

/**
 * Puts what public pages share into few files, each without what only other pages need: `shell` for what every page shows,
 * `piece` and `list` for what two pages of a family do. A phone pays for each request, and for each byte that a page does
 * not use. `priority`: of the first; a file takes along what its modules import, so that the shell must come before.
 */
export function pageFiles(priority: number): Rolldown.CodeSplittingGroup[] {
  const known = new Map<string, ReadonlySet<string>>()
  const group = (name: string, rank: number, has: (entries: ReadonlySet<string>) => boolean): Rolldown.CodeSplittingGroup => ({
    priority: rank,
    test: /[\\/]src[\\/](?!.*\?language)/,
    name(id, context) {
      const entries = entriesOf(id, context, known)
      // An entry's own code stays in its own file.
      return !entries.has(fileOf(id)) && has(entries) ? name : null
    },
  })
  return [
    group('shell', priority, (entries) => entries.has('root.tsx')),
    ...Object.entries(families).map(([name, pages], at) =>
      group(name, priority - 0.1 * (at + 1), (entries) => pages.filter((page) => entries.has(page)).length > 1),
    ),
  ]
}

const fileOf = (id: string): string => {
  const [file = ''] = id.split('?')
  return file.slice(file.includes(routes) ? file.indexOf(routes) + routes.length : file.lastIndexOf('/') + 1)
}

/** The pages that need a module before they run: found by going up the imports, without those that are fetched later. */
function entriesOf(id: string, context: Context, known: Map<string, ReadonlySet<string>>): ReadonlySet<string> {
  const before = known.get(id)
  if (before) return before
  const [seen, todo, found] = [new Set<string>(), [id], new Set<string>()]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    const info = context.getModuleInfo(next)
    if (/\/src\/web\/(?:root\.tsx|routes\/)/.test(next)) found.add(fileOf(next))
    todo.push(...(info?.importers ?? []))
  }
  known.set(id, found)
  return found
}

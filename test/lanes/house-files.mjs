import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const code = /\.(?:ts|tsx|mts|mjs|cjs|js|css)$/
const generated = /(?:^|\/)(?:payload-types\.ts|importMap\.js)$|^src\/database\/migrations\//
const skippedFolders = new Set(['node_modules', '.next', '.react-router', 'build', '.git', '.zhongcao', 'data', 'media', 'coverage'])
/** Over this a file needs a reason. */
export const maxLines = 300

/** All files of ours that hold code, relative to the root. */
export function codeFiles(root) {
  const files = []
  const visit = (folder) => {
    for (const entry of readdirSync(path.join(root, folder))) {
      const name = folder ? `${folder}/${entry}` : entry
      if (statSync(path.join(root, name)).isDirectory()) {
        if (!skippedFolders.has(entry)) visit(name)
      } else if (code.test(entry) && !generated.test(name)) files.push(name)
    }
  }
  visit('')
  return files.sort()
}

/**
 * The files that may be long: lines such as `- ` + "`src/x.ts`" + `: why` in docs/decisions/long-files.md.
 * @param {string} text the file's text
 * @returns {Map<string, string>} path → reason
 */
export function excusedFiles(text) {
  const lines = text.matchAll(/^- `([^`]+)`: (.+)$/gm)
  return new Map([...lines].map(([, file, reason]) => [file, reason]))
}

/**
 * Files over 300 lines without a reason, and reasons that no file needs any more.
 * @param {{ name: string, text: string }[]} files
 * @param {Map<string, string>} excused
 * @returns {string[]} one sentence for each finding
 */
export function longFiles(files, excused) {
  const long = new Map(files.map(({ name, text }) => [name, text.trimEnd().split('\n').length]).filter(([, lines]) => lines > maxLines))
  const unexcused = [...long].filter(([name]) => !excused.has(name))
  const needless = [...excused.keys()].filter((name) => !long.has(name))
  return [
    ...unexcused.map(
      ([name, lines]) => `${name} has ${lines} lines: split it, or give the reason in docs/decisions/long-files.md (limit ${maxLines})`,
    ),
    ...needless.map((name) => `docs/decisions/long-files.md excuses ${name}, which is not over ${maxLines} lines (any more)`),
  ]
}

const pureLogic = /^src\/(?:lib|flows|modules)\//
const outsideLogic = /^src\/lib\/(?:clock|failpoints)\.ts$|^src\/modules\/[^/]+\/(?:providers|engines|processors|mailers|journal)\//

/**
 * Logic takes the time from a Clock and its settings as arguments: otherwise no test can freeze the one or choose the other.
 * @param {{ name: string, text: string }[]} files
 * @returns {string[]} one sentence for each finding
 */
export function hiddenInputs(files) {
  return files
    .filter(({ name }) => pureLogic.test(name) && !outsideLogic.test(name))
    .flatMap(({ name, text }) =>
      text.split('\n').flatMap((line, index) => {
        const bare = line.replace(/\/\/.*$|^\s*\*.*$/, '')
        const found = bare.match(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.env\b/)
        return found ? [`${name}:${index + 1} uses ${found[0]}: take it as an argument (a Clock, a setting)`] : []
      }),
    )
}

/** What these checks find in a checkout. */
export function checkFiles(root) {
  const files = codeFiles(root).map((name) => ({ name, text: readFileSync(path.join(root, name), 'utf8') }))
  const excused = excusedFiles(readFileSync(path.join(root, 'docs/decisions/long-files.md'), 'utf8'))
  return [...longFiles(files, excused), ...hiddenInputs(files)]
}

import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const packers = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gz: (body: Buffer) => promisify(gzip)(body, { level: 9 }),
} as const

/** Writes brotli and gzip beside every script and style of the browser's build: as small as can be, once, and never while somebody waits. */
export function precompress(): Plugin {
  return {
    name: 'zhongcao-precompress',
    apply: 'build',
    async writeBundle({ dir }) {
      if (this.environment.name !== 'client' || !dir) return
      const folder = path.join(dir, 'assets')
      const names = (await readdir(folder)).filter((name) => /\.(?:js|css|svg)$/.test(name))
      await Promise.all(names.map((name) => packFile(path.join(folder, name))))
    },
  }
}

async function packFile(file: string): Promise<void> {
  const body = await readFile(file)
  for (const [ending, pack] of Object.entries(packers)) await writeFile(`${file}.${ending}`, await pack(body))
}

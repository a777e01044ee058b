import { copyWorld } from '../e2e/seeded-folder.ts'
import { newFolder } from '../e2e/site.ts'

/** A data folder with the demo world in it: a server that told the world itself would hold the memory of that. */
export async function worldFolder(): Promise<string> {
  const dir = await newFolder()
  await copyWorld(dir)
  return dir
}

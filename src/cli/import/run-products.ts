import { createReadStream } from 'node:fs'
import path from 'node:path'
import type { Env } from '../../config/env.ts'
import type { Ctx } from '../../context.ts'
import { importProducts } from '../../flows/catalogue/import-products.ts'
import { fail } from '../../lib/result.ts'
import { mediaLimits } from '../../modules/media/index.ts'
import { download } from './download.ts'
import { pictureFolder } from './picture-folder.ts'
import { progressBar } from './progress-bar.ts'
import { cameIn, reportText } from './report-text.ts'
import { resumeMark } from './resume-mark.ts'
import { stoppedCode, stopSignal } from './stop-signal.ts'

export interface ProductArguments {
  images?: string | undefined
  language?: string | undefined
  rate?: string | undefined
  offline?: boolean | undefined
  again?: boolean | undefined
}

/** Brings a product file into the shop; one that was stopped goes on where it ended. Answers the exit code. */
export async function runProducts(ctx: Ctx, env: Env, file: string, given: ProductArguments): Promise<number> {
  const { images, language, rate, offline } = given
  const mark = await resumeMark(env.dataDir, file, { images: images && path.resolve(images), language, rate, offline })
  const from = given.again ? 0 : mark.from
  if (from > 0) console.log(`Going on after ${from} products that an earlier run brought in (--again begins anew).`)
  const bar = progressBar('Importing')
  const limits = { maxBytes: mediaLimits.image.maxBytes, timeoutMs: 20_000 }
  const result = await importProducts(
    ctx,
    { name: path.basename(file), open: () => createReadStream(file) },
    {
      pictures: {
        local: images ? await pictureFolder(images) : async () => null,
        remote: offline ? async () => fail('unavailable', 'not loaded (--offline)') : (address) => download(address, limits),
      },
      from,
      signal: stopSignal(),
      ...(rate ? { rate } : {}),
      ...(language ? { language: language as 'zh' | 'en' } : {}),
      onProgress: async ({ done, total, title }) => {
        bar.show(done, total, title)
        await mark.reach(done)
      },
    },
  )
  bar.end()
  if (!result.ok) {
    console.error(`${path.basename(file)}: ${result.failure.message}`)
    return 1
  }
  const { done, of } = result.value
  console.log(reportText(result.value, rate !== undefined))
  if (done < of) {
    await mark.keep()
    console.log(`Stopped after ${done} of ${of} products. The same command goes on from here.`)
    return stoppedCode
  }
  await mark.forget()
  return cameIn(result.value) || from > 0 ? 0 : 1
}

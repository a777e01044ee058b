/** A process that records touches until it is killed, and says each one only after the journal called it durable. */
import { newId } from '../../../src/lib/ids.ts'
import { touchRecord } from '../../../src/modules/touches/index.ts'
import { folderDisk, Journal } from '../../../src/modules/touches/journal/index.ts'

const journal = new Journal(await folderDisk(process.argv[2] ?? ''), { segmentBytes: 20_000 })
process.stdout.write('ready\n') // writes to a pipe are synchronous here: what was said survives the kill
await Promise.all(
  Array.from({ length: 30 }, async () => {
    for (;;) {
      const touch = touchRecord({ id: newId(), kind: 'click', at: 1_795_219_200_000, link: 'abc' })
      if ((await journal.append(touch)) === 'durable') process.stdout.write(`${touch.id}\n`)
    }
  }),
)

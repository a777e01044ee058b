export { type Disk, folderDisk, type Segment } from './disk.ts'
export { Journal, type JournalOptions, type Outcome } from './journal.ts'
export { lossReporter } from './loss-reporter.ts'
export { Replayer, type TouchStore } from './replay.ts'

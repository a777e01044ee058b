import { JsonReporter } from 'vitest/node'

/** Vitest's JSON, with what the counts need besides: why a test was skipped, and errors outside of any test. */
export default class LaneReporter extends JsonReporter {
  constructor() {
    super({ outputFile: process.env.LANE_REPORT })
  }

  onTestRunEnd(modules, unhandledErrors = []) {
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'skipped' && result.note) test.task.meta.skipNote = result.note
      }
    }
    this.unhandled = unhandledErrors.map((error) => error.stack ?? error.message ?? String(error))
    return super.onTestRunEnd(modules)
  }

  writeReport(report) {
    return super.writeReport(JSON.stringify({ ...JSON.parse(report), unhandled: this.unhandled }))
  }
}

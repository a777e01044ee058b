/** Shows a step that lasts over a second, with its time; short ones leave no line. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const timer = setTimeout(() => process.stdout.write(`${name} …\n`), 1000)
  try {
    return await work()
  } finally {
    clearTimeout(timer)
    const seconds = (performance.now() - began) / 1000
    if (seconds > 1) process.stdout.write(`${name}: ${seconds.toFixed(1)} s\n`)
  }
}

/** Median, 95th and 99th percentile of a measurement in milliseconds, and how often it ran. */
export interface Timing {
  readonly median: number
  readonly p95: number
  readonly p99: number
  readonly runs: number
}

export function timings(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number
  return { median: at(0.5), p95: at(0.95), p99: at(0.99), runs: sorted.length }
}

/**
 * Times `work` again and again for about `budget` ms; the first third still warms the compiler and does not count.
 * @param prepare runs before each round, untimed; its result is handed to `work`
 */
export async function time<T>(
  budget: number,
  prepare: (index: number) => T | Promise<T>,
  work: (prepared: T, index: number) => unknown,
): Promise<Timing> {
  const times: number[] = []
  const end = performance.now() + budget
  for (let index = 0; index < 9 || (performance.now() < end && index < 600); index++) {
    const prepared = await prepare(index)
    const start = performance.now()
    await work(prepared, index)
    times.push(performance.now() - start)
  }
  return timings(times.slice(Math.floor(times.length / 3)))
}

/** Times a whole process, started `rounds` times and once before that to fill the disk cache. */
export async function timeProcess(rounds: number, run: () => Promise<unknown>): Promise<Timing> {
  await run()
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  return timings(times)
}

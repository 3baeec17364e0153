import { spawnSync } from 'node:child_process'
import type { Context } from 'mocha'

const required = process.env.HONGTOU_JUDGES === 'required'

/**
 * Programs that are not ours and judge what we make. Where one is missing the test is skipped by name;
 * with `HONGTOU_JUDGES=required` (our CI) that is a failure.
 * @param isComplete whether what belongs to the program is there too
 */
export function needJudge(test: Context, program: string, isComplete = () => true): void {
  const found = spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined && isComplete()
  if (found) return
  if (required) throw new Error(`judge missing: ${program}`)
  test.skip()
}

/** Runs a judge and returns all it printed and its exit code. */
export function judge(
  program: string,
  args: readonly string[],
  input?: Uint8Array,
): { readonly code: number | null; readonly stdout: string; readonly stderr: string } {
  const run = spawnSync(program, args, { input, maxBuffer: 1 << 28 })
  if (run.error) throw run.error
  return { code: run.status, stdout: run.stdout.toString('utf8'), stderr: run.stderr.toString('utf8') }
}

/** Runs a judge whose answer is no text. */
export function judgeBytes(program: string, args: readonly string[]): Uint8Array {
  const run = spawnSync(program, args, { maxBuffer: 1 << 28 })
  if (run.error) throw run.error
  return run.stdout
}

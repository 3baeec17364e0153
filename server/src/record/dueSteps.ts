import type { ProcessState, StepState } from './state.ts'

/** Steps that can be done now by somebody: optional ones may be passed over as long as nobody has begun them. */
export function dueSteps({
  steps,
  current,
  ended,
}: Pick<ProcessState, 'steps' | 'current' | 'ended'>): readonly StepState[] {
  if (ended) return []
  const rest = steps.slice(current)
  const last = rest.findIndex(({ step, done }) => !step.optional || done.length > 0)
  return last < 0 ? rest : rest.slice(0, last + 1)
}

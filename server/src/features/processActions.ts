/** What may be done with a 公文 now, and why not the rest. */
import type { Actor, DocumentDigest } from '../record/entry.ts'
import { refuse } from '../record/refuse.ts'
import type { ProcessState, StepState } from '../record/state.ts'
import type { Message } from '../text/finding.ts'

export interface ProcessAction {
  readonly action: string
  /** Why it is not allowed now; absent when it is. */
  readonly refusal?: Message
  /** The step after which the text stands: 签发. */
  readonly settles: boolean
  /** The step that gives the number: 登记. */
  readonly numbers: boolean
}

/**
 * Every step that is not complete, in the order of the flow.
 * @param actor who would do it; without one nothing is refused for who does it
 */
export function stepActions(
  state: ProcessState,
  document: DocumentDigest,
  actor: Actor | undefined,
): readonly ProcessAction[] {
  return state.steps
    .filter(({ complete }, index) => !complete && index >= state.current)
    .map((each) => {
      const { name, settles, numbers } = each.step
      const refusal = refuse(state, { action: name, actor: actor ?? anyoneFor(each), document })
      return { action: name, settles, numbers, ...(refusal ? { refusal } : {}) }
    })
}

/** Somebody whom the flow lets do the step. */
function anyoneFor({ step, done }: StepState): Actor {
  const { entitled, participants } = step
  const waiting = participants[done.length] ?? ''
  return {
    name: entitled.names[0] ?? waiting,
    organ: entitled.organs[0] ?? waiting,
    post: entitled.posts[0] ?? '',
  }
}

/** Steps to which a 公文 may be sent back, the last one first. */
export function backTargets({ steps, current, ended }: ProcessState): readonly string[] {
  if (ended) return []
  return steps
    .slice(0, current)
    .map(({ step }) => step.name)
    .reverse()
}

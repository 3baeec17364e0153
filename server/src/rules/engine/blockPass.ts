/** Runs the visitors of blocks over a part, section by section: blocks that were met before in the same order are not visited again. */
import type { Part } from '../../model/document.ts'
import type { Section } from '../../syntax/tree.ts'
import type { Rule } from '../rule.ts'
import { type Recorder, type Said, SILENT, type Visit } from './recorder.ts'
import { type Run, runsOf } from './runs.ts'

export interface Visitor {
  readonly rule: Rule
  readonly visit: Visit
}

export type VisitorsByKind = ReadonlyMap<string, readonly Visitor[]>

/** Calls `take` with what was said of each section of the part that has a say. */
export type BlockPass = (part: Part, recorder: Recorder, take: (said: Said, section: Section) => void) => void

export function compileBlockPass(visitors: VisitorsByKind): BlockPass {
  const known = new WeakMap<Run, Said>()

  const visitRun = ({ blocks, section }: Run, recorder: Recorder): Said => {
    for (const block of blocks) {
      for (const { rule, visit } of visitors.get(block.kind) ?? []) recorder.local(rule, visit, block, section)
      if (!('ordinal' in block) || !block.ordinal) continue
      for (const { rule, visit } of visitors.get('ordinal') ?? []) recorder.local(rule, visit, block, section)
    }
    return recorder.take()
  }

  return (part, recorder, take) => {
    for (const run of runsOf(part)) {
      let said = known.get(run)
      if (!said) {
        said = visitRun(run, recorder)
        known.set(run, said)
      }
      if (said !== SILENT) take(said, run.section)
    }
  }
}

/** Runs the visitors of blocks over a part, section by section: blocks that were met before in the same order are not visited again. */
import type { BodyBlock, Part } from '../model/document.ts'
import type { Section } from '../syntax/tree.ts'
import { type Recorder, type Said, SILENT, type Visit } from './recorder.ts'
import type { Rule } from './rule.ts'

export interface Visitor {
  readonly rule: Rule
  readonly visit: Visit
}

export type VisitorsByKind = ReadonlyMap<string, readonly Visitor[]>

/** Calls `take` with what was said of each section of the part that has a say. */
export type BlockPass = (part: Part, recorder: Recorder, take: (said: Said, section: Section) => void) => void

/** Blocks of one section that follow one another in a part. */
interface Run {
  readonly blocks: readonly BodyBlock[]
  readonly said: Said
}

export function compileBlockPass(visitors: VisitorsByKind): BlockPass {
  const known = new WeakMap<BodyBlock, Run>()

  const visitRun = (blocks: readonly BodyBlock[], section: Section, recorder: Recorder): Said => {
    for (const block of blocks) {
      for (const { rule, visit } of visitors.get(block.kind) ?? []) recorder.local(rule, visit, block, section)
      if (!('ordinal' in block) || !block.ordinal) continue
      for (const { rule, visit } of visitors.get('ordinal') ?? []) recorder.local(rule, visit, block, section)
    }
    return recorder.take()
  }

  return ({ body }, recorder, take) => {
    for (let start = 0; start < body.length; ) {
      const first = body[start] as BodyBlock
      const { section } = first.at
      let end = start + 1
      while (end < body.length && (body[end] as BodyBlock).at.section === section) end++
      let run = known.get(first)
      if (!run || !sameBlocks(run.blocks, body, start, end)) {
        const blocks = body.slice(start, end)
        run = { blocks, said: visitRun(blocks, section, recorder) }
        known.set(first, run)
      }
      if (run.said !== SILENT) take(run.said, section)
      start = end
    }
  }
}

function sameBlocks(known: readonly BodyBlock[], body: readonly BodyBlock[], start: number, end: number): boolean {
  if (known.length !== end - start) return false
  for (let at = start; at < end; at++) if (known[at - start] !== body[at]) return false
  return true
}

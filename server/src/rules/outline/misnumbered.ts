/** Numbers of an outline that are left out or used twice. */
import type { Part } from '../../model/document.ts'
import { foldRuns } from '../engine/runs.ts'
import { countOn, type Level, NOTHING_COUNTED, sameCounting } from './counting.ts'
import type { Numbered } from './numbering.ts'

export interface Misnumbered {
  readonly kind: 'gap' | 'repeat'
  readonly block: Numbered
  readonly expected: number
}

const problems = foldRuns(
  NOTHING_COUNTED,
  (entered, { blocks }) => {
    const said: Misnumbered[] = []
    const left = countOn(entered, blocks, (block, before, adjacent) => {
      const problem = before && judge(before, block, adjacent)
      if (problem) said.push({ ...problem, block })
      return block.ordinal.number
    })
    return { left, said }
  },
  sameCounting,
)

/** In the order of the text. */
export function misnumbered(part: Part): readonly Misnumbered[] {
  return problems(part).said
}

function judge(
  { under, overall, scheme }: Level,
  block: Numbered,
  adjacent: boolean,
): Pick<Misnumbered, 'kind' | 'expected'> | undefined {
  const { level, number } = block.ordinal
  if (under === undefined) {
    if (number === 1 || number === overall + 1) return undefined
    const expected = scheme === 'running' ? overall + 1 : 1
    return { kind: number === overall && scheme === 'running' ? 'repeat' : 'gap', expected }
  }
  const expected = under + 1
  if (number === expected) return undefined
  // Lists that begin again behind a paragraph of their own are common; two 一、 in a row are not.
  if (number === 1) return under === 1 && adjacent ? { kind: 'repeat', expected } : undefined
  if (number === under) return { kind: 'repeat', expected }
  if (number > expected) return { kind: 'gap', expected }
  return level === 1 && block.kind !== 'article' ? { kind: 'gap', expected } : undefined
}

/** The blocks of a part, section by section: what is known of a run holds until one of its blocks changes. */
import type { BodyBlock, Part } from '../../model/document.ts'
import type { Section } from '../../syntax/tree.ts'

/** Blocks of one section that follow one another in a part; the same object as long as they are the same blocks. */
export interface Run {
  readonly section: Section
  readonly blocks: readonly BodyBlock[]
}

const runsByPart = new WeakMap<Part, readonly Run[]>()
const runByFirst = new WeakMap<BodyBlock, Run>()

export function runsOf(part: Part): readonly Run[] {
  let runs = runsByPart.get(part)
  if (!runs) {
    runs = cut(part)
    runsByPart.set(part, runs)
  }
  return runs
}

function cut({ body }: Part): readonly Run[] {
  const runs: Run[] = []
  for (let start = 0; start < body.length; ) {
    const first = body[start] as BodyBlock
    const { section } = first.at
    let end = start + 1
    while (end < body.length && (body[end] as BodyBlock).at.section === section) end++
    let run = runByFirst.get(first)
    if (!run || !sameBlocks(run.blocks, body, start, end)) {
      run = { section, blocks: body.slice(start, end) }
      runByFirst.set(first, run)
    }
    runs.push(run)
    start = end
  }
  return runs
}

function sameBlocks(known: readonly BodyBlock[], body: readonly BodyBlock[], start: number, end: number): boolean {
  if (known.length !== end - start) return false
  for (let at = start; at < end; at++) if (known[at - start] !== body[at]) return false
  return true
}

/** What is to be known of a run by itself, once for each run. */
export function runFacts<Fact>(extract: (run: Run) => Fact): (run: Run) => Fact {
  const known = new WeakMap<Run, { readonly fact: Fact }>()
  return (run) => {
    const found = known.get(run)
    if (found) return found.fact
    const fact = extract(run)
    known.set(run, { fact })
    return fact
  }
}

/** What a run says when it is entered in some state, and the state in which it is left. */
interface Step<State, Said> {
  readonly left: State
  readonly said: readonly Said[]
}

interface Fold<State, Said> {
  readonly said: readonly Said[]
  readonly end: State
}

/**
 * Follows the blocks of a part from run to run. A run is read again only when it has changed or is entered in another
 * state than before: behind a keystroke that is mostly the one run in which it fell.
 * @param step must leave the state that it is given as it is
 */
export function foldRuns<State, Said>(
  start: State,
  step: (entered: State, run: Run) => Step<State, Said>,
  same: (one: State, other: State) => boolean,
): (part: Part) => Fold<State, Said> {
  const known = new WeakMap<Run, Step<State, Said> & { readonly entered: State }>()
  const folded = new WeakMap<Part, Fold<State, Said>>()
  const fold = (part: Part): Fold<State, Said> => {
    const said: Said[] = []
    let state = start
    for (const run of runsOf(part)) {
      let taken = known.get(run)
      if (!taken || !(taken.entered === state || same(taken.entered, state))) {
        taken = { entered: state, ...step(state, run) }
        known.set(run, taken)
      }
      for (const each of taken.said) said.push(each)
      state = taken.left
    }
    return { said, end: state }
  }
  return (part) => {
    let found = folded.get(part)
    if (!found) {
      found = fold(part)
      folded.set(part, found)
    }
    return found
  }
}

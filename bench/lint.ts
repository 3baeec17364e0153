// Linting in process: what a keystroke costs, and a whole document that nobody has seen before.
import { buildDocument } from '../server/src/model/build.ts'
import { nodeClock } from '../server/src/node/clock.ts'
import type { Files } from '../server/src/ports/files.ts'
import { FileError } from '../server/src/ports/files.ts'
import { EMPTY_PROFILE } from '../server/src/profile/profile.ts'
import { lint } from '../server/src/rules/lint.ts'
import { parse } from '../server/src/syntax/parse.ts'
import { createWorkspace } from '../server/src/workspace/workspace.ts'
import { edited } from './documents.ts'
import { type Timing, time } from './measure.ts'

const URI = 'file:///bench/通知.gw.md'
const CHECK = { clock: nodeClock, stage: 'draft' as const }

const noFiles: Files = {
  read: async (uri) => {
    throw new FileError('missing', uri)
  },
  write: async () => undefined,
  list: async () => [],
}

/** From the edit to the findings, with the tree, the model and the findings of the text before it at hand. */
export async function keystroke(text: string, budget: number): Promise<Timing> {
  const workspace = createWorkspace(noFiles)
  workspace.open(URI, 0, text)
  const first = await workspace.read(URI)
  if (first) lint(first.document, CHECK)
  let typed = 0
  const { at } = edited(text, 0)
  return time(
    budget,
    () => undefined,
    async (_, index) => {
      workspace.edit(URI, index + 1, { span: { start: at + typed, end: at + typed }, text: '字' })
      typed++
      const reading = await workspace.read(URI)
      if (reading) lint(reading.document, CHECK)
    },
  )
}

/** A text that is read for the first time: parse, model, all rules. */
export function whole(text: string, budget: number): Promise<Timing> {
  return time(
    budget,
    (index) => edited(text, index).text,
    (fresh, index) => {
      const document = buildDocument({ uri: URI, version: index, tree: parse(fresh), profile: EMPTY_PROFILE })
      return lint(document, CHECK)
    },
  )
}

/** The parts of {@link whole}, to say where the time goes. */
export async function phases(
  text: string,
  budget: number,
): Promise<Readonly<Record<'parse' | 'model' | 'rules', number>>> {
  const tree = (index: number) => parse(edited(text, index).text)
  const document = (index: number) =>
    buildDocument({ uri: URI, version: index, tree: tree(index), profile: EMPTY_PROFILE })
  const parsing = await time(budget, (index) => edited(text, index).text, parse)
  const modelling = await time(budget, tree, (made, index) =>
    buildDocument({ uri: URI, version: index, tree: made, profile: EMPTY_PROFILE }),
  )
  const ruling = await time(budget, document, (made) => lint(made, CHECK))
  return { parse: parsing.median, model: modelling.median, rules: ruling.median }
}

/** 附件说明 as people type it: `附件：1.名单` with the further names below. One that is derived from the attachments needs no check. */
import type { At, Section, SyntaxTree } from '../../syntax/tree.ts'
import { halfWidth } from '../../text/cjk.ts'
import { factsOf, sectionFacts } from '../engine/sectionFacts.ts'
import { textLines } from '../engine/textLines.ts'
import { within } from '../place.ts'
import type { TextLine } from '../targets.ts'

/** One name of a 附件说明. */
export interface NoteEntry {
  /** `附件：` in front of the first. */
  readonly label?: At
  /** The number as typed, with its mark: `1.`, `一、`. */
  readonly ordinal?: { readonly text: string; readonly number: number; readonly at: At }
  readonly name: { readonly text: string; readonly at: At }
}

const LABEL = /^附\s{0,4}件?\s{0,4}[:：]\s{0,8}/
const ORDINAL =
  /^(?:([0-9０-９]{1,2})(?:\s{0,2}[.．、，,:：](?![0-9])\s{0,4}|\s{1,4}(?=\p{Script=Han}))|([一二三四五六七八九十]{1,3})[、.．]\s{0,4}|[（(]([0-9一二三四五六七八九十]{1,2})[）)]\s{0,4}|([①-⑳])\s{0,4})/u
/** A longer line is a sentence. */
const LONGEST = 200
/** A name that runs over into a second line is not longer than this. */
const WRAPPED = 60

/** Lines that begin a note, by their index. */
const labelsOf = sectionFacts((section: Section): readonly number[] =>
  section.text.includes('附')
    ? textLines(section).flatMap(({ text }, index) => (text.length <= LONGEST && LABEL.test(text) ? [index] : []))
    : [],
)

function read({ text, at }: TextLine): NoteEntry | undefined {
  if (text.length > LONGEST) return undefined
  const label = LABEL.exec(text)?.[0].length ?? 0
  const typed = ORDINAL.exec(text.slice(label))
  if (label === 0 && !typed) return undefined
  const from = label + (typed?.[0].length ?? 0)
  const name = text.slice(from).trimEnd()
  return {
    ...(label > 0 ? { label: within(at, 0, label) } : {}),
    ...(typed ? { ordinal: { text: typed[0], number: numberOf(typed), at: within(at, label, from) } } : {}),
    name: { text: name, at: within(at, from, from + name.length) },
  }
}

/** `1、名单；2、方案` in one line are two names. */
function apart(entry: NoteEntry): readonly NoteEntry[] {
  const { name, ordinal } = entry
  const next = new RegExp(`(?<=[；;，,。 \\u3000])${(ordinal?.number ?? 0) + 1}[.．、](?![0-9])`).exec(name.text)
  if (!ordinal || !next || next.index === 0) return [entry]
  const first = name.text.slice(0, next.index).trimEnd()
  const behind = next.index + next[0].length
  const rest: NoteEntry = {
    ordinal: {
      text: next[0],
      number: ordinal.number + 1,
      at: within(name.at, next.index, behind),
    },
    name: { text: name.text.slice(behind), at: within(name.at, behind, name.text.length) },
  }
  return [{ ...entry, name: { text: first, at: within(name.at, 0, first.length) } }, ...apart(rest)]
}

function numberOf([, arabic, chinese, bracketed, circled]: RegExpExecArray): number {
  if (circled) return circled.charCodeAt(0) - 0x245f
  const text = arabic ?? chinese ?? bracketed ?? ''
  const digits = halfWidth(text)
  return /^[0-9]+$/.test(digits) ? Number(digits) : '一二三四五六七八九十'.indexOf(text) + 1
}

const known = new WeakMap<SyntaxTree, readonly (readonly NoteEntry[])[]>()

/** Every 附件说明 of a text, its names in order. */
export function attachmentNotes(tree: SyntaxTree): readonly (readonly NoteEntry[])[] {
  let notes = known.get(tree)
  if (!notes) {
    notes = collect(tree)
    known.set(tree, notes)
  }
  return notes
}

function collect(tree: SyntaxTree): readonly (readonly NoteEntry[])[] {
  return factsOf(tree, labelsOf)
    .map(({ fact, index }) => readNote(linesFrom(tree, index, fact)))
    .filter((note) => note.length > 0)
}

/** From the line with the label on, as long as the numbers do and no other text comes between. */
function readNote(lines: Iterable<Placed>): readonly NoteEntry[] {
  const note: NoteEntry[] = []
  let next = 0
  let end = 0
  for (const { line, start } of lines) {
    if (next > 0 && start - end > WRAPPED) break
    const entry = read(line)
    if (!entry) continue
    if (next === 0) next = entry.name.text === '' ? 1 : (entry.ordinal?.number ?? 0) + 1
    else if (!entry.label && entry.ordinal?.number === next) next++
    else break
    if (entry.name.text !== '' || !entry.label) {
      const names = apart(entry)
      note.push(...names)
      next += names.length - 1
    }
    end = start + line.text.length
  }
  return note
}

interface Placed {
  readonly line: TextLine
  /** In the whole text. */
  readonly start: number
}

/** Up to a heading or a directive: behind it an attachment begins, perhaps with a list of its own. */
function* linesFrom({ sections, starts }: SyntaxTree, from: number, first: number): Generator<Placed> {
  for (let index = from; index < sections.length; index++) {
    const section = sections[index] as Section
    const all = textLines(section)
    const lines = index === from ? all.slice(first) : all
    const begin = index === from ? (lines[0]?.at.span.end ?? 0) : -1
    const fence = section.blocks.find(
      ({ type, at }) => at.start > begin && (type === 'heading' || type === 'leafDirective'),
    )?.at.start
    const offset = starts[index] as number
    for (const line of lines) {
      if (fence !== undefined && line.at.span.start >= fence) return
      yield { line, start: line.at.span.start + offset }
    }
    if (fence !== undefined) return
  }
}

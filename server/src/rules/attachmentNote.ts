/** 附件说明 as people type it: `附件：1.名单` with the further names below. One that is derived from the attachments needs no check. */
import type { At, Section, SyntaxTree } from '../syntax/tree.ts'
import { halfWidth } from '../text/cjk.ts'
import { within } from './place.ts'
import { factsOf, sectionFacts } from './sectionFacts.ts'
import { textLines } from './textLines.ts'

/** One name of a 附件说明. */
export interface NoteEntry {
  /** `附件：` in front of the first. */
  readonly label?: At
  /** The number as typed, with its mark: `1.`, `一、`. */
  readonly ordinal?: { readonly text: string; readonly number: number; readonly at: At }
  readonly name: { readonly text: string; readonly at: At }
}

interface Candidate extends NoteEntry {
  readonly length: number
  /** From the start of the section. */
  readonly start: number
}

/** A heading or a directive: no 附件说明 goes on behind it, an attachment that begins with a list least of all. */
interface Barrier {
  readonly barrier: true
  readonly start: number
}

const LABEL = /^附\s{0,4}件?\s{0,4}[:：]\s{0,8}/
const ORDINAL =
  /^(?:([0-9０-９]{1,2})(?:\s{0,2}[.．、，,:：](?![0-9])\s{0,4}|\s{1,4}(?=\p{Script=Han}))|([一二三四五六七八九十]{1,3})[、.．]\s{0,4}|[（(]([0-9一二三四五六七八九十]{1,2})[）)]\s{0,4}|([①-⑳])\s{0,4})/u
/** A name that runs over into a second line is not longer than this. */
const WRAPPED = 60

const candidatesOf = sectionFacts((section: Section): readonly (Candidate | Barrier)[] => {
  const barriers = section.blocks
    .filter(({ type }) => type === 'heading' || type === 'leafDirective')
    .map(({ at }): Barrier => ({ barrier: true, start: at.start }))
  if (!/附|^\s*[0-9]/m.test(section.text)) return barriers
  const candidates = textLines(section).flatMap((line) => {
    const candidate = read(line.text, line.at)
    return candidate ? [candidate] : []
  })
  return barriers.length === 0 ? candidates : [...barriers, ...candidates].sort((a, b) => a.start - b.start)
})

function read(text: string, at: At): Candidate | undefined {
  if (text.length > 200) return undefined
  const label = LABEL.exec(text)?.[0].length ?? 0
  const typed = ORDINAL.exec(text.slice(label))
  if (label === 0 && !typed) return undefined
  const from = label + (typed?.[0].length ?? 0)
  const name = text.slice(from).trimEnd()
  return {
    ...(label > 0 ? { label: within(at, 0, label) } : {}),
    ...(typed ? { ordinal: { text: typed[0], number: numberOf(typed), at: within(at, label, from) } } : {}),
    name: { text: name, at: within(at, from, from + name.length) },
    length: text.length,
    start: at.span.start,
  }
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
  const notes: NoteEntry[][] = []
  let next = 0
  let end = 0
  for (const { fact, offset } of factsOf(tree, candidatesOf)) {
    if ('barrier' in fact) {
      next = 0
      continue
    }
    const start = fact.start + offset
    if (fact.label) {
      notes.push(fact.name.text === '' ? [] : [fact])
      next = fact.name.text === '' ? 1 : (fact.ordinal?.number ?? 0) + 1
    } else if (next > 0 && fact.ordinal?.number === next && start - end <= WRAPPED) {
      notes.at(-1)?.push(fact)
      next++
    } else {
      next = 0
      continue
    }
    end = start + fact.length
  }
  return notes.filter((note) => note.length > 0)
}

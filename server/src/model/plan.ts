import type { Part } from './document.ts'
import type { Line, Lines } from './line.ts'
import { readTail, type Tail } from './tail.ts'

/** Where a part begins and ends among the lines, before its content is read. */
export interface PartPlan {
  readonly kind: Part['kind']
  /** `::附件` or `::印发`. */
  readonly divider?: Line
  /** A line like “附件1” that was pasted in place of a divider. */
  readonly pastedLabel?: Line
  /** There is no divider: the text was pasted behind the signature. */
  readonly pasted: boolean
  readonly from: number
  readonly to: number
  readonly tail?: Tail
}

/** Divides the lines into the main text and what follows it: at the dividers, and where pasted text lacks one. */
export function planParts(lines: Lines, names: readonly string[]): readonly PartPlan[] {
  const borders: number[] = []
  for (let i = 0; i < lines.length; i++) if (lines[i]?.kind === 'divider') borders.push(i)
  const mainEnd = borders[0] ?? lines.length
  const plans: PartPlan[] = [...planMain(lines, mainEnd, names)]
  for (const [index, border] of borders.entries()) {
    const divider = lines[border] as Line
    const kind = divider.block.name === '附件' ? '附件' : '印发'
    plans.push(
      ...planRegion(lines, { kind, divider, pasted: false, from: border + 1, to: borders[index + 1] ?? lines.length }),
    )
  }
  return plans.map((plan, index) => ({ ...plan, ...tailOf(lines, plan, names, index === plans.length - 1) }))
}

function planMain(lines: Lines, to: number, names: readonly string[]): readonly PartPlan[] {
  const tail = readTail({ lines, from: 0, to, names, mayContinue: true })
  if (tail.date) {
    return [{ kind: '正文', pasted: false, from: 0, to: tail.end, tail }, ...planPasted(lines, tail.end, to)]
  }
  return planRegion(lines, { kind: '正文', pasted: false, from: 0, to })
}

/** A region may hold further attachments that begin with a bare “附件1”. */
function planRegion(lines: Lines, plan: PartPlan): readonly PartPlan[] {
  let start = plan.from
  while (start < plan.to && lines[start]?.kind === 'comment') start++
  for (let i = start; i < plan.to; i++) {
    if (!isBareLabel(lines, i, plan.to)) continue
    if (i === start && plan.kind === '附件') continue
    return [{ ...plan, to: i }, ...planPasted(lines, i, plan.to)]
  }
  return [plan]
}

function isBareLabel(lines: Lines, index: number, to: number): boolean {
  const line = lines[index] as Line
  if (line.form !== 'attachmentLabel' || !line.text.startsWith('附件') || /[：:]$/.test(line.text)) return false
  const next = lines[index + 1]
  return index + 1 < to && next !== undefined && next.ordinal?.level !== 3
}

/** Text behind a signature: what comes before the first label is the text that was issued. */
function planPasted(lines: Lines, from: number, to: number): readonly PartPlan[] {
  const plans: PartPlan[] = []
  let start = from
  let label: Line | undefined
  const close = (end: number) => {
    const used = lines.slice(start, end).some(({ kind }) => kind !== 'comment')
    if (!used && !label) return
    const kind = label ? '附件' : '印发'
    plans.push({ kind, ...(label ? { pastedLabel: label } : {}), pasted: true, from: start, to: end })
  }
  for (let i = from; i < to; i++) {
    const line = lines[i] as Line
    if (line.form !== 'attachmentLabel' || lines[i + 1]?.ordinal?.level === 3 || i + 1 >= to) continue
    close(i)
    label = line
    start = i + 1
  }
  close(to)
  return plans
}

function tailOf(lines: Lines, plan: PartPlan, names: readonly string[], last: boolean): { readonly tail?: Tail } {
  if (plan.tail) return { tail: plan.tail }
  const { from, to, kind } = plan
  const tail = readTail({ lines, from, to, names, mayContinue: kind === '正文' })
  if (kind === '正文') return { tail }
  const withNote = kind === '印发' ? tail : withoutNote(tail, lines, from, to)
  if (tail.date || last) return { tail: withNote }
  return tail.attachmentNote.length > 0 && tail.notes.length + tail.imprint.length === 0 ? { tail: withNote } : {}
}

/** An attachment has no attachments: a line 附件：… at its end is its text. */
function withoutNote(tail: Tail, lines: Lines, from: number, to: number): Tail {
  if (tail.attachmentNote.length === 0) return tail
  const first = tail.signatory[0] ?? tail.date ?? tail.notes[0] ?? tail.imprint[0]
  return { ...tail, attachmentNote: [], start: first ? Math.max(from, lines.indexOf(first, tail.start)) : to }
}

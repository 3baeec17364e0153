import { ORGAN_OR_PERSON_ENDINGS } from '../standard/formulae.ts'
import { sameText } from './element.ts'
import { endsOpen, type Line, type Lines } from './line.ts'

/** What people type below a text although it is derived: 附件说明, 署名, 日期, 附注, 版记. */
export interface Tail {
  /** First line of the tail: the body ends before it. */
  readonly start: number
  readonly attachmentNote: readonly Line[]
  readonly signatory: readonly Line[]
  readonly date?: Line
  readonly notes: readonly Line[]
  readonly imprint: readonly Line[]
  /** Among these lines, but no element since 2012: 主题词, 印数. They stay text. */
  readonly outdated?: readonly Line[]
  /** First line behind the tail. */
  readonly end: number
}

export interface TailRequest {
  readonly lines: Lines
  readonly from: number
  readonly to: number
  /** Names by which the organ may sign. */
  readonly names: readonly string[]
  /** Text may go on behind the signature (the main text); otherwise only a signature at the very end counts. */
  readonly mayContinue: boolean
}

export function readTail(request: TailRequest): Tail {
  const { lines, from, to, mayContinue } = request
  const signature = mayContinue ? firstSignature(request) : lastSignature(request)
  const bodyEnd = signature ? signature.start : trailingStart(lines, from, to)
  const attachmentNote = noteAbove(lines, from, bodyEnd)
  if (signature) {
    return {
      ...signature,
      start: attachmentNote.length > 0 ? indexOfFirst(lines, attachmentNote, bodyEnd) : bodyEnd,
      attachmentNote,
    }
  }
  const rest = lines.slice(bodyEnd, to).filter(({ kind }) => kind !== 'comment')
  return {
    start: attachmentNote.length > 0 ? indexOfFirst(lines, attachmentNote, bodyEnd) : bodyEnd,
    attachmentNote,
    signatory: [],
    notes: rest.filter(({ form }) => form === 'bracketed'),
    imprint: rest.filter(({ form }) => form !== 'bracketed' && form !== 'pageNumber'),
    end: to,
  }
}

function indexOfFirst(lines: Lines, wanted: readonly Line[], before: number): number {
  return lines.lastIndexOf(wanted[0] as Line, before)
}

type Signature = Omit<Tail, 'attachmentNote'>

/** The first date of its own line with a name above it, if what follows may follow a signature. */
function firstSignature(request: TailRequest): Signature | undefined {
  const { lines, from, to } = request
  for (let i = from; i < to; i++) {
    if (!isDated(lines[i])) continue
    const found = signatureAt(request, i)
    if (found && (found.end === to || mayFollowSignature(lines[found.end] as Line))) return found
  }
  return undefined
}

function lastSignature(request: TailRequest): Signature | undefined {
  const { lines, from, to } = request
  for (let i = to - 1; i >= from && i > to - 12; i--) {
    if (!isDated(lines[i])) continue
    const found = signatureAt(request, i)
    return found?.end === to && found.signatory.length > 0 ? found : undefined
  }
  return undefined
}

function signatureAt({ lines, from, to, names }: TailRequest, date: number): Signature | undefined {
  const dated = lines[date] as Line
  const start = dated.form === 'date' ? signatureStart(lines, from, date, names) : date
  const signatory = lines.slice(start, date).filter(({ kind }) => kind !== 'comment')
  const behind = { notes: [] as Line[], imprint: [] as Line[], outdated: [] as Line[] }
  let end = date + 1
  for (; end < to; end++) {
    const line = lines[end] as Line
    if (line.form === 'bracketed' && line.text.length <= 100) behind.notes.push(line)
    else if (line.form === 'oldImprint') behind.outdated.push(line)
    else if (line.form === 'imprint' || (line.form === 'nameAndDate' && behind.imprint.length > 0))
      behind.imprint.push(line)
    else if (line.kind !== 'comment' && line.form !== 'pageNumber') break
  }
  // A date alone is one of the text, unless an 附注 or an attachment right behind it tells the end.
  const alone = start === date && dated.form === 'date' && behind.notes.length === 0
  if (alone && end < to && lines[end]?.form !== 'attachmentLabel') return undefined
  return { start, signatory, date: dated, ...behind, end }
}

function isDated(line: Line | undefined): boolean {
  return line?.form === 'date' || line?.form === 'nameAndDate'
}

function signatureStart(lines: Lines, from: number, date: number, names: readonly string[]): number {
  let start = date
  const signatory: Line[] = []
  for (let i = date - 1; i >= from && signatory.length < 12; i--) {
    const line = lines[i] as Line
    if (line.kind === 'comment') continue
    const wrapped = signatory.length > 0 && isComplete(lines[i - 1])
    if (!maySign(line, signatory.length === 0 || wrapped, [line, ...signatory], names)) break
    signatory.unshift(line)
    start = i
  }
  return start
}

/** `附件：名单.xls`: the name ends here, so that what stands below it is no part of it. */
function isComplete(line: Line | undefined): boolean {
  return (
    line !== undefined &&
    (line.form === 'attachmentNote' || line.ordinal?.level === 3) &&
    /\.[a-z]{3,4}$/i.test(line.text)
  )
}

/** The line just above the date may be any short name; further ones must look like organs, or the lines together be a known name. */
function maySign(line: Line, nearest: boolean, all: readonly Line[], names: readonly string[]): boolean {
  if (line.kind !== 'text' || line.form !== 'plain' || line.ordinal || line.text.length > 45) return false
  if (!endsOpen(line.text) || /[。；，：:]/.test(line.text) || /^[0-9]/.test(line.text)) return false
  if (nearest || ORGAN_OR_PERSON_ENDINGS.test(line.text) || names.some((name) => sameText(name, line.text))) return true
  const joined = all.map(({ text }) => text).join('')
  return names.some((name) => sameText(name, joined))
}

/** Behind a signature: a label of an attachment, or what looks like a title. */
function mayFollowSignature(line: Line): boolean {
  if (line.kind === 'hash' || line.form === 'attachmentLabel' || line.ordinal?.series === '法规') return true
  return (
    line.kind === 'text' &&
    !line.ordinal &&
    line.text.length <= 60 &&
    endsOpen(line.text) &&
    !/[。；：:]/.test(line.text)
  )
}

/** Where 附注 and 版记 lines at the very end begin, when there is no date above them. */
function trailingStart(lines: Lines, from: number, to: number): number {
  let start = to
  for (let i = to - 1; i >= from; i--) {
    const line = lines[i] as Line
    if (line.form === 'imprint' || isNote(line) || (start === i + 1 && isPrinter(line, lines[i + 1]))) start = i
    else if (line.kind !== 'comment' && line.form !== 'pageNumber') break
  }
  return start
}

/** 印发机关 on a line of its own above `2026年9月7日印发`. */
function isPrinter(line: Line, below: Line | undefined): boolean {
  return (
    line.form === 'plain' &&
    /^[0-9].*印发$/.test(below?.text ?? '') &&
    ORGAN_OR_PERSON_ENDINGS.test(line.text) &&
    line.text.length <= 40
  )
}

/** In brackets and of the kind that only an 附注 is. */
function isNote(line: Line): boolean {
  return (
    line.form === 'bracketed' && line.text.length <= 60 && /公开|发至|传达|登报|删减|联系人|联系电话/.test(line.text)
  )
}

const MOST_NOTE_LINES = 80

/** `附件：1.甲` `2.乙` just above `end`; a name may run over several lines. */
function noteAbove(lines: Lines, from: number, end: number): readonly Line[] {
  let first: number | undefined
  for (let i = end - 1; i >= from && i > end - MOST_NOTE_LINES; i--) {
    const line = lines[i] as Line
    if (line.kind === 'comment') continue
    if (line.kind !== 'text') break
    if (
      line.form === 'attachmentNote' ||
      (line.form === 'attachmentLabel' && /[：:]$/.test(line.text) && i < end - 1)
    ) {
      first = i
      continue
    }
    if (line.ordinal?.level !== 3 && (line.ordinal || line.form !== 'plain' || !endsOpen(line.text))) break
  }
  if (first === undefined) return []
  return lines.slice(first, end).filter(({ kind }) => kind !== 'comment')
}

/** The names that a typed 附件说明 lists. */
export function namesOfNote(note: readonly Line[]): readonly string[] {
  const names: string[] = []
  for (const { text } of note) {
    const labelled = /^附件?\s*(?:[0-9０-９]{1,2}\s*)?[：:.．、]?\s*/.exec(text)?.[0] ?? ''
    const rest = text.slice(labelled.length)
    const numbered = /^[0-9０-９]{1,2}\s*[.．、]\s*/.exec(rest)?.[0] ?? ''
    const name = rest.slice(numbered.length).trim()
    if (labelled !== '' || numbered !== '' || names.length === 0) {
      if (name !== '') names.push(name)
    } else names[names.length - 1] += name
  }
  return names
}

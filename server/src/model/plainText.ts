// Reads a 公文 that was typed, copied or exported as plain text, and writes it in the dialect.
import { EMPTY_PROFILE } from '../profile/profile.ts'
import { readFrontMatter } from '../syntax/frontMatter.ts'
import { parse } from '../syntax/parse.ts'
import { reparse } from '../syntax/reparse.ts'
import { type SyntaxTree, sourceText } from '../syntax/tree.ts'
import type { Edit } from '../text/edit.ts'
import type { Span } from '../text/span.ts'
import { buildDocument } from './build.ts'
import { frontMatterEdits } from './frontMatterEdits.ts'
import { readHead } from './plainTextHead.ts'
import { type InputLine, imprintContinuations, isPageNumber, linesOf } from './plainTextLines.ts'
import { claim, editMapped, type MappedText, mapped, originOf } from './plainTextMap.ts'
import { barsOf, tabRows } from './plainTextTable.ts'
import { wrappedLines } from './plainTextWrap.ts'

/** What became of a piece of the input that is not running text. */
export interface Account {
  /** In the input. */
  readonly span: Span
  /** `key`: it is a value of the front matter now; `derived`: the typesetter makes it of the rest. */
  readonly kind: 'key' | 'derived'
  /** Keys of the front matter joined by 、, or the name of the derived element. */
  readonly name: string
}

/** The input in the dialect. Every character of the input is in the text, in an account, or blank. */
export interface PlainTextReading {
  readonly text: string
  readonly accounts: readonly Account[]
  /** From a place in `text` to its place in the input. */
  origin(span: Span): Span
}

/** A typed 附件说明 is what the text derives: to check how it is written, it must stay. */
export const KEEPS_NOTE: readonly string[] = ['model-pasted-attachment-note', 'model-attachment-missing']

/**
 * Reads any text; a leading byte order mark is blank.
 * @param kept problems of the model that are left in the text as they stand
 */
export function readPlainText(input: string, kept: readonly string[] = []): PlainTextReading {
  const ledger: Entered[] = []
  let text = layOut(input, ledger)
  let tree = parse(text.text)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const move = nextMove(text.text, tree, kept)
    if (!move) break
    account(text, move, ledger)
    text = editMapped(text, move.edits)
    // What a move does not touch is neither parsed nor built again.
    tree = [...move.edits].sort((a, b) => b.span.start - a.span.start).reduce(reparse, tree)
    if (sourceText(tree) !== text.text) tree = parse(text.text)
  }
  text = editMapped(text, spareBlankLines(text.text))
  const { settled, accounts } = settle(input, text, ledger)
  return { text: settled.text, accounts, origin: (span) => originOf(settled, span) }
}

/** Each round moves one element to its place; there are about twenty kinds and seldom as many attachments. */
const MOST_ROUNDS = 120

/** What was taken away leaves more than one blank line behind. */
function spareBlankLines(text: string): readonly Edit[] {
  return [...text.matchAll(/\n\n+$|\n\n+(?=\n)/g)].map(({ index, 0: whole }) => ({
    span: { start: index + 1, end: index + whole.length },
    text: '',
  }))
}

/** One paragraph a line with blank lines between, without indents, the head's values in the front matter. */
function layOut(input: string, ledger: Entered[]): MappedText {
  const lines = linesOf(input)
  const head = readHead(lines.map(({ text }) => text))
  for (const [index, keys] of head.taken) {
    const { start, text } = lines[index] as InputLine
    const span = { start, end: start + text.length }
    ledger.push({ span, kind: keys.length > 0 ? 'key' : 'derived', name: keys.join('、') || '分隔线', keys })
  }
  const rows = tabRows(lines.map(({ row }) => row.text))
  const continuations = new Set([...imprintContinuations(lines.map(({ text }) => text)), ...wrappedLines(input, lines)])
  const edits: Edit[] = []
  let at = 0
  let behind = ''
  for (const [index, line] of lines.entries()) {
    if (head.taken.has(index)) continue
    const row = rows.get(index)
    const { start, text } = row ? line.row : line
    if (!row && isPageNumber(text)) {
      ledger.push({ span: { start, end: start + text.length }, kind: 'derived', name: '页码', keys: [] })
      continue
    }
    const apartBy = at === 0 || (!row && continuations.has(index)) ? '' : row && !row.first ? '\n' : '\n\n'
    edits.push({ span: { start: at, end: start }, text: `${behind}${apartBy}${row?.before ?? ''}` })
    if (row) edits.push(...barsOf(text, start))
    else for (const mark of escapes(text)) edits.push({ span: { start: start + mark, end: start + mark }, text: '\\' })
    behind = row?.behind ?? ''
    at = start + text.length
  }
  edits.push({ span: { start: at, end: input.length }, text: at === 0 ? '' : `${behind}\n` })
  const body = editMapped(mapped(input), apart(edits))
  return head.values.length === 0 ? body : editMapped(body, frontMatterEdits(parse(body.text), head.values) ?? [])
}

/** An insertion right behind a replacement belongs to it: two edits that touch must not be taken for one. */
function apart(edits: readonly Edit[]): readonly Edit[] {
  const joined: Edit[] = []
  for (const edit of edits) {
    const last = joined.at(-1)
    if (last && edit.span.start === edit.span.end && last.span.end === edit.span.start) {
      joined[joined.length - 1] = { span: last.span, text: last.text + edit.text }
    } else joined.push(edit)
  }
  return joined
}

/** Where a backslash keeps the characters of a line from being marks of the dialect. */
function escapes(line: string): readonly number[] {
  const found: number[] = []
  if (/^(?:#{1,6}(?:\s|$)|:{2,3}|\||<!--|-{3,}$|:-)/.test(line) || /^[|:\-\s]+$/.test(line)) found.push(0)
  for (const match of line.matchAll(/\\(?=[!-/:-@[-`{-~])|\*\*|__|!\[/g))
    if (match.index > 0 || found.length === 0) found.push(match.index)
  return found
}

/**
 * Problems of the model whose first fix puts a pasted element where the dialect wants it, with the name of the derived element.
 * In this order: a divider must stand before the signature that showed where it belongs is taken away.
 */
const MOVES = [
  ['model-divider-missing', '附件标识'],
  ['model-title-unmarked', '标题'],
  ['model-title-repeated', '标题'],
  ['model-pasted-label', '附件标识'],
  ['model-pasted-attachment-note', '附件说明'],
  ['model-attachment-missing', '附件说明'],
  ['model-pasted-element', ''],
  ['model-pasted-repeated', ''],
] as const

interface Move {
  readonly edits: readonly Edit[]
  /** Of the derived element; empty for what goes to the front matter. */
  readonly name: string
  /** Keys of the front matter that the taken lines may say. */
  readonly keys: readonly string[]
}

function nextMove(text: string, tree: SyntaxTree, kept: readonly string[]): Move | undefined {
  const { problems } = buildDocument({ uri: '', version: 0, tree, profile: EMPTY_PROFILE })
  for (const [rule, name] of MOVES) {
    if (kept.includes(rule)) continue
    const found = problems.find((problem) => problem.rule === rule && problem.fixes.length > 0)
    if (!found) continue
    const edits = found.fixes[0]?.edits.flatMap((each) => each.edits) ?? []
    if (rule !== 'model-attachment-missing')
      return { name, edits, keys: name === '' ? String(found.message.args[0]).split('、') : [] }
    const label = secondLabel(text, edits)
    return label
      ? { name: '附件标识', edits: [{ span: label, text: '::附件' }], keys: [] }
      : { name, edits: beforeIssued(text, edits), keys: [] }
  }
  return undefined
}

/** A bare 附件： below the first line of what was taken for an 附件说明 opens the attachment itself. */
function secondLabel(text: string, edits: readonly Edit[]): Span | undefined {
  const [, ...below] = edits.filter(({ span }) => span.start < span.end)
  for (const { span } of below.slice(0, -1)) {
    const line = /^附件\s*[0-9０-９]{0,2}\s*[：:]?(?=\s*$)/.exec(text.slice(span.start, span.end))
    if (line) return { start: span.start, end: span.start + line[0].length }
  }
  return undefined
}

/** An attachment of the 公文 itself stands before the texts that it issues: behind them it would be theirs. */
function beforeIssued(text: string, edits: readonly Edit[]): readonly Edit[] {
  const at = edits.find(({ span }) => span.start < span.end)?.span.end ?? 0
  const issued = /^::印发/gm
  issued.lastIndex = at
  const start = issued.exec(text)?.index
  if (start === undefined) return edits
  return edits.map((edit) =>
    edit.span.start === edit.span.end ? { span: { start, end: start }, text: `${edit.text.trim()}\n\n` } : edit,
  )
}

/** An account of which it may not be known yet which of several keys it says. */
interface Entered extends Account {
  readonly keys: readonly string[]
}

/** Enters what an edit takes away from the input. */
function account(text: MappedText, { edits, name, keys }: Move, ledger: Entered[]): void {
  for (const { span, text: inserted } of edits) {
    const removed = text.text.slice(span.start, span.end)
    const gone = removed.trim()
    if (gone === '' || inserted.endsWith(removed)) continue
    const start = span.start + removed.indexOf(gone)
    const kind = name === '' ? 'key' : 'derived'
    ledger.push({ span: originOf(text, { start, end: start + gone.length }), kind, name, keys })
  }
}

/**
 * Finds the values of the front matter in what was taken away, so that a finding about a value has a place in the input and
 * every account its key.
 */
function settle(
  input: string,
  text: MappedText,
  ledger: readonly Entered[],
): { readonly settled: MappedText; readonly accounts: readonly Account[] } {
  const section = parse(text.text).frontMatter
  const entries = section ? readFrontMatter(section).entries : []
  const said = (account: Account) => input.slice(account.span.start, account.span.end)
  const names = new Map<Entered, Set<string>>()
  let settled = text
  for (const { key, values } of entries) {
    for (const value of values) {
      const account = saying(key, value.text, ledger, said)
      if (!account) continue
      names.set(account, (names.get(account) ?? new Set()).add(key))
      const at = said(account).indexOf(value.text)
      if (at >= 0 && value.span.end - value.span.start === value.text.length)
        settled = claim(settled, value.span, account.span.start + at)
    }
  }
  const accounts = ledger.map(
    (each): Account => ({
      span: each.span,
      kind: each.kind,
      name: each.name || [...(names.get(each) ?? each.keys)].join('、'),
    }),
  )
  return { settled, accounts: accounts.sort((a, b) => a.span.start - b.span.start) }
}

/** The line that a value was taken from: the one that says the least beside it; 印发 tells two dates apart. */
function saying(
  key: string,
  value: string,
  ledger: readonly Entered[],
  said: (account: Entered) => string,
): Entered | undefined {
  const wanted = bare(value)
  if (wanted === '') return undefined
  const found = ledger.filter((account) => {
    const line = bare(said(account))
    const label = IMPRINT_LABEL.exec(line)?.[0]
    return account.keys.includes(key) && line.includes(wanted) && (!label || key.startsWith(label))
  })
  const strange = (account: Entered) => Number(said(account).endsWith('印发') !== key.startsWith('印发'))
  return found.sort((a, b) => strange(a) - strange(b) || a.span.end - a.span.start - (b.span.end - b.span.start))[0]
}

/** What stands behind these says nothing of other keys. */
const IMPRINT_LABEL = /^(?:抄|分送|公开)(?=[^：:]{0,2}[：:])/

function bare(text: string): string {
  return text.replace(/[\s\u3000\u00a0]/g, '')
}

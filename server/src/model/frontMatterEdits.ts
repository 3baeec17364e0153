import { FRONT_MATTER_KEYS } from '../standard/frontMatterKeys.ts'
import { readFrontMatter } from '../syntax/frontMatter.ts'
import { type Section, type SyntaxTree, sourceText } from '../syntax/tree.ts'
import { type Edit, smallestEdit } from '../text/edit.ts'
import { shift } from '../text/span.ts'

interface Entry {
  readonly key: string
  readonly values: readonly string[]
}

/** Edits that add entries to the front matter, or make one; undefined where it is too broken to add to. */
export function frontMatterEdits(tree: SyntaxTree, entries: readonly Entry[]): readonly Edit[] | undefined {
  const section = tree.frontMatter
  if (!section) {
    return [{ span: { start: 0, end: 0 }, text: `---\n${entries.map(spellEntry).join('')}---\n\n` }]
  }
  const closing = /(^|[\r\n])---[ \t]*(?:\r\n|\r|\n)?$/.exec(section.text)
  if (!closing || closing.index === 0) return undefined
  const at = closing.index + (closing[1] as string).length
  const present = new Map(readFrontMatter(section).entries.map((entry) => [entry.key, entry]))
  const edits: Edit[] = []
  const added: Entry[] = []
  for (const entry of entries) {
    const empty = present.get(entry.key)
    if (empty)
      edits.push({
        span: { start: empty.keySpan.end, end: empty.span.end },
        text: spellEntry(entry).slice(entry.key.length, -1),
      })
    else added.push(entry)
  }
  if (added.length > 0) edits.push({ span: { start: at, end: at }, text: added.map(spellEntry).join('') })
  return edits
}

/** One entry as YAML, with its line end. */
function spellEntry({ key, values }: Entry): string {
  const [only] = values
  if (values.length === 1) return `${key}: ${quoted(only as string)}\n`
  return `${key}:\n${values.map((value) => `  - ${quoted(value)}\n`).join('')}`
}

const NEEDS_QUOTES = /^[\s[\]{}#&*!|>'"%@`,?-]|:\s|\s#|:$|^$/

function quoted(value: string): string {
  const text = value.replace(/[\r\n\t]+/g, ' ')
  return NEEDS_QUOTES.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : text
}

/**
 * The edit that gives one entry other values, or takes it away when there are none; undefined where the front matter is too
 * broken to write into. A new entry goes to its place among the others, in the order of the standard.
 */
export function setEntry(tree: SyntaxTree, key: string, values: readonly string[]): Edit | undefined {
  const section = tree.frontMatter
  const present = section && readFrontMatter(section).entries.find((entry) => entry.key === key)
  if (!section || !present) return values.length === 0 ? undefined : addEntry(tree, { key, values })
  const { text } = section
  if (values.length === 0)
    return { span: { start: present.span.start, end: lineEnd(text, present.span.end) }, text: '' }
  const quote = /^["']?/.exec(text.slice(present.keySpan.end))?.[0].length ?? 0
  const behind = { start: present.keySpan.end + quote, end: present.span.end }
  const written = spellEntry({ key, values }).slice(key.length, -1).replaceAll('\n', lineBreakOf(text))
  const smallest = smallestEdit(text.slice(behind.start, behind.end), written)
  return { ...smallest, span: shift(smallest.span, behind.start) }
}

function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
}

function addEntry(tree: SyntaxTree, entry: Entry): Edit | undefined {
  const at = tree.frontMatter && placeFor(tree.frontMatter, entry.key)
  if (at === undefined) return frontMatterEdits(tree, [entry])?.[0]
  return { span: { start: at, end: at }, text: spellEntry(entry).replaceAll('\n', lineBreakOf(sourceText(tree))) }
}

/** Behind the last of the entries that stand before a key in the order of the standard, else before the first of all. */
function placeFor(section: Section, key: string): number | undefined {
  const order = FRONT_MATTER_KEYS.map((each) => each.key)
  const { entries } = readFrontMatter(section)
  const last = entries.findLast((entry) => order.indexOf(entry.key) < order.indexOf(key))
  return last ? lineEnd(section.text, last.span.end) : entries[0]?.span.start
}

function lineEnd(text: string, from: number): number {
  return from + (/^[^\r\n]*(?:\r\n|\r|\n)?/.exec(text.slice(from))?.[0].length ?? 0)
}

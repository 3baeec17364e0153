import { readFrontMatter } from '../syntax/frontMatter.ts'
import type { SyntaxTree } from '../syntax/tree.ts'
import type { Edit } from '../text/edit.ts'

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

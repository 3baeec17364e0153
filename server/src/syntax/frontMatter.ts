import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Span } from '../text/span.ts'
import { findEntries, type RawEntry } from './frontMatterEntries.ts'
import { findFrontMatter } from './frontMatterPlace.ts'
import { type FrontMatterValue, readValue } from './frontMatterValue.ts'
import { problem } from './problem.ts'
import type { Section } from './tree.ts'

/** `密级: 机密` or a list. Spans are relative to the front matter, which starts the document. */
export interface FrontMatterEntry {
  readonly key: string
  readonly keySpan: Span
  /** The whole entry with key and values. */
  readonly span: Span
  readonly list: boolean
  /** Strings as typed; none when nothing is written behind the colon. */
  readonly values: readonly FrontMatterValue[]
}

export interface FrontMatter {
  /** In order; of a key written twice only the first. */
  readonly entries: readonly FrontMatterEntry[]
  readonly problems: readonly Finding[]
}

const NOTHING: FrontMatter = { entries: [], problems: [] }
const known = new WeakMap<Section, FrontMatter>()

/** Reads the front matter with tolerance: whatever is not YAML is taken literally to the end of its line and reported. Never throws. */
export function readFrontMatter(section: Section | undefined): FrontMatter {
  if (!section) return NOTHING
  const read = known.get(section) ?? readAnew(section.text)
  known.set(section, read)
  return read
}

function readAnew(text: string): FrontMatter {
  const place = findFrontMatter(text)
  if (!place) return NOTHING
  const { entries: raw, problems: found } = findEntries(text, place.content)
  const problems = [...found]
  const entries = new Map<string, FrontMatterEntry>()
  for (const entry of raw) {
    const read = readEntry(text, entry, problems)
    const first = entries.get(read.key)
    if (!first) entries.set(read.key, read)
    else
      problems.push(
        problem(
          'front-matter-duplicate',
          'error',
          read.keySpan,
          message('“{0}”写了两次，只取第一次写的。请删去多余的一行；有几个值的，在一项之下分行列出。', read.key),
        ),
      )
  }
  problems.sort((a, b) => a.span.start - b.span.start)
  return { entries: [...entries.values()], problems }
}

function readEntry(text: string, entry: RawEntry, problems: Finding[]): FrontMatterEntry {
  const value = readValue(text, entry, problems)
  return { key: entry.key, keySpan: entry.keySpan, span: entry.span, ...value }
}

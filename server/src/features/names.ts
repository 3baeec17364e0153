/** What a text calls by a name: its attachments, the 简称 that it gives, the 公文 of the workspace that it cites, and its own title. */
import type { GongwenDocument, Part } from '../model/document.ts'
import { readSeriesNumber, seriesNumber } from '../model/seriesNumber.ts'
import { summarise } from '../model/summarise.ts'
import type { Summary } from '../model/summary.ts'
import { sameTitle } from '../rules/readings/sameTitle.ts'
import { absoluteSpan, sourceText } from '../syntax/tree.ts'
import { matchesOf } from '../text/matches.ts'
import { contains, type Span } from '../text/span.ts'

export interface Name {
  readonly kind: 'attachment' | 'term' | 'citation' | 'title'
  readonly text: string
  /** Where it gets its name; that of a cited 公文 stands in another file. */
  readonly definition?: Span
  /** Where it is written out elsewhere, in order. */
  readonly uses: readonly Span[]
  /** Where it goes by a number: 附件1, 某政发〔2026〕12号. */
  readonly numbers: readonly Span[]
  /** The cited 公文. */
  readonly target?: Summary
  /** Of a 简称: what it stands for. Of an attachment: its ordinal, null for an only one. */
  readonly full?: string
  readonly ordinal?: number | null
}

const known = new WeakMap<GongwenDocument, { readonly others: readonly Summary[]; readonly names: readonly Name[] }>()

/**
 * All names of a document, found once for it and the others: a cursor that moves asks for them at every step.
 * @param others the documents that it may cite
 */
export function names(document: GongwenDocument, others: readonly Summary[]): readonly Name[] {
  const last = known.get(document)
  if (last?.others === others) return last.names
  const found = findNames(document, others)
  known.set(document, { others, names: found })
  return found
}

function findNames(document: GongwenDocument, others: readonly Summary[]): readonly Name[] {
  const text = sourceText(document.tree)
  return [...titleName(document), ...attachmentNames(document, text), ...termNames(document, text)].concat(
    citedNames(document, text, others),
  )
}

/** The name that is written at a place; of several the one with the shortest place. */
export function nameAt(
  document: GongwenDocument,
  offset: number,
  others: readonly Summary[],
): { readonly name: Name; readonly span: Span } | undefined {
  const at: Span = { start: offset, end: offset }
  const found = names(document, others).flatMap((name) =>
    placesOf(name).flatMap((span) => (contains(span, at) ? [{ name, span }] : [])),
  )
  return found.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0]
}

/** All places of a name in its own document, in the order of the text. */
export function placesOf({ definition, uses, numbers }: Name): readonly Span[] {
  return [...(definition ? [definition] : []), ...uses, ...numbers].sort((a, b) => a.start - b.start)
}

/** A 公文 goes by its 发文字号 as well. */
function titleName({ tree, main, head }: GongwenDocument): readonly Name[] {
  const text = main.title?.value.join('')
  if (!text) return []
  const definition = nameSpan(tree, main)
  const numbers = head.docNumber?.at ? [absoluteSpan(tree, head.docNumber.at)] : []
  return [{ kind: 'title', text, ...(definition ? { definition } : {}), uses: [], numbers }]
}

/** Where the title of a part is written; undefined for one on several lines, which no single place names. */
function nameSpan(tree: GongwenDocument['tree'], { title }: Part): Span | undefined {
  const [text, ...more] = title?.value ?? []
  if (!title?.at || !text || more.length > 0) return undefined
  const { start, end } = absoluteSpan(tree, title.at)
  const at = sourceText(tree).slice(start, end).indexOf(text)
  return at < 0 ? undefined : { start: start + at, end: start + at + text.length }
}

/** Shorter names of attachments are words of any text. */
const SHORTEST_NAME = 4

const BY_NUMBER = /附件([0-9]{1,2})(?![0-9])/g
/** 附件 alone means the only one where it is referred to, not where it is spoken of. */
const BY_WORD = /(?<=[见附按照（]|详见)附件(?![0-9说])/g

function attachmentNames(document: GongwenDocument, text: string): readonly Name[] {
  const { tree, main, issued } = document
  const owners = [main, ...issued]
  return owners.flatMap((owner, index) => {
    const next = owners[index + 1]?.at
    const from = owner.at ? absoluteSpan(tree, owner.at).start : (tree.frontMatter?.text.length ?? 0)
    const to = next ? absoluteSpan(tree, next).start : text.length
    const own = text.slice(from, to)
    const shifted = (span: Span): Span => ({ start: from + span.start, end: from + span.end })
    return owner.attachments.map((part): Name => {
      const definition = nameSpan(tree, part)
      const name = part.title?.value.join('') ?? ''
      const ordinal = part.label?.value ?? null
      const pattern = ordinal === null ? BY_WORD : BY_NUMBER
      const numbers = matchesOf(pattern, own)
        .filter((match) => ordinal === null || Number(match[1]) === ordinal)
        .map((match) => shifted({ start: match.index, end: match.index + match[0].length }))
      const uses =
        name.length < SHORTEST_NAME
          ? []
          : occurrences(own, name)
              .map(shifted)
              .filter(({ start }) => start !== definition?.start)
      return { kind: 'attachment', text: name, ...(definition ? { definition } : {}), uses, numbers, ordinal }
    })
  })
}

/** A letter alone is no 简称 that could be found again. */
const SHORTEST_TERM = 2

function termNames(document: GongwenDocument, text: string): readonly Name[] {
  const body = document.tree.frontMatter?.text.length ?? 0
  return summarise(document).terms.flatMap(({ full, short, span }): readonly Name[] => {
    if (short.length < SHORTEST_TERM) return []
    const start = text.lastIndexOf(short, span.end)
    const written = occurrences(text, full)
    const uses = occurrences(text, short).filter(
      (use) => use.start >= body && use.start !== start && !written.some((whole) => contains(whole, use)),
    )
    // The marks of a title stay when its 简称 changes.
    const marks = /^《.+》$/.test(short) ? 1 : 0
    const inside = (use: Span): Span => ({ start: use.start + marks, end: use.end - marks })
    return [
      {
        kind: 'term',
        text: short.slice(marks, short.length - marks),
        definition: inside({ start, end: start + short.length }),
        uses: uses.map(inside),
        numbers: [],
        full,
      },
    ]
  })
}

function citedNames(document: GongwenDocument, text: string, others: readonly Summary[]): readonly Name[] {
  const byTarget = new Map<Summary, { uses: Span[]; numbers: Span[]; text: string }>()
  for (const cite of summarise(document).cites) {
    const target = citedBy(cite, others)
    if (!target) continue
    const found = byTarget.get(target) ?? { uses: [], numbers: [], text: '' }
    byTarget.set(target, found)
    const { title, docNumber, span } = cite
    if (title !== undefined) {
      found.text ||= title
      found.uses.push({ start: span.start + 1, end: span.start + 1 + title.length })
    }
    if (docNumber !== undefined) {
      const start = text.indexOf(docNumber, span.start)
      found.numbers.push({ start, end: start + docNumber.length })
    }
  }
  return [...byTarget].map(([target, found]) => ({
    ...found,
    kind: 'citation',
    text: found.text || (target.title ?? ''),
    target,
  }))
}

/** The 公文 that a citation names: by its number, or else by its title. */
export function citedBy(
  { title, docNumber }: Pick<Summary['cites'][number], 'title' | 'docNumber'>,
  others: readonly Summary[],
): Summary | undefined {
  const number = docNumber === undefined ? undefined : readSeriesNumber(docNumber)?.written
  const numbered = number && others.find((other) => seriesNumber(other)?.written === number)
  if (numbered) return numbered
  return title === undefined
    ? undefined
    : others.find((other) => other.title !== undefined && sameTitle(title, other.title))
}

function occurrences(text: string, word: string): readonly Span[] {
  const found: Span[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    found.push({ start: at, end: at + word.length })
  }
  return found
}

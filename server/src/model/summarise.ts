import { absoluteSpan, type Section, sectionStart } from '../syntax/tree.ts'
import { fingerprint } from '../text/fingerprint.ts'
import { matchesOf } from '../text/matches.ts'
import { type Span, shift } from '../text/span.ts'
import type { GongwenDocument } from './document.ts'
import type { Summary } from './summary.ts'
import { termsIn } from './terms.ts'
import { allParts } from './traverse.ts'

interface Found {
  readonly cites: Summary['cites']
  readonly terms: Summary['terms']
}

const foundBySection = new WeakMap<Section, Found>()

const summaries = new WeakMap<GongwenDocument, Summary>()

/** What other documents may know of this one, computed once for each. Spans of 引文 and 简称 are absolute. */
export function summarise(document: GongwenDocument): Summary {
  let summary = summaries.get(document)
  if (!summary) {
    summary = summaryOf(document)
    summaries.set(document, summary)
  }
  return summary
}

function summaryOf(document: GongwenDocument): Summary {
  const { tree, uri, version, head, main, genre, issuers } = document
  const found = tree.sections.map((section) => ({ section, ...findIn(section) }))
  const title = main.title?.value.join('')
  const titleAt = main.title?.lines?.[0] ?? main.title?.at
  const docNumber = textOf(head.docNumber) ?? textOf(head.orderNumber)
  const date = textOf(head.issueDate)
  const [issuer] = issuers
  const facts = {
    ...(issuer ? { issuer: issuer.value } : {}),
    ...(docNumber ? { docNumber } : {}),
    ...(title ? { title } : {}),
    ...(titleAt && tree.sections.includes(titleAt.section) ? { titleAt: absoluteSpan(tree, titleAt) } : {}),
    ...(genre ? { genre: genre.value } : {}),
    ...(date ? { date } : {}),
    cites: found.flatMap(({ section, cites }) => cites.map((cite) => moved(cite, sectionStart(tree, section)))),
    terms: found.flatMap(({ section, terms }) => terms.map((term) => moved(term, sectionStart(tree, section)))),
    files: filesOf(document),
  }
  return { uri, version, key: fingerprint(JSON.stringify(facts)), ...facts }
}

function textOf(element: { readonly value: unknown } | undefined): string | undefined {
  return typeof element?.value === 'string' ? element.value : undefined
}

function moved<T extends { readonly span: Span }>(found: T, by: number): T {
  return by === 0 ? found : { ...found, span: shift(found.span, by) }
}

/** The bracket of a 字号 may give the 简称 too. */
const CITE =
  /《([^《》\r\n]{2,80})》(?:（([^（）\r\n，]{2,20}[〔[(][0-9]{4}[〕\])][0-9]+号)(?:，以下[^（）\r\n]{2,24})?）)?|[^\s，。；：（）()《》、]{1,12}〔[0-9]{4}〕[0-9]+号/g

/** Words that run into a 字号: 按照某政发〔2026〕8号. */
const BEFORE_NUMBER = /^.*(?:根据|按照|依据|依照|遵照|参照|贯彻|落实|执行|转发|印发)|^[和与及见]/

function findIn(section: Section): Found {
  const known = foundBySection.get(section)
  if (known) return known
  const found: Found = { cites: citesIn(section.text), terms: termsIn(section.text) }
  foundBySection.set(section, found)
  return found
}

function citesIn(text: string): Summary['cites'] {
  if (!/[《〔]/.test(text)) return []
  return matchesOf(CITE, text).map((match) => {
    const span = { start: match.index, end: match.index + match[0].length }
    if (match[1] === undefined) {
      const docNumber = match[0].replace(BEFORE_NUMBER, '')
      return { docNumber, span: { start: span.end - docNumber.length, end: span.end } }
    }
    return { title: match[1], ...(match[2] ? { docNumber: match[2] } : {}), span }
  })
}

/** Paths as written: attachments in files of their own and pictures. */
function filesOf(document: GongwenDocument): readonly string[] {
  return allParts(document).flatMap((part) => [
    ...(part.file ? [part.file] : []),
    ...part.body.flatMap((block) => (block.kind === 'figure' && block.path ? [block.path] : [])),
  ])
}

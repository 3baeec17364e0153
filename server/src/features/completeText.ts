/** In the text: 主送机关, the next ordinals where a line begins, phrases of the 文种, names of organs, 简称, attachments and cited 公文, dates. */
import type { GongwenDocument } from '../model/document.ts'
import { summarise } from '../model/summarise.ts'
import { allParts } from '../model/traverse.ts'
import { isNumbered, type Numbered, withNumber } from '../rules/outline/numbering.ts'
import { readOrdinal } from '../standard/ordinals.ts'
import { phrasesOf } from '../standard/phrases.ts'
import { PRINTED_ELEMENTS } from '../standard/printedElements.ts'
import { absoluteSpan } from '../syntax/tree.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { completeDirective } from './completeDirective.ts'
import { beginning, completeTitle } from './completeTitle.ts'
import type { Completion, CompletionSurroundings } from './completion.ts'
import { daysAhead, today } from './offeredDates.ts'

interface Offer {
  readonly text: string
  readonly detail: Message
  readonly insert?: string
  readonly kind: Completion['kind']
}

export function completeText(
  document: GongwenDocument,
  text: string,
  offset: number,
  surroundings: CompletionSurroundings,
): readonly Completion[] {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
  const typed = text.slice(lineStart, offset)
  const directives = completeDirective(text, lineStart, offset)
  if (directives) return directives
  if (/^(?:<!--|\|)/.test(typed)) return []
  if (text.trim() === '') return [beginning(document, offset)]
  if (/^#\s/.test(typed)) return completeTitle(document, typed, offset)
  const bookmark = /《([^《》]*)$/.exec(typed)
  if (bookmark) return titles(document, bookmark[1] ?? '', text, offset, surroundings)
  return [
    ...recipients(document, text.slice(0, lineStart), typed, offset),
    ...started(document, lineStart, text, offset),
    ...begun(document, typed, offset, surroundings),
  ]
}

const ADDRESSEE = message(PRINTED_ELEMENTS.addressee?.name ?? '')

/** The organs of the profile in the line below the title, the 上级 of the issuer first. */
function recipients(
  { main, profile, issuers }: GongwenDocument,
  above: string,
  typed: string,
  offset: number,
): readonly Completion[] {
  if (main.addressee || typed !== '' || !/^#\s/.test(lastLine(above))) return []
  const issuer = issuers[0]?.value
  const parent = profile.organs.find(({ name }) => name === issuer)?.parent
  return profile.organs
    .filter(({ name }) => name !== issuer)
    .toSorted((a, b) => Number(b.name === parent) - Number(a.name === parent))
    .map(({ name }) => at(offset, '', { text: `${name}：`, detail: ADDRESSEE, kind: 'reference' }))
}

function lastLine(text: string): string {
  return (
    text
      .trimEnd()
      .split(/[\r\n]/)
      .at(-1) ?? ''
  )
}

/** Ordinals at the beginning of a line, also behind their first characters; the bracket that an editor has closed is theirs. */
function started(document: GongwenDocument, lineStart: number, text: string, offset: number): readonly Completion[] {
  const begun = text.slice(lineStart, offset).replace(/^[#\s]+/, '')
  const written = begun.replace('(', '（')
  if (written.length > LONGEST_ORDINAL_BEGUN) return []
  return ordinals(document, lineStart)
    .filter((offer) => offer.text.startsWith(written) && offer.text !== written)
    .map((offer) => {
      const found = at(offset, begun, offer)
      const closed = /[)）]$/.test(offer.text) && /[)）]/.test(text[offset] ?? '')
      return closed ? { ...found, replace: { ...found.replace, end: offset + 1 } } : found
    })
}

/** （十 */
const LONGEST_ORDINAL_BEGUN = 2

/** Phrases whose beginning is typed already: Chinese has no words whose border would say where one begins. */
function begun(
  document: GongwenDocument,
  typed: string,
  offset: number,
  surroundings: CompletionSurroundings,
): readonly Completion[] {
  const { genre, profile } = document
  const { closings, transitions } = phrasesOf(genre?.value)
  const line = (text: string, detail: Message): Offer => ({ text, detail, kind: 'phrase' })
  const whole = /^\s*$/.test(typed)
  const offers: readonly Offer[] = [
    ...transitions.map((text) => line(text, message('过渡语'))),
    ...closings.map((text) => line(text, message('结语'))),
    ...references(document, typed),
    ...profile.organs.flatMap(({ name, short }): readonly Offer[] => [
      { text: name, detail: short ? message('规范化简称：{0}', short) : message('机关'), kind: 'reference' },
      ...(short ? [{ text: short, detail: message('{0}', name), kind: 'reference' as const }] : []),
    ]),
    ...summarise(document).terms.map(
      ({ full, short }): Offer => ({ text: short, detail: message('{0}', full), kind: 'reference' }),
    ),
    ...[today(surroundings.clock), ...daysAhead(surroundings.clock)].map(
      ({ text, detail }): Offer => ({ text, detail, kind: 'value' }),
    ),
  ]
  return offers.flatMap((offer) => {
    const alone = offer.kind === 'phrase' && offer.text.startsWith(typed.trim()) ? typed.trim() : undefined
    const begun = whole ? '' : (overlap(typed, offer.text) ?? (offer.text === alone ? undefined : alone))
    if (begun === undefined || (whole && offer.kind !== 'phrase')) return []
    return [at(offset, begun, offer)]
  })
}

/** Fewer characters stand before any word. */
const SHORTEST_BEGINNING = 2

/** The longest end of what is typed with which a phrase begins; undefined if it is too short or already the whole. */
function overlap(typed: string, phrase: string): string | undefined {
  for (let length = Math.min(typed.length, phrase.length - 1); length >= SHORTEST_BEGINNING; length--) {
    if (typed.endsWith(phrase.slice(0, length))) return phrase.slice(0, length)
  }
  return undefined
}

function at(offset: number, begun: string, { text, detail, insert, kind }: Offer): Completion {
  const replace = { start: offset - begun.length, end: offset }
  return { label: text, kind, detail, replace, insert: insert ?? text, goesOn: false }
}

/** 附件1 or （见附件1）, as the text refers to it. */
function references({ main, issued }: GongwenDocument, typed: string): readonly Offer[] {
  const word = /见附?件?$/.test(typed) ? '见附件' : '附件'
  return [main, ...issued].flatMap(({ attachments }) =>
    attachments.map(({ label, title }): Offer => {
      const name = title?.value.join('') ?? ''
      return { text: `${word}${label?.value ?? ''}`, detail: message('{0}', name), kind: 'reference' }
    }),
  )
}

/** Behind 《: titles of the workspace with their 字号, and attachments. */
function titles(
  document: GongwenDocument,
  begun: string,
  text: string,
  offset: number,
  { others }: CompletionSurroundings,
): readonly Completion[] {
  const closed = text[offset] === '》'
  /** The mark that an editor has closed by itself is taken along, for the 字号 belongs behind it. */
  const numbered = !closed || !/[（(]/.test(text[offset + 1] ?? '')
  const cited = others.flatMap(({ title, docNumber }): readonly Offer[] =>
    title
      ? [
          {
            text: title,
            detail: docNumber === undefined ? message('工作区里的公文') : message('{0}', docNumber),
            insert: numbered ? `${title}》${docNumber ? `（${docNumber}）` : ''}` : title,
            kind: 'reference',
          },
        ]
      : [],
  )
  const attached = allParts(document).flatMap(({ kind, title, label }): readonly Offer[] => {
    const name = title?.value.join('')
    const detail = message('附件{0}', label?.value ?? '')
    return kind === '附件' && name
      ? [{ text: name, detail, insert: closed ? name : `${name}》`, kind: 'reference' }]
      : []
  })
  return [...attached, ...cited]
    .filter((offer) => letters(begun, offer.text))
    .map((offer) => {
      const found = at(offset, begun, offer)
      return closed && found.insert.includes('》')
        ? { ...found, replace: { ...found.replace, end: offset + 1 } }
        : found
    })
}

/** Whether a text has these letters in this order. */
function letters(typed: string, text: string): boolean {
  let from = 0
  for (const letter of typed) {
    from = text.indexOf(letter, from) + 1
    if (from === 0) return false
  }
  return true
}

/** The ordinals that can stand next: of each open level the next number, and the first of the level below. */
function ordinals(document: GongwenDocument, lineStart: number): readonly Offer[] {
  const open = openLevels(document, lineStart)
  const offer = (text: string, detail: Message): Offer => ({ text, detail, kind: 'value' })
  const next = open.toReversed().flatMap(({ ordinal }) => {
    const text = withNumber(ordinal.written, ordinal.number + 1)
    return text === undefined ? [] : [offer(text, message('接着“{0}”', ordinal.written))]
  })
  const deepest = open.at(-1)?.ordinal
  const firsts = FIRSTS.filter(([, level]) =>
    deepest === undefined ? level === 1 : deepest.series === '通用' && level === deepest.level + 1,
  )
  return [
    ...next,
    ...firsts.map(([text]) => offer(text, deepest === undefined ? message('第一层') : message('下一层'))),
  ]
}

const FIRSTS = ['一、', '（一）', '1.', '（1）'].map((text) => [text, readOrdinal(text)?.level ?? 0] as const)

/** The last blocks with an ordinal before a line, one a level, those above it only. */
function openLevels(document: GongwenDocument, lineStart: number): readonly Numbered[] {
  const { tree } = document
  let open: readonly Numbered[] = []
  for (const part of allParts(document)) {
    const start = part.at && tree.sections.includes(part.at.section) ? absoluteSpan(tree, part.at).start : 0
    if (start > lineStart) break
    open = []
    for (const block of part.body) {
      if (!tree.sections.includes(block.at.section) || absoluteSpan(tree, block.at).start >= lineStart) break
      if (!isNumbered(block)) continue
      open = [...open.filter(({ ordinal }) => ordinal.level < block.ordinal.level), block]
    }
  }
  return open
}

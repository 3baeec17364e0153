/** In the text: the next ordinals where a line begins, phrases of the 文种, names of organs, 简称, attachments and cited 公文, dates. */
import type { GongwenDocument } from '../model/document.ts'
import { summarise } from '../model/summarise.ts'
import { allParts } from '../model/traverse.ts'
import { isNumbered, type Numbered, withNumber } from '../rules/outline/numbering.ts'
import { readOrdinal } from '../standard/ordinals.ts'
import { phrasesOf } from '../standard/phrases.ts'
import { absoluteSpan } from '../syntax/tree.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { completeDirective } from './completeDirective.ts'
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
  const bookmark = /《([^《》]*)$/.exec(typed)
  if (bookmark) return titles(document, bookmark[1] ?? '', text, offset, surroundings)
  const starts = /^[#\s]*$/.test(typed) ? ordinals(document, lineStart) : []
  return [...starts.map((offer) => at(offset, '', offer)), ...begun(document, typed, offset, surroundings)]
}

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
    ...references(document),
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
    const begun = whole ? '' : overlap(typed, offer.text)
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

/** 附件1, as the text refers to it. */
function references({ main, issued }: GongwenDocument): readonly Offer[] {
  return [main, ...issued].flatMap(({ attachments }) =>
    attachments.map(({ label, title }): Offer => {
      const name = title?.value.join('') ?? ''
      return { text: `见附件${label?.value ?? ''}`, detail: message('{0}', name), kind: 'reference' }
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
  const cited = others.flatMap(({ title, docNumber }): readonly Offer[] =>
    title
      ? [
          {
            text: title,
            detail: docNumber === undefined ? message('工作区里的公文') : message('{0}', docNumber),
            insert: closed ? title : `${title}》${docNumber ? `（${docNumber}）` : ''}`,
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
  return [...attached, ...cited].filter((offer) => letters(begun, offer.text)).map((offer) => at(offset, begun, offer))
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
  return [...next, ...firsts.map(([text]) => offer(text, message('下一层')))]
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

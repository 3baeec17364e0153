import { findDateText, looksLikeDate } from '../standard/dates.ts'
import { ORGAN_OR_PERSON_ENDINGS } from '../standard/formulae.ts'
import { readOrdinal, readPlanOrdinal } from '../standard/ordinals.ts'
import { trimmedEnd, trimmedStart } from '../syntax/blanks.ts'
import type { At, Block, Section, SyntaxTree } from '../syntax/tree.ts'
import { emptyMemory, type Line, type LineForm } from './line.ts'
import { plainText, trimAt } from './text.ts'

const linesBySection = new WeakMap<Section, readonly Line[]>()

/** All lines of a document in reading order. Sections that were read before cost nothing but their place in the list. */
export function readLines(tree: SyntaxTree): Line[] {
  const lines: Line[] = []
  for (const section of tree.sections) {
    let known = linesBySection.get(section)
    if (!known) {
      known = readSection(section)
      linesBySection.set(section, known)
    }
    for (const line of known) lines.push(line)
  }
  return lines
}

function readSection(section: Section): Line[] {
  const lines: Line[] = []
  for (const block of section.blocks) readBlock(section, block, false, lines)
  return lines
}

function readBlock(section: Section, block: Block, landscape: boolean, lines: Line[]): void {
  const at = trimAt({ section, span: block.at })
  if (at.span.start === at.span.end) return
  switch (block.type) {
    case 'heading':
      lines.push(textLine('hash', at, block, plainText(section, block.children ?? []), landscape))
      return
    case 'table':
      lines.push(plainLine('table', at, block, '', landscape))
      return
    case 'comment':
      lines.push(plainLine('comment', at, block, block.value ?? '', landscape))
      return
    case 'leafDirective':
      lines.push(plainLine(LEAVES[block.name ?? ''] ?? 'text', at, block, label(section, block), landscape))
      return
    case 'containerDirective':
      readBox(section, at, block, landscape, lines)
      return
    default:
      lines.push(paragraphLine(at, block, landscape))
  }
}

const LEAVES: Readonly<Record<string, Line['kind']>> = {
  附件: 'divider',
  印发: 'divider',
  分页: 'break',
  目录: 'contents',
}

/** The label of a known directive; of an unknown one its whole source, which is then printed as typed. */
function label(section: Section, block: Block): string {
  if (LEAVES[block.name ?? ''] === undefined) return section.text.slice(block.at.start, block.at.end).trim()
  return plainText(section, block.children ?? []).trim()
}

function readBox(section: Section, at: At, block: Block, landscape: boolean, lines: Line[]): void {
  if (block.name === '原样') {
    lines.push(plainLine('verbatim', at, block, '', landscape))
    return
  }
  for (const child of block.children ?? []) readBlock(section, child, landscape || block.name === '横排', lines)
}

function paragraphLine(at: At, block: Block, landscape: boolean): Line {
  const children = block.children ?? []
  const images = children.filter(({ type }) => type === 'image')
  const others = children.filter(({ type }) => type !== 'image')
  if (images.length === 1 && plainText(at.section, others).trim() === '') {
    return plainLine('figure', at, images[0] as Block, images[0]?.alt ?? '', landscape)
  }
  return textLine('text', at, block, plainText(at.section, children), landscape)
}

function plainLine(kind: Line['kind'], at: At, block: Block, text: string, landscape: boolean): Line {
  return {
    at,
    kind,
    text,
    block,
    form: 'plain',
    landscape,
    ordinal: undefined,
    planOrdinal: undefined,
    firstQuote: '',
    lastQuote: '',
    memory: emptyMemory(),
  }
}

function textLine(kind: 'text' | 'hash', at: At, block: Block, raw: string, landscape: boolean): Line {
  const text = raw.slice(trimmedStart(raw, 0, raw.length), trimmedEnd(raw, 0, raw.length))
  return {
    at,
    kind,
    text,
    block,
    form: kind === 'hash' ? 'plain' : formOf(text),
    landscape,
    ordinal: readOrdinal(text),
    planOrdinal: readPlanOrdinal(text),
    firstQuote: firstQuote(text),
    lastQuote: lastQuote(text),
    memory: emptyMemory(),
  }
}

function firstQuote(text: string): Line['firstQuote'] {
  const open = text.indexOf('“')
  const close = text.indexOf('”')
  if (open < 0) return close < 0 ? '' : '”'
  return close < 0 || open < close ? '“' : '”'
}

function lastQuote(text: string): Line['lastQuote'] {
  const open = text.lastIndexOf('“')
  const close = text.lastIndexOf('”')
  return open < 0 && close < 0 ? '' : open > close ? '“' : '”'
}

/** A form is told by its first or last character, so that most lines cost a look-up and no pattern. */
function formOf(text: string): LineForm {
  switch (text[0]) {
    case '（':
    case '(':
      if (text.length <= 40 && DOC_NUMBER.test(text.slice(1, -1))) return 'docNumber'
      if (OLD_COPIES.test(text)) return 'oldImprint'
      if (/^[（(].*[）)]$/.test(text) && text.length <= 200) return 'bracketed'
      break
    case '附':
      if (/^附件?\s*[0-9０-９一二三四五六七八九十]{0,3}\s*[：:]?$/.test(text)) return 'attachmentLabel'
      if (/^附件?\s*(?:[：:]|[0-9０-９]{1,2}\s*[：:.．、])/.test(text)) return 'attachmentNote'
      break
    case '抄':
    case '分':
    case '公':
      if (/^(?:抄\s*送|抄\s*报|分\s*送|公开方式|公开属性)\s*[：:]/.test(text)) return 'imprint'
      break
    case '主':
      if (/^主\s*题\s*词\s*[：:]/.test(text)) return 'oldImprint'
      break
    case '共':
      if (OLD_COPIES.test(text)) return 'oldImprint'
      break
    case '目':
      if (/^目\s*录$/.test(text)) return 'contentsLabel'
      break
    case '单':
    case '计':
      if (text.length <= 30 && /^(?:计量)?单位\s*[：:][^。；]*$/.test(text)) return 'unit'
      break
    case '表':
      if (text.length <= 40 && /^表\s*[0-9０-９一二三四五六七八九十]+(?:[-—][0-9]+)?(?:[\s\u3000：:]|$)/.test(text))
        return 'caption'
      break
    case '注':
      if (/^注\s*[0-9]*\s*[：:]/.test(text)) return 'tableNote'
      break
    default:
  }
  if (text.length > 80) return 'plain'
  switch (text[text.length - 1]) {
    case '日':
      return dateForm(text)
    case '发':
      return /[0-9]{1,2}\s*日\s*印发$/.test(text) ? 'imprint' : 'plain'
    case '号':
      if (DATE_WITH_HAO.test(text)) return 'date'
      return DOC_NUMBER.test(text) ? 'docNumber' : 'plain'
    case '—':
    case '－':
    case '–':
    case '-':
      return PAGE_NUMBER.test(text) ? 'pageNumber' : 'plain'
    default:
      if (DATE_IN_FIGURES.test(text)) return 'date'
      return NUMBER_WITHOUT_HAO.test(text) ? 'docNumber' : 'plain'
  }
}

/** 主题词 and 印数 are no elements since 2012; rules say so. */
const OLD_COPIES = /^[（(]?\s?共\s?印\s?[0-9〇一二三四五六七八九十百]{1,6}\s?份\s?[）)]?[。]?$/

/** 某政发〔2026〕5: a slip that a rule mends. */
const NUMBER_WITHOUT_HAO = /^[^\s，。；：《》“”0-9]{2,16}〔[0-9]{4}〕[0-9]{1,5}$/

const PAGE_NUMBER = /^[—－–-]{1,2}[ \u3000]?\d{1,3}[ \u3000]?[—－–-]{1,2}$/

/** 2026年3月5号: a slip that a rule mends. */
const DATE_WITH_HAO =
  /^(?:[0-9]{4}|[一二][〇○零Oo0一二三四五六七八九]{3})\s?年\s?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})\s?月\s?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?号$/

/** 2026-03-05, 2026.3.5: another one. */
const DATE_IN_FIGURES = /^(?:19|20)[0-9]{2}([-./－．])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12][0-9]|3[01])$/

/** A date alone, or behind the name of an organ in the same line. */
function dateForm(text: string): LineForm {
  if (text.length <= 24 && looksLikeDate(text)) return 'date'
  const date = findDateText(text)
  if (!date || !text.endsWith(date)) return 'plain'
  return ORGAN_OR_PERSON_ENDINGS.test(text.slice(0, -date.length).trimEnd()) && !/[，。；：:]/.test(text)
    ? 'nameAndDate'
    : 'plain'
}

const DOC_NUMBER =
  /^(?:[^\s，。；：《》“”]{1,20}[〔[【(（［]\s*[0-9０-９]{2,4}\s*年?\s*[〕\]】)）］]\s*第?\s*[0-9０-９]*\s*号|(?:[0-9]{4}年)?第\s*(?:[0-9０-９]+|[一二三四五六七八九十百千零〇]+)\s*号|〔[0-9]{4}〕\s*[\p{Script=Han}]{0,8}[0-9]+\s*号)$/u

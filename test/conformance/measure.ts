/** What a PDF measures for the rows of a table. */

import { inkBox, type Rule, rulesOf } from './picture.ts'
import { type Box, type Character, countPages, type PrintedPage, readPage } from './printedPage.ts'
import { sealsOf } from './seals.ts'
import type { Expectation, Printed, Table } from './table.ts'

/** Millimetres beyond which a place is wrong, and within which it is as good as the standard asks of a printer. */
export const TOLERANCE = 0.5
export const AIM = 0.2

export interface Measured extends Expectation {
  readonly found: string
  /** Absent where words or counts are compared. */
  readonly difference?: number
  readonly right: boolean
}

interface Found {
  readonly page: PrintedPage
  readonly characters: readonly Character[]
  readonly box?: Box
  readonly rule?: Rule
}

/** A PDF that is being measured; what was found in it is kept. */
interface Measuring {
  readonly pages: number
  page(number: number): PrintedPage | undefined
  /** @throws NotPrinted */
  lookup(name: string): Found
}

export function measureTable(pdf: string, table: Table): readonly Measured[] {
  const measuring = startMeasuring(pdf, table)
  return table.expectations.map((expectation) => {
    try {
      return compare(expectation, evaluate(expectation.measure, measuring))
    } catch (error) {
      if (error instanceof NotPrinted) return { ...expectation, found: error.message, right: false }
      throw error
    }
  })
}

function startMeasuring(pdf: string, table: Table): Measuring {
  const pages = new Map<number, PrintedPage | undefined>()
  const found = new Map<string, Found>()
  const page = (number: number) => {
    if (!pages.has(number)) pages.set(number, readPage(pdf, number))
    return pages.get(number)
  }
  const lookup = (name: string): Found => {
    const printed = table.printed.get(name)
    if (!printed) throw new Error(`${table.title}: the table does not say what ${name} is`)
    const known = found.get(name) ?? findPrinted(page(printed.page) ?? missing(name), printed)
    found.set(name, known)
    return known
  }
  return { pages: countPages(pdf), page, lookup }
}

function compare(expectation: Expectation, value: number | string): Measured {
  const { expected, measure } = expectation
  if (typeof value === 'string') return { ...expectation, found: value, right: value === expected }
  const difference = value - Number(expected)
  const limit = /\.(?:粗|号)$/.test(measure) ? 0.05 : /数$/.test(measure) ? 0 : TOLERANCE
  return { ...expectation, found: value.toFixed(2), difference, right: Math.abs(difference) <= limit }
}

function evaluate(measure: string, pdf: Measuring): number | string {
  if (measure === '页数') return pdf.pages
  const [, number, what = ''] = /^页(\d+)\.(.*)$/.exec(measure) ?? []
  if (number !== undefined) return ofPage(pdf.page(Number(number)) ?? missing(measure), what)
  const terms = measure.split(/(?=[-+])/)
  if (terms.length === 1) return partOf(measure, pdf)
  return terms.reduce((sum, term) => {
    const value = Number(partOf(term.replace(/^[-+]/, ''), pdf))
    return term.startsWith('-') ? sum - value : sum + value
  }, 0)
}

/** What a page measures as a whole. */
function ofPage(page: PrintedPage, what: string): number {
  const measure = PAGE_MEASURES[what]
  if (!measure) throw new Error(`nothing measures ${what} of a page`)
  return measure(page)
}

const PAGE_MEASURES: Readonly<Record<string, (page: PrintedPage) => number>> = {
  宽: ({ width }) => width,
  高: ({ height }) => height,
  行数: (page) => textLines(page).length,
  行字数: (page) => Math.max(...textLines(page).map(({ length }) => length)),
  行距: (page) => {
    const lines = textLines(page)
    return (baselineOf(lines.at(-1)) - baselineOf(lines[0])) / (lines.length - 1)
  },
  首行上: (page) => frameOf(page, textLines(page)[0] ?? []).top,
  末行下: (page) => frameOf(page, textLines(page).at(-1) ?? []).bottom,
  首行左: (page) => Math.min(...(textLines(page)[0] ?? []).map(({ left }) => left)),
  首行右: (page) => Math.max(...(textLines(page)[0] ?? []).map(({ right }) => right)),
}

function baselineOf(line: readonly Character[] | undefined): number {
  return line?.[0]?.baseline ?? Number.NaN
}

/** Lines of text between the edges of the type area, from top to bottom. */
function textLines(page: PrintedPage): readonly (readonly Character[])[] {
  const lines = new Map<number, Character[]>()
  for (const character of page.characters) {
    const { baseline } = character
    if (baseline < 37 || baseline > 262.2) continue
    const key = Math.round(baseline)
    lines.set(key, [...(lines.get(key) ?? []), character])
  }
  return [...lines].sort(([a], [b]) => a - b).map(([, line]) => line)
}

function partOf(part: string, pdf: Measuring): number | string {
  const [name = '', what = ''] = part.split('.')
  if (what === '有') return isPrinted(name, pdf) ? '有' : '无'
  const measure = MEASURES[what]
  if (!measure) throw new Error(`${part}: nothing measures ${what}`)
  return measure(pdf.lookup(name), name)
}

function isPrinted(name: string, pdf: Measuring): boolean {
  try {
    return pdf.lookup(name) !== undefined
  } catch (error) {
    if (error instanceof NotPrinted) return false
    throw error
  }
}

/** What a table looks for and a page does not have. */
class NotPrinted extends Error {}

/** The measures by the names that tables use. */
const MEASURES: Readonly<Record<string, (found: Found, name: string) => number | string>> = {
  墨上: (found, name) => inkOf(found, name).top,
  墨下: (found, name) => inkOf(found, name).bottom,
  墨左: (found, name) => inkOf(found, name).left,
  墨右: (found, name) => inkOf(found, name).right,
  墨中: (found, name) => middle(inkOf(found, name)),
  // The box of a full-width character: as high as its size, around the middle of the ink of the line.
  字上: (found) => frame(found, first(found)).top,
  字下: (found) => frame(found, last(found)).bottom,
  字左: (found) => first(found).left,
  字右: (found) => Math.max(...found.characters.map(({ right }) => right)),
  字中: ({ characters }) => middleOf(characters),
  字心: (found) => (frame(found, first(found)).top + frame(found, first(found)).bottom) / 2,
  墨心: (found, name) => (inkOf(found, name).top + inkOf(found, name).bottom) / 2,
  行左: (found) => Math.min(...lineOf(found, first(found)).map(({ left }) => left)),
  行中: (found) => middleOf(lineOf(found, first(found))),
  基线: (found) => first(found).baseline,
  号: (found) => first(found).size,
  色: ({ rule, box, characters }) => rule?.colour ?? (box ? '红' : colourOf(first({ characters }).colour)),
  体: (found) => faceOf(first(found).font),
  字数: (found) => lineOf(found, first(found)).length,
  上: ({ rule }, name) => (rule ?? missing(name)).top,
  下: ({ rule }, name) => (rule ?? missing(name)).bottom,
  左: ({ rule }, name) => (rule ?? missing(name)).left,
  右: ({ rule }, name) => (rule ?? missing(name)).right,
  中: ({ rule }, name) => middle(rule ?? missing(name)),
  粗: ({ rule }, name) => (rule ?? missing(name)).weight,
}

function colourOf(colour: string): string {
  const names: Readonly<Record<string, string>> = { '#ff0000': '红', '#000000': '黑' }
  return names[colour] ?? colour
}

/** Kinds of faces by the names that they go by. */
const FACES: readonly (readonly [RegExp, string])[] = [
  [/xiao ?biao|xbs|小标宋/i, '小标宋'],
  [/fang ?song|fzfs|仿宋/i, '仿宋'],
  [/kai|楷/i, '楷体'],
  [/hei|黑/i, '黑体'],
  [/song|sun|宋/i, '宋体'],
]

function faceOf(font: string): string {
  return FACES.find(([name]) => name.test(font))?.[1] ?? font
}

function findPrinted(page: PrintedPage, { name, find }: Printed): Found {
  const [, kind, nth] = /^@(红线|黑线|印章)(\d+)$/.exec(find) ?? []
  if (kind === undefined) return { page, characters: findWords(page, find, name) }
  if (kind === '印章') return { page, characters: [], box: sealsOf(page)[Number(nth) - 1] ?? missing(name) }
  const rules = rulesOf(page.picture).filter(({ colour }) => kind.startsWith(colour))
  const rule = rules[Number(nth) - 1] ?? missing(name)
  return { page, characters: [], box: rule, rule }
}

/** The characters of words, wherever their lines break; `……#2` is their second place on the page. */
function findWords(page: PrintedPage, find: string, name: string): readonly Character[] {
  const [, words = find, nth = '1'] = /^(.*)#(\d+)$/.exec(find) ?? []
  const text = page.characters.map((character) => character.text)
  const wanted = [...words.replaceAll(/\s/g, '')]
  for (let start = 0, seen = 0; start < text.length; start++) {
    if (!wanted.every((character, index) => text[start + index] === character)) continue
    if (++seen === Number(nth)) return page.characters.slice(start, start + wanted.length)
  }
  return missing(name)
}

function inkOf(found: Found, name: string): Box {
  if (found.box) return found.box
  const boxes = found.characters
    .map((character) => inkOfCharacter(found.page, character))
    .filter((box) => box !== undefined)
  return boxes.length > 0 ? boxes.reduce(union) : missing(name)
}

function inkOfCharacter({ picture }: PrintedPage, { square }: Character): Box | undefined {
  return inkBox(picture, square)
}

function frame(found: Found, character: Character): { readonly top: number; readonly bottom: number } {
  return frameOf(found.page, lineOf(found, character))
}

/** The em box that lies around the ink of a line. */
function frameOf(page: PrintedPage, line: readonly Character[]): { readonly top: number; readonly bottom: number } {
  const han = line.filter(({ text }) => /\p{Script=Han}/u.test(text))
  const boxes = (han.length > 0 ? han : line)
    .map((character) => inkOfCharacter(page, character))
    .filter((box) => box !== undefined)
  const { top, bottom } = boxes.length > 0 ? boxes.reduce(union) : missing('a line')
  const half = ((line[0]?.size ?? 0) * 25.4) / 144
  return { top: (top + bottom) / 2 - half, bottom: (top + bottom) / 2 + half }
}

function middleOf(characters: readonly Character[]): number {
  const [left, right] = [
    Math.min(...characters.map((each) => each.left)),
    Math.max(...characters.map((each) => each.right)),
  ]
  return (left + right) / 2
}

/** All of a page in the line of a character and of its size. */
function lineOf({ page }: Found, { baseline, size }: Character): readonly Character[] {
  return page.characters.filter((each) => Math.abs(each.baseline - baseline) < 0.5 && each.size === size)
}

function first({ characters }: Pick<Found, 'characters'>): Character {
  return characters[0] ?? missing('words')
}

function last({ characters }: Pick<Found, 'characters'>): Character {
  return characters.at(-1) ?? missing('words')
}

function middle({ left, right }: Box): number {
  return (left + right) / 2
}

function union(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  }
}

function missing(name: string): never {
  throw new NotPrinted(`没有印出${name}`)
}

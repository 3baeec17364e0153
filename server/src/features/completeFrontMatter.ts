/** In the front matter: the keys that are not there yet, and the values a key can take (fixed words, today, organs of the profile). */
import type { GongwenDocument } from '../model/document.ts'
import { FRONT_MATTER_KEYS, type FrontMatterKey, findKey, isUsual } from '../standard/frontMatterKeys.ts'
import { notesOf } from '../standard/phrases.ts'
import { SECRECY_CAPS } from '../standard/secrecy.ts'
import { readFrontMatter } from '../syntax/frontMatter.ts'
import { sourceText } from '../syntax/tree.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Span } from '../text/span.ts'
import type { Completion, CompletionSurroundings } from './completion.ts'
import { nextNumbers } from './nextNumber.ts'
import { daysAhead, localYear, today } from './offeredDates.ts'

export function completeFrontMatter(
  document: GongwenDocument,
  text: string,
  offset: number,
  surroundings: CompletionSurroundings,
): readonly Completion[] {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const typed = text.slice(start, offset)
  const pair = /^([^\s:：\-#][^:：]*?)\s*[:：](\s*)(\[?\s*)(.*)$/.exec(typed)
  if (pair) return values(document, pair, offset, surroundings)
  const listed = /^\s*-\s+(.*)$/.exec(typed)
  if (listed) return organs(document, keyAbove(text, start), { start: offset - (listed[1] ?? '').length, end: offset })
  return /^[^\s:：#-]*$/.test(typed) ? keys(document, { start, end: offset }, lineRest(text, offset)) : []
}

/** Whether a 发文字号 is being written. */
export function asksForNumber({ tree }: GongwenDocument, offset: number): boolean {
  const text = sourceText(tree)
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  return findKey(/^([^:：]*)[:：]/.exec(line)?.[1]?.trim() ?? '')?.element === 'docNumber'
}

/** Between the two `---` lines; while the second is still to be typed, in the lines below the first. */
export function inFrontMatter(document: GongwenDocument, text: string, offset: number): boolean {
  if (offset <= 3) return false
  const closing = /[\r\n](?:---|\.\.\.)\s*$/.exec(document.tree.frontMatter?.text ?? '')
  if (closing) return offset <= closing.index
  if (!/^---[ \t]*\r?\n/.test(text)) return false
  const above = text.slice(0, offset).split(/\r?\n/).slice(1, -1)
  return above.every((line) => /^(?:[ \t]*-[ \t]|#|[^\s:：]+[ \t]*[:：])/.test(line))
}

function lineRest(text: string, offset: number): string {
  return /^[^\r\n]*/.exec(text.slice(offset, offset + 200))?.[0] ?? ''
}

function keys(document: GongwenDocument, replace: Span, rest: string): readonly Completion[] {
  const front = document.tree.frontMatter
  const used = new Set(front ? readFrontMatter(front).entries.map((entry) => entry.key) : [])
  const colon = /^\s*[:：]/.test(rest) ? '' : ': '
  const unusual = (record: FrontMatterKey) => Number(!isUsual(record, document.format))
  const left = FRONT_MATTER_KEYS.filter(({ key }) => !used.has(key))
  return left
    .toSorted((a, b) => unusual(a) - unusual(b))
    .map((record) => ({
      label: record.key,
      kind: 'key',
      detail: message('{0}', exampleOf(record)),
      documentation: message(record.description),
      replace,
      insert: record.key + colon,
      goesOn: fixedValues(record).length > 0,
    }))
}

function exampleOf({ example }: FrontMatterKey): string {
  return typeof example === 'string' ? example : example.join('、')
}

function values(
  document: GongwenDocument,
  pair: RegExpExecArray,
  offset: number,
  { clock, others, registered }: CompletionSurroundings,
): readonly Completion[] {
  const [, key = '', gap = '', bracket = '', value = ''] = pair
  const record = findKey(key)
  if (!record) return []
  const lead = gap === '' && bracket === '' ? ' ' : ''
  const piece = bracket === '' ? value : value.slice(value.lastIndexOf(',') + 1).trimStart()
  const replace = { start: offset - piece.length, end: offset }
  const offer = (word: string, detail?: Message): Completion => ({
    label: word,
    kind: 'value',
    ...(detail ? { detail } : {}),
    replace,
    insert: lead + word,
    goesOn: false,
  })
  return [
    ...fixedValues(record).map((word) => offer(word)),
    ...(record.element === 'note' ? notesOf(document.genre?.value).map((word) => offer(word)) : []),
    ...(isDate(record) ? [today(clock), ...daysAhead(clock)].map(({ text, detail }) => offer(text, detail)) : []),
    ...organs(document, key, replace).map((each) => ({ ...each, insert: lead + each.insert })),
    ...(record.element === 'docNumber'
      ? nextNumbers(document, others, localYear(clock), registered).map(({ number, detail }) => offer(number, detail))
      : []),
  ]
}

/** The words of an enumeration, also where the record writes it as a pattern (`特急|加急`). */
export function fixedValues({ values, pattern, element }: FrontMatterKey): readonly string[] {
  if (values) return values
  if (element === 'secrecy')
    return [...[...SECRECY_CAPS].map(([level, years]) => `${level}★${years}年`), '机密', '秘密']
  return pattern && /^[\p{Script=Han}|]+$/u.test(pattern) ? pattern.split('|') : []
}

function isDate({ element }: FrontMatterKey): boolean {
  return element === 'issueDate' || element === 'printDate'
}

const ORGAN_ELEMENTS = new Set(['issuer', 'signatory', 'printer', 'copyTo', 'distribution'])

function organs(document: GongwenDocument, key: string | undefined, replace: Span): readonly Completion[] {
  const record = key === undefined ? undefined : findKey(key)
  if (!record || !ORGAN_ELEMENTS.has(record.element)) return []
  return document.profile.organs.map(({ name, short }) => ({
    label: name,
    kind: 'value',
    ...(short ? { detail: message('规范化简称：{0}', short) } : {}),
    replace,
    insert: name,
    goesOn: false,
  }))
}

/** The key whose list the line stands in. */
function keyAbove(text: string, lineStart: number): string | undefined {
  const lines = text.slice(0, lineStart).split(/\r?\n/).toReversed()
  for (const line of lines.slice(1)) {
    if (/^\s*-\s|^\s*$/.test(line)) continue
    return /^([^\s:：][^:：]*?)\s*[:：]\s*$/.exec(line)?.[1]
  }
  return undefined
}

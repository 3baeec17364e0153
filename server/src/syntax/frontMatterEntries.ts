import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Span } from '../text/span.ts'
import { isBlank, trimmedEnd, trimmedStart } from './blanks.ts'
import { fix, problem } from './problem.ts'

/** The ink of one line. */
export type InkLine = Span

/** An entry before its value is read. */
export interface RawEntry {
  readonly key: string
  readonly keySpan: Span
  readonly span: Span
  /** What stands behind the colon; may be empty. */
  readonly rest: InkLine
  /** The ink of the lines below that belong to it. */
  readonly more: readonly InkLine[]
}

const KEY = /(["']?)([^\s:：#,，。；;"'[\]{}-][^\s:：,，。；;"'[\]{}]{0,15})\1([ \t\u3000]*)([:：])/y

/** Cuts the content of a front matter into entries, line by line, so that one wrong line never spoils the others. */
export function findEntries(
  text: string,
  content: Span,
): { entries: readonly RawEntry[]; problems: readonly Finding[] } {
  const entries: Mutable[] = []
  const problems: Finding[] = []
  for (const line of linesOf(text, content)) {
    const start = trimmedStart(text, line.start, line.end)
    const end = trimmedEnd(text, start, line.end)
    if (start === end || text[start] === '#') continue
    const ink = { start, end }
    if (text.slice(line.start, start).includes('\t')) problems.push(tabProblem(line.start, start))
    const current = entries.at(-1)
    const opened = start === line.start || !current ? openEntry(text, ink, problems) : undefined
    if (opened) {
      entries.push(opened)
      continue
    }
    const belongs = current && (start > line.start || isItem(text, ink))
    if (!belongs) problems.push(strangeLine(ink))
    if (current) {
      current.more.push(ink)
      current.span = { start: current.span.start, end }
    }
  }
  return { entries, problems }
}

interface Mutable extends RawEntry {
  span: Span
  readonly more: InkLine[]
}

/** Whether a line is an item of a list: `- 甲`. */
export function isItem(text: string, ink: InkLine): boolean {
  return text[ink.start] === '-' && (ink.end === ink.start + 1 || isBlank(text.charCodeAt(ink.start + 1)))
}

function openEntry(text: string, ink: InkLine, problems: Finding[]): Mutable | undefined {
  KEY.lastIndex = ink.start
  const found = KEY.exec(text)
  if (!found || KEY.lastIndex > ink.end) return undefined
  const [, quote = '', key = '', , colon = ''] = found
  const behind = KEY.lastIndex
  const keyStart = ink.start + quote.length
  const keySpan = { start: keyStart, end: keyStart + key.length }
  const restStart = trimmedStart(text, behind, ink.end)
  const between = text.slice(behind, restStart)
  const isHalfWidth = colon === ':' && /^[ \t]*$/.test(between)
  if (!isHalfWidth || (between === '' && restStart < ink.end)) {
    const wrong = { start: behind - 1, end: restStart }
    problems.push(colonProblem(key, wrong, keySpan.end + quote.length, isHalfWidth, restStart < ink.end))
  }
  return { key, keySpan, span: ink, rest: { start: restStart, end: ink.end }, more: [] }
}

function colonProblem(key: string, wrong: Span, from: number, isHalfWidth: boolean, hasValue: boolean): Finding {
  const edit = { span: { start: from, end: wrong.end }, text: hasValue ? ': ' : ':' }
  return isHalfWidth
    ? problem('front-matter-space', 'warning', wrong, message('“{0}”的冒号后面要空一格。', key), [
        fix('safe', '补上空格', edit),
      ])
    : problem(
        'front-matter-colon',
        'warning',
        wrong,
        message('“{0}”后面要用半角冒号加一个空格（: ），不用全角冒号或者全角空格。', key),
        [fix('safe', '改为半角冒号加空格', edit)],
      )
}

function tabProblem(start: number, end: number): Finding {
  return problem('front-matter-tab', 'warning', { start, end }, message('文件头里不能用制表符缩进，请改用两个空格。'), [
    fix('safe', '改为空格', { span: { start, end }, text: '  ' }),
  ])
}

function strangeLine(ink: InkLine): Finding {
  return problem(
    'front-matter-line',
    'error',
    ink,
    message('这一行不是“项目: 内容”。文件头里一项写一行，项目名后面是半角冒号和一个空格；正文写在第二个 --- 之后。'),
  )
}

function* linesOf(text: string, { start, end }: Span): Generator<Span> {
  for (let from = start; from < end; ) {
    let at = from
    while (at < end && text[at] !== '\n' && text[at] !== '\r') at++
    yield { start: from, end: at }
    from = at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1)
  }
}

import { isScalar, isSeq, parseDocument, type Scalar } from 'yaml'
import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Span } from '../text/span.ts'
import { trimmedEnd, trimmedStart } from './blanks.ts'
import { type InkLine, isItem, type RawEntry } from './frontMatterEntries.ts'
import { fix, problem } from './problem.ts'

/** One text of an entry. `span` is the text itself, without quotes; a value wrapped over lines is longer in the source than here. */
export interface FrontMatterValue {
  readonly text: string
  readonly span: Span
}

interface ReadValue {
  readonly list: boolean
  readonly values: readonly FrontMatterValue[]
}

/** Keys whose text may well hold a `#`, which YAML takes for a comment. */
const MAY_HOLD_HASH = new Set(['抄送', '分送', '附注', '发文机关标志', '署名'])
/** What begins something else than a plain text in YAML. */
const INDICATOR = /^(?:[[\]{}&*!|>%@`,]|[-?](?:\s|$))/
const BLOCK_HEADER = /^[|>][-+0-9]{0,2}$/

/** Reads what stands behind the colon and on the lines below. */
export function readValue(text: string, entry: RawEntry, problems: Finding[]): ReadValue {
  const rest = withoutComment(text, entry, entry.rest, problems)
  const items = groupItems(text, entry.more)
  if (items && rest.start === rest.end) {
    const values = items.flatMap((lines) => readItem(text, entry, lines, problems))
    return { list: true, values }
  }
  if (text[rest.start] === '[') {
    const list = readFlowList(text, { start: rest.start, end: (entry.more.at(-1) ?? rest).end }, problems)
    if (list) return { list: true, values: list }
  }
  if (entry.more.length === 0) return { list: false, values: readScalar(text, rest, problems) }
  return { list: false, values: [readWrapped(text, rest, entry.more, problems)] }
}

/** The lines of each `- ` item, or `undefined` when the lines are no list. */
function groupItems(text: string, lines: readonly InkLine[]): InkLine[][] | undefined {
  const first = lines[0]
  if (!first || !isItem(text, first)) return undefined
  const items: InkLine[][] = []
  for (const line of lines) {
    if (isItem(text, line)) items.push([{ start: trimmedStart(text, line.start + 1, line.end), end: line.end }])
    else items.at(-1)?.push(line)
  }
  return items
}

function readItem(
  text: string,
  entry: RawEntry,
  lines: readonly InkLine[],
  problems: Finding[],
): readonly FrontMatterValue[] {
  const [first, ...more] = lines as [InkLine, ...InkLine[]]
  const ink = withoutComment(text, entry, first, problems)
  return more.length === 0 ? readScalar(text, ink, problems) : [readWrapped(text, ink, more, problems)]
}

/** A text on one line. What YAML would read as something else is taken literally. */
function readScalar(text: string, ink: InkLine, problems: Finding[]): readonly FrontMatterValue[] {
  if (ink.start === ink.end) return []
  const written = text.slice(ink.start, ink.end)
  if (written[0] === '"' || written[0] === "'") {
    const quoted = readQuoted(written, ink.start)
    if (quoted) return [quoted]
    problems.push(literalProblem(ink, written))
  } else if (INDICATOR.test(written)) {
    problems.push(literalProblem(ink, written))
  } else if (/:(?:\s|$)/.test(written)) {
    problems.push(colonInside(ink, written))
  }
  return [{ text: written, span: ink }]
}

function readQuoted(written: string, start: number): FrontMatterValue | undefined {
  const document = parseDocument(written, { schema: 'failsafe', logLevel: 'silent' })
  const node = document.contents
  if (document.errors.length > 0 || !isScalar(node) || !isPlainNode(node)) return undefined
  return valueAt(node, start)
}

/** More brackets within brackets than any text of a list has; YAML is read by recursion, which ends the program when it is too deep. */
const DEEPEST = 20

function isDeep(written: string): boolean {
  let depth = 0
  for (const mark of written) {
    if (mark === '[' || mark === '{') depth++
    else if (mark === ']' || mark === '}') depth--
    if (depth > DEEPEST) return true
  }
  return false
}

/** `[甲, 乙]`, also over several lines; `undefined` when it is no list of texts. */
function readFlowList(text: string, span: Span, problems: Finding[]): readonly FrontMatterValue[] | undefined {
  const written = text.slice(span.start, span.end)
  if (isDeep(written)) return undefined
  const document = parseDocument(written, { schema: 'failsafe', logLevel: 'silent' })
  const node = document.contents
  if (document.errors.length > 0 || !isSeq(node) || !isPlainNode(node)) return undefined
  const values: FrontMatterValue[] = []
  for (const item of node.items) {
    if (!isScalar(item) || !isPlainNode(item)) return undefined
    const value = valueAt(item, span.start)
    if (value.text !== '') values.push(value)
  }
  if (values.length === 1 && /[，、]/.test(values[0]!.text)) problems.push(listComma(text, values[0]!.span))
  return values
}

function isPlainNode(node: {
  readonly anchor?: string
  readonly tag?: string
  readonly range?: readonly number[] | null
}): boolean {
  return node.anchor === undefined && node.tag === undefined && Array.isArray(node.range)
}

function valueAt(node: Scalar, start: number): FrontMatterValue {
  const [from, to] = node.range as readonly [number, number, number]
  const quote = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0
  return { text: String(node.value ?? ''), span: { start: start + from + quote, end: start + to - quote } }
}

/** A text that goes on below. Chinese needs no space where its lines meet. */
function readWrapped(text: string, rest: InkLine, more: readonly InkLine[], problems: Finding[]): FrontMatterValue {
  const isHeader = BLOCK_HEADER.test(text.slice(rest.start, rest.end))
  const lines = rest.start === rest.end || isHeader ? more : [rest, ...more]
  const joined = lines.map((line) => text.slice(line.start, line.end)).reduce(joinLines)
  const span = { start: (isHeader ? rest : lines[0]!).start, end: more.at(-1)!.end }
  problems.push(
    problem(
      'front-matter-wrapped',
      'warning',
      span,
      message('这一项的内容分成了几行，按一行读作“{0}”。请写在一行里；有几个值的，每个值一行，前面加“- ”。', joined),
      [fix('suggestion', '并为一行', { span, text: joined })],
    ),
  )
  const ink = { start: lines[0]!.start, end: span.end }
  return { text: joined, span: ink }
}

function joinLines(left: string, right: string): string {
  const needsSpace = /[\x21-\x7e]$/.test(left) && /^[\x21-\x7e]/.test(right)
  return needsSpace ? `${left} ${right}` : left + right
}

function withoutComment(text: string, entry: RawEntry, ink: InkLine, problems: Finding[]): InkLine {
  const written = text.slice(ink.start, ink.end)
  if (!written.includes('#') || written[0] === '"' || written[0] === "'" || INDICATOR.test(written)) return ink
  const at = written[0] === '#' ? 0 : written.search(/\s#/)
  if (at < 0) return ink
  const end = trimmedEnd(text, ink.start, ink.start + at)
  if (MAY_HOLD_HASH.has(entry.key)) {
    const comment = { start: trimmedStart(text, ink.start + at, ink.end), end: ink.end }
    const whole = text.slice(ink.start, ink.end)
    problems.push(
      problem(
        'front-matter-comment',
        'warning',
        comment,
        message('“#”后面的字是注释，不会印出来。要印出来，请给整个内容加上引号。'),
        [fix('suggestion', '加上引号', { span: ink, text: quote(whole) })],
      ),
    )
  }
  return { start: ink.start, end }
}

function quote(written: string): string {
  return `'${written.replaceAll("'", "''")}'`
}

function literalProblem(ink: InkLine, written: string): Finding {
  return problem(
    'front-matter-literal',
    'warning',
    ink,
    message('“{0}”在文件头里有特殊含义，已照原样读作文字。请给内容加上引号。', written.slice(0, 1)),
    [fix('safe', '加上引号', { span: ink, text: quote(written) })],
  )
}

function colonInside(ink: InkLine, written: string): Finding {
  const text = written.replace(/:(?:\s+|$)/g, '：')
  return problem(
    'front-matter-inner-colon',
    'warning',
    ink,
    message('内容里的冒号请用全角冒号（：）；半角冒号加空格只用在项目名之后。'),
    [fix('safe', '改为全角冒号', { span: ink, text })],
  )
}

function listComma(text: string, span: Span): Finding {
  const items = text.slice(span.start, span.end).replace(/[，、]\s*/g, ', ')
  return problem(
    'front-matter-list-comma',
    'info',
    span,
    message('方括号里的各项要用半角逗号加空格（, ）分开，否则读作一项。'),
    [fix('suggestion', '改为半角逗号', { span, text: items })],
  )
}

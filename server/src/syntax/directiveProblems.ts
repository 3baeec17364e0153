import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Span } from '../text/span.ts'
import { DIRECTIVE_NAMES, isBox } from './directiveNames.ts'
import { prepare } from './prepare.ts'
import { fix, problem } from './problem.ts'
import type { Block } from './tree.ts'

const NAMES = DIRECTIVE_NAMES.join('|')
const ATTEMPT = /^[:：]{2,}\s*([\p{L}\p{N}_-]+)/u
const KNOWN = new RegExp(`^[:：]{2,}\\s*(${NAMES})`)
const FENCE = /^[:：]{3,}$/

/**
 * What is wrong with a line that begins with colons: full-width marks, a wrong number of colons, an unknown name, text behind it.
 * `isRead` tells whether the parser took the line for a directive.
 */
export function findDirectiveProblem(text: string, line: Span, isRead: boolean): Finding | undefined {
  const written = text.slice(line.start, line.end)
  if (FENCE.test(written)) return written.includes('：') ? fullWidth(line, ':'.repeat(written.length)) : undefined
  const attempt = ATTEMPT.exec(written)
  if (!attempt) return undefined
  const name = KNOWN.exec(written)?.[1]
  if (!name) return unknownName(line, attempt[1] ?? '')
  if (!isRead) return wrongForm(line, name)
  const colons = isBox(name) ? ':'.repeat(Math.max(3, written.search(/[^:：]/))) : '::'
  const mended = colons + prepare(written).trimStart().slice(2)
  if (mended === written) return undefined
  return mended.length === written.length ? fullWidth(line, mended) : wrongColons(line, name, mended)
}

function fullWidth(line: Span, mended: string): Finding {
  return problem('directive-width', 'warning', line, message('指令里的冒号、括号、等号和引号要用半角。'), [
    fix('safe', '改为半角', { span: line, text: mended }),
  ])
}

function wrongColons(line: Span, name: string, mended: string): Finding {
  const sentence = isBox(name)
    ? message('“{0}”是一块内容，开始行用三个冒号，后面要有一行“:::”结束。', name)
    : message('“{0}”前面用两个冒号，不需要结束行。', name)
  return problem('directive-colons', 'warning', line, sentence, [fix('safe', '改正冒号', { span: line, text: mended })])
}

function unknownName(line: Span, name: string): Finding {
  return problem(
    'directive-name',
    'warning',
    line,
    message('没有“{0}”这个指令，这一行已当作正文文字。可用的有：{1}。', name, DIRECTIVE_NAMES.join('、')),
  )
}

function wrongForm(line: Span, name: string): Finding {
  return problem(
    'directive-form',
    'error',
    line,
    message(
      '这一行不能读作“{0}”，已当作正文文字。正确的写法是“::附件[名称]{横排}”：方括号紧接在名字后面，后面不再写别的字。',
      name,
    ),
  )
}

/** `{.横排}`, `{#横排}` and a comma inside a value. */
export function findAttributeProblems(text: string, block: Block, problems: Finding[]): void {
  const { attributes } = block
  if (attributes && Object.keys(attributes).length > 0) {
    const span = attributesSpan(text, block)
    if ('class' in attributes || 'id' in attributes) problems.push(classOrId(text, span))
    else if (
      Object.values(attributes).some((value) => /[，、]/.test(value)) &&
      !/["']/.test(text.slice(span.start, span.end))
    )
      problems.push(commaInside(span))
  }
  if (block.type === 'containerDirective')
    for (const child of block.children ?? []) findAttributeProblems(text, child, problems)
}

function attributesSpan(text: string, { at }: Block): Span {
  const line = text.slice(at.start, at.end).split(/[\n\r\v\f\u2028\u2029]/, 1)[0] as string
  const open = Math.max(line.lastIndexOf('{'), line.lastIndexOf('｛'))
  return { start: at.start + open, end: at.start + line.length }
}

function classOrId(text: string, span: Span): Finding {
  const mended = text.slice(span.start, span.end).replace(/(?<=[{\s])[.#]/g, '')
  return problem('directive-attribute', 'warning', span, message('花括号里直接写名字，前面不加“.”或“#”。'), [
    fix('safe', '删去记号', { span, text: mended }),
  ])
}

function commaInside(span: Span): Finding {
  return problem(
    'directive-attribute',
    'warning',
    span,
    message(
      '花括号里的各项用空格分开，不用逗号或顿号；文件名里有空格、逗号的，给它加上半角引号：{文件="甲，乙.xlsx"}。',
    ),
  )
}

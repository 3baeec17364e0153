import type { Finding, Severity } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Span } from '../text/span.ts'
import { fix, problem } from './problem.ts'

/** One thing that drafters paste or type and the dialect does not know. The first that matches a line is reported. */
interface Foreign {
  readonly rule: string
  readonly severity: Severity
  readonly pattern: RegExp
  /** The sentence: what is wrong, what to do. */
  readonly sentence: string
  readonly fix?: {
    readonly kind: 'safe' | 'suggestion'
    readonly title: string
    readonly text: (found: RegExpExecArray) => string
  }
}

const removeLine = { title: '删去这一行', text: () => '' }

const FOREIGN: readonly Foreign[] = [
  {
    rule: 'comment-form',
    severity: 'warning',
    pattern: /^(?!<!--(?:(?!-->).)*-->$).*<!--.*$/,
    sentence: '注释要单独占一行，在这一行里写完：<!-- … -->。这里已当作正文文字，会印出来。',
  },
  {
    rule: 'comment-form',
    severity: 'warning',
    pattern: /^(?:(?!<!--).)*-->$/,
    sentence: '“-->”前面没有同一行的“<!--”，已当作正文文字。注释要在一行里写完。',
  },
  {
    rule: 'divider',
    severity: 'warning',
    pattern: /^(?:-[ -]+-|\*[ *]+\*|_[ _]+_|[=＝]{3,}|[—－─–]{4,})$/,
    sentence: '公文正文不用分隔线，这一行会照原样印出来。请删去；文件头的“---”只能写在第一行。',
    fix: { kind: 'safe', ...removeLine },
  },
  {
    rule: 'page-number',
    severity: 'warning',
    pattern: /^[—－–-]{1,2}[ \u3000]?\d{1,3}[ \u3000]?[—－–-]{1,2}$/,
    sentence: '这像是从别处粘贴来的页码。页码由程序自动编排，请删去这一行。',
    fix: { kind: 'suggestion', ...removeLine },
  },
  {
    rule: 'bullet',
    severity: 'warning',
    pattern: /^([-+*]|[●•·◆▪])[ \t\u3000]+(?=[^\s-+*])/,
    sentence: '公文不用项目符号“{0}”。请改用层次序数“一、”“（一）”“1.”“（1）”，或者删去符号。',
    fix: { kind: 'suggestion', title: '删去项目符号', text: () => '' },
  },
  {
    rule: 'quote',
    severity: 'warning',
    pattern: /^((?:>[ \t]?)+)(?![ \t]*(?:\d|$))/,
    sentence: '行首的“{0}”是网页或者聊天软件的引用记号，公文里会照原样印出来。请删去。',
    fix: { kind: 'suggestion', title: '删去引用记号', text: () => '' },
  },
  {
    rule: 'code-fence',
    severity: 'warning',
    pattern: /^(`{3,}|~{3,})[\w-]*$/,
    sentence:
      '“{0}”是网页或者聊天软件的代码记号，公文里会照原样印出来。请删去这一行；要按原样逐行印出来，用“:::原样”和“:::”。',
    fix: { kind: 'suggestion', ...removeLine },
  },
  {
    rule: 'html',
    severity: 'warning',
    pattern:
      /(?<![(\\])<\/?(?:a|b|i|u|p|em|div|img|li|ol|ul|span|font|strong|center|table|tbody|thead|tr|td|th|h[1-6]|sup|sub|style|script|section)\b[^<>]*>/i,
    sentence: '公文里不能写网页代码，这里会照原样印出来。请删去；表格用“| 甲 | 乙 |”的写法。',
  },
  {
    rule: 'heading-space',
    severity: 'warning',
    pattern: /^(?!#{1,6}[ \t]|[#＃]{1,6}\d)([#＃]{1,6})[ \t\u00a0\u3000]*(?=[^\s#＃])/,
    sentence: '标题记号“{0}”要用半角，后面要空一格（半角空格）。这里已当作正文文字。',
    fix: { kind: 'suggestion', title: '改为标题', text: ([, marks = '']) => `${'#'.repeat(marks.length)} ` },
  },
  {
    rule: 'trailing-backslash',
    severity: 'info',
    pattern: /(?<!\\)(?:\\\\)*\\$/,
    sentence: '行末的“\\”会照原样印出来。每一行就是一段，不需要换行记号，请删去。',
  },
]

/** What is wrong with one line of body text, if anything. */
export function findLineProblem(text: string, line: Span): Finding | undefined {
  const written = text.slice(line.start, line.end)
  for (const foreign of FOREIGN) {
    const found = foreign.pattern.exec(written)
    if (found) return foreignProblem(foreign, found, line)
  }
  return undefined
}

function foreignProblem({ rule, severity, sentence, fix: mend }: Foreign, found: RegExpExecArray, line: Span): Finding {
  const start = line.start + found.index
  const span = { start, end: start + found[0].length }
  const fixes = mend ? [fix(mend.kind, mend.title, { span, text: mend.text(found) })] : []
  return problem(rule, severity, span, message(sentence, (found[1] ?? '').trim()), fixes)
}

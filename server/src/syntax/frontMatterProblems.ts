import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { FrontMatterPlace } from './frontMatterPlace.ts'
import { fix, problem } from './problem.ts'

/** What is wrong with the lines that fence the front matter. */
export function findFenceProblems({ opening, ink, end, closedBy }: FrontMatterPlace): readonly Finding[] {
  const problems: Finding[] = []
  if (opening.start > 0)
    problems.push(
      problem('front-matter-first-line', 'warning', opening, message('第一行必须是“---”，前面不能有空行。'), [
        fix('safe', '删去前面的空行', { span: { start: 0, end: opening.start }, text: '' }),
      ]),
    )
  if (closedBy === '...') {
    const mark = { start: ink.end - 3, end: ink.end }
    problems.push(
      problem('front-matter-end', 'warning', mark, message('文件头要用“---”结束，不用“...”。'), [
        fix('safe', '改为“---”', { span: mark, text: '---' }),
      ]),
    )
  }
  if (closedBy === 'nothing')
    problems.push(
      problem('front-matter-unclosed', 'error', opening, message('文件头没有结束。请在最后一项的下面加一行“---”。'), [
        fix('safe', '补上“---”', { span: { start: ink.end, end }, text: '\n---\n' }),
      ]),
    )
  return problems
}

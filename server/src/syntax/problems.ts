import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Span } from '../text/span.ts'
import type { Pairing } from './boxes.ts'
import { findAttributeProblems, findDirectiveProblem } from './directiveProblems.ts'
import { findLineProblem } from './lineProblems.ts'
import { fix, problem } from './problem.ts'
import { findTableProblems } from './tableProblems.ts'
import type { Block } from './tree.ts'

/** What in one section is not of the dialect, with spans relative to it. `suspects` are the lines worth a second look. */
export function findProblems(text: string, pairing: Pairing<Block>, suspects: readonly Span[]): readonly Finding[] {
  const problems: Finding[] = []
  const verbatim = pairing.nodes.flatMap(verbatimLines)
  const directives = new Set(pairing.nodes.flatMap(directiveStarts))
  let next = 0
  for (const line of suspects) {
    while ((verbatim[next]?.end ?? Number.POSITIVE_INFINITY) < line.end) next++
    if ((verbatim[next]?.start ?? Number.POSITIVE_INFINITY) <= line.start) continue
    const found = findLineProblem(text, line) ?? findDirectiveProblem(text, line, directives.has(line.start))
    if (found) problems.push(found)
  }
  for (const block of pairing.nodes) findAttributeProblems(text, block, problems)
  for (const opening of pairing.unclosed) problems.push(unclosedBox(text, opening))
  for (const closing of pairing.stray) problems.push(strayClosing(text, closing))
  findTableProblems(text, pairing.nodes, problems)
  return problems.sort((a, b) => a.span.start - b.span.start)
}

/** The lines inside `:::原样`, in which nothing is wrong. */
function verbatimLines(block: Block): readonly Span[] {
  if (block.type !== 'containerDirective') return []
  const children = block.children ?? []
  const first = children[0]
  if (block.name !== '原样' || !first) return children.flatMap(verbatimLines)
  return [{ start: first.at.start, end: (children.at(-1) as Block).at.end }]
}

function directiveStarts(block: Block): readonly number[] {
  if (block.type === 'leafDirective') return [block.at.start]
  if (block.type !== 'containerDirective') return []
  return [block.at.start, ...(block.children ?? []).flatMap(directiveStarts)]
}

function unclosedBox(text: string, { at, name = '' }: Block): Finding {
  return problem(
    'box-unclosed',
    'error',
    at,
    message('“{0}”没有结束行。请在这一块内容的后面加一行“:::”。', text.slice(at.start, at.start + 3) + name),
  )
}

function strayClosing(text: string, { at }: Block): Finding {
  const start = text.lastIndexOf('\n', at.start) + 1
  const behind = text.indexOf('\n', at.end)
  const isAlone = text.slice(start, at.start).trim() === '' && behind >= 0 && text.slice(at.end, behind).trim() === ''
  const line = isAlone ? { start, end: behind + 1 } : at
  return problem(
    'box-stray',
    'warning',
    at,
    message('这一行“:::”没有对应的开始行，不会印出来。附件和印发件不需要结束行，请删去。'),
    [fix('safe', '删去这一行', { span: line, text: '' })],
  )
}

import { type Edit, withoutOverlap } from '../text/edit.ts'
import type { Finding, Fix, Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Rule } from './rule.ts'

/** From this many of one kind on, one finding that names their number says more than a page of squiggles. */
const MANY = 20

/** How rules that say several findings in one sentence do so, by id. */
export type Gatherings = ReadonlyMap<string, NonNullable<Rule['together']>>

/** Findings of one rule that are too many, or that it gathers, become the first of them, with the places of the others in `also`. */
export function foldMany(findings: readonly Finding[], gatherings: Gatherings): readonly Finding[] {
  if (findings.length < MANY && !findings.some(({ rule }) => gatherings.has(rule))) return findings
  const byRule = new Map<string, Finding[]>()
  for (const finding of findings) {
    const kind = kindOf(finding)
    const group = byRule.get(kind)
    if (group) group.push(finding)
    else byRule.set(kind, [finding])
  }
  return [...byRule.values()].flatMap((group) => {
    const together = gatherings.get(group[0]?.rule as string)
    return group.length < (together ? 2 : MANY) ? group : [fold(group, together)]
  })
}

function kindOf(finding: Finding): string {
  return `${finding.rule} ${finding.severity} ${finding.ignored ? 'ignored' : ''}`
}

function fold(group: readonly Finding[], together: Rule['together']): Finding {
  const inOrder = [...group].sort((a, b) => a.span.start - b.span.start) as [Finding, ...Finding[]]
  const [first, ...others] = inOrder
  return {
    ...first,
    message: together?.(inOrder.map((each) => each.message.args[0] ?? '')) ?? counted(first.message, group.length),
    fixes: [...allAtOnce(group), ...first.fixes.filter((fix) => fix.kind !== 'safe')],
    also: others.map((other) => other.span),
  }
}

function counted({ template, args }: Message, count: number): Message {
  return { template: `${template}（同类共{${args.length}}处）`, args: [...args, count] }
}

/** One safe fix that makes the safe fixes of all; its edits stay sorted and apart. */
function allAtOnce(group: readonly Finding[]): readonly Fix[] {
  const safe = group.flatMap((finding) => finding.fixes.filter((fix) => fix.kind === 'safe').slice(0, 1))
  const place = safe[0]?.edits[0]
  if (!place) return []
  const edits: readonly Edit[] = withoutOverlap(safe.flatMap((fix) => fix.edits.flatMap((each) => each.edits)))
  return [{ title: message('改正全文{0}处', safe.length), kind: 'safe', edits: [{ ...place, edits }] }]
}

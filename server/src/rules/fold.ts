import { type Edit, withoutOverlap } from '../text/edit.ts'
import type { Finding, Fix } from '../text/finding.ts'
import { message } from '../text/message.ts'

/** From this many of one kind on, one finding that names their number says more than a page of squiggles. */
const MANY = 20

/** Findings of one rule that are too many become the first of them, with the places of the others in `also`. */
export function foldMany(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < MANY) return findings
  const byRule = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = byRule.get(kindOf(finding))
    if (group) group.push(finding)
    else byRule.set(kindOf(finding), [finding])
  }
  if (![...byRule.values()].some((group) => group.length >= MANY)) return findings
  return [...byRule.values()].flatMap((group) => (group.length < MANY ? group : [fold(group)]))
}

function kindOf(finding: Finding): string {
  return `${finding.rule} ${finding.severity} ${finding.ignored ? 'ignored' : ''}`
}

function fold(group: readonly Finding[]): Finding {
  const [first, ...others] = [...group].sort((a, b) => a.span.start - b.span.start) as [Finding, ...Finding[]]
  const { template, args } = first.message
  return {
    ...first,
    message: { template: `${template}（同类共{${args.length}}处）`, args: [...args, group.length] },
    fixes: [...allAtOnce(group), ...first.fixes.filter((fix) => fix.kind !== 'safe')],
    also: others.map((other) => other.span),
  }
}

/** One safe fix that makes the safe fixes of all; its edits stay sorted and apart. */
function allAtOnce(group: readonly Finding[]): readonly Fix[] {
  const safe = group.flatMap((finding) => finding.fixes.filter((fix) => fix.kind === 'safe').slice(0, 1))
  const place = safe[0]?.edits[0]
  if (!place) return []
  const edits: readonly Edit[] = withoutOverlap(safe.flatMap((fix) => fix.edits.flatMap((each) => each.edits)))
  return [{ title: message('改正全文{0}处', safe.length), kind: 'safe', edits: [{ ...place, edits }] }]
}

import type { Edit } from '../../text/edit.ts'
import type { Finding } from '../../text/finding.ts'

interface Placed {
  readonly edit: Edit
  readonly finding: number
}

/**
 * Safe fixes are made all at once, so they must not touch the same text. Of two that do, the one further behind is
 * only offered: once the other is made, the next check has it safe again.
 * @param findings by place
 */
export function keepApart(findings: readonly Finding[]): readonly Finding[] {
  const placed: Placed[] = findings.flatMap((finding, index) =>
    editsOf(finding).map((edit) => ({ edit, finding: index })),
  )
  if (placed.length < 2) return findings
  placed.sort(
    (a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.finding - b.finding,
  )
  const offered = new Set<number>()
  let last: Placed | undefined
  for (const each of placed) {
    if (offered.has(each.finding)) continue
    if (last && last.finding !== each.finding && collide(last.edit, each.edit)) offered.add(each.finding)
    else if (!last || each.edit.span.end >= last.edit.span.end) last = each
  }
  if (offered.size === 0) return findings
  return findings.map((finding, index) =>
    offered.has(index) ? { ...finding, fixes: finding.fixes.map(offer) } : finding,
  )
}

function editsOf({ fixes }: Finding): readonly Edit[] {
  return fixes.find(({ kind }) => kind === 'safe')?.edits.flatMap(({ edits }) => edits) ?? []
}

/** The second does not start before the first. Two insertions at one place collide: their order would be chance. */
function collide({ span: first }: Edit, { span: second }: Edit): boolean {
  return second.start < first.end || (second.start === first.start && second.end === first.end)
}

function offer(fix: Finding['fixes'][number]): Finding['fixes'][number] {
  return fix.kind === 'safe' ? { ...fix, kind: 'suggestion' } : fix
}

/** Findings of one kind: each by itself, or, when they are many, one that names their number and their places. */
import { type Edit, withoutOverlap } from '../../text/edit.ts'
import type { Finding, Fix, Severity, Uri } from '../../text/finding.ts'
import { message } from '../../text/message.ts'
import { type Span, shift } from '../../text/span.ts'
import { settleEdits, settleFix } from '../fixes.ts'
import type { Rule } from '../rule.ts'

/** From this many of one kind on, one finding that names their number says more than a page of squiggles. */
const MANY = 20

/** What was said at one place, which counts from `offset`. */
export interface Candidate {
  readonly saying: Omit<Finding, 'rule' | 'severity'>
  readonly offset: number
  readonly ignored: Finding['ignored'] | undefined
}

/** What one rule said with one severity, and whether comments cover it. */
export interface Kind {
  readonly rule: string
  readonly severity: Severity
  readonly ignored: boolean
  readonly candidates: Candidate[]
}

/** How a rule has its findings folded; problems that no rule adopts have no say. */
export type Folding = Pick<Rule, 'together' | 'many'>

interface Address {
  readonly uri: Uri
  readonly version: number
}

/** Of a kind that is many, or that its rule gathers, the first, with the places of the others in `also`. */
export function findingsOf(kind: Kind, address: Address, { together, many }: Folding): readonly Finding[] {
  const { candidates } = kind
  if (candidates.length >= (many ?? (together ? 2 : MANY))) return [fold(kind, address, together)]
  return candidates.map((candidate) => settle(candidate, kind, address))
}

function settle({ saying, offset, ignored }: Candidate, kind: Kind, { uri, version }: Address): Finding {
  const { span, message, fixes, related, also } = saying
  return {
    rule: kind.rule,
    severity: kind.severity,
    span: shift(span, offset),
    message,
    fixes: fixes.map((fix) => settleFix(fix, uri, version, offset)),
    ...(related ? { related } : {}),
    ...(also ? { also } : {}),
    ...(ignored ? { ignored } : {}),
  }
}

function fold(kind: Kind, address: Address, together: Rule['together']): Finding {
  const inOrder = byPlace(kind.candidates)
  const finding = settle(inOrder[0] as Candidate, kind, address)
  return {
    ...finding,
    message:
      together?.(inOrder.map(({ saying }) => saying.message.args[0] ?? '')) ??
      message('{0}（同类共{1}处）', finding.message, inOrder.length),
    fixes: [...allAtOnce(kind.candidates, address), ...finding.fixes.filter((fix) => fix.kind !== 'safe')],
    also: inOrder.slice(1).map(({ saying, offset }): Span => shift(saying.span, offset)),
  }
}

function byPlace(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...candidates].sort((a, b) => a.saying.span.start + a.offset - b.saying.span.start - b.offset)
}

/** One safe fix that makes the safe fixes of all; its edits stay sorted and apart. */
function allAtOnce(candidates: readonly Candidate[], { uri, version }: Address): readonly Fix[] {
  const edits: Edit[] = []
  let count = 0
  for (const { saying, offset } of candidates) {
    const safe = saying.fixes.find(({ kind }) => kind === 'safe')
    if (!safe) continue
    count++
    for (const each of safe.edits) for (const edit of settleEdits(each, offset)) edits.push(edit)
  }
  if (edits.length === 0) return []
  const all = [{ uri, version, edits: withoutOverlap(edits) }]
  return [{ title: message('改正全文{0}处', count), kind: 'safe', edits: all }]
}

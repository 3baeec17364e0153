import type { Finding, Message, Severity } from '../text/finding.ts'
import { visibleText } from '../text/visible.ts'

/** A finding about a PDF, which has no text positions. Names in its sentence are those of strangers. */
export function problem(rule: `sign-${string}`, severity: Severity, { template, args }: Message): Finding {
  const message = { template, args: args.map((value) => (typeof value === 'string' ? visibleText(value) : value)) }
  return { rule, severity, span: { start: 0, end: 0 }, message, fixes: [] }
}

import type { Finding, Message, Severity } from '../text/finding.ts'

/** A finding about a PDF, which has no text positions. */
export function problem(rule: `sign-${string}`, severity: Severity, message: Message): Finding {
  return { rule, severity, span: { start: 0, end: 0 }, message, fixes: [] }
}

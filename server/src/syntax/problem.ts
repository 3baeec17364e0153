import type { Edit } from '../text/edit.ts'
import type { Finding, Fix, Message, Severity } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Span } from '../text/span.ts'

/** A problem of a section: spans and edits count from its start, and `uri` is empty because a section does not know its document. */
export function problem(
  rule: string,
  severity: Severity,
  span: Span,
  sentence: Message,
  fixes: readonly Fix[] = [],
): Finding {
  return { rule: `syntax-${rule}`, severity, span, message: sentence, fixes }
}

/** A fix inside the section of the problem. */
export function fix(kind: Fix['kind'], title: string, ...edits: readonly Edit[]): Fix {
  return { title: message(title), kind, edits: [{ uri: '', version: null, edits }] }
}

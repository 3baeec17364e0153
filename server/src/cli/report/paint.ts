import type { Severity } from '../../text/finding.ts'

/** Colours of a terminal; plain when they are not wanted. */
export interface Paint {
  severity(severity: Severity, text: string): string
  strong(text: string): string
  faint(text: string): string
  added(text: string): string
  removed(text: string): string
}

const CODES: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36, hint: 34 }

export function paint(colour: boolean): Paint {
  const wrap = (code: number, text: string): string => (colour ? `\u001B[${code}m${text}\u001B[0m` : text)
  return {
    severity: (severity, text) => wrap(CODES[severity], text),
    strong: (text) => wrap(1, text),
    faint: (text) => wrap(2, text),
    added: (text) => wrap(32, text),
    removed: (text) => wrap(31, text),
  }
}

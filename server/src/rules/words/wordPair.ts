/** One pair of words that are confused, and how sure that is. */
import type { Severity } from '../../text/finding.ts'

export interface WordPair {
  readonly wrong: string
  readonly right: string
  /** `error` is kept for words that are misspelt in any reading. */
  readonly severity: Severity
  readonly fix: 'safe' | 'suggestion'
  /** What must stand directly before or behind it; tried on a few characters only. */
  readonly before?: RegExp
  readonly after?: RegExp
  readonly notBefore?: RegExp
  readonly notAfter?: RegExp
}

export type Context = Pick<WordPair, 'before' | 'after' | 'notBefore' | 'notAfter'>

/** How many characters of context a condition may see: it keeps the family linear. */
export const CONTEXT = 24

/** Misspelt in any reading. */
export const misspelt = (wrong: string, right: string, context: Context = {}): WordPair => ({
  wrong,
  right,
  severity: 'error',
  fix: 'safe',
  ...context,
})

export const likely = (wrong: string, right: string, context: Context = {}): WordPair => ({
  wrong,
  right,
  severity: 'warning',
  fix: 'suggestion',
  ...context,
})

export const preferred = (wrong: string, right: string, context: Context = {}): WordPair => ({
  wrong,
  right,
  severity: 'info',
  fix: 'suggestion',
  ...context,
})

export const perhaps = (wrong: string, right: string, context: Context = {}): WordPair => ({
  wrong,
  right,
  severity: 'hint',
  fix: 'suggestion',
  ...context,
})

/** Pairs of a table: 误→正, separated by blanks. */
export function pairs(table: string): readonly (readonly [wrong: string, right: string])[] {
  return table
    .trim()
    .split(/\s+/)
    .map((entry) => entry.split('→') as [string, string])
}

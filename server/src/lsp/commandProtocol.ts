/** The commands that every editor has, as types. */
import type { Position } from 'vscode-languageserver'
import type { Severity } from '../text/finding.ts'

/** Commands of `workspace/executeCommand`, so that every editor has them. */
export type ServerCommand =
  | 'hongtou.server.fixAll'
  | 'hongtou.server.ignore'
  | 'hongtou.server.explain'
  | 'hongtou.server.breakTitle'
  | 'hongtou.server.setSeverity'

/** Argument of `hongtou.server.fixAll`; answered with how many places were changed and how many findings are left. */
export interface FixAllArguments {
  readonly uri: string
}

/** In findings: how many were mended, how many are left. */
export interface FixAllResult {
  readonly mended: number
  readonly left: number
}

/** Argument of `hongtou.server.ignore`. Without a reason the comment asks for one. */
export interface IgnoreArguments {
  readonly uri: string
  readonly version: number
  readonly rule: string
  readonly position: Position
  /** `selection`: from the block of `position` to that of `end`. */
  readonly scope: 'here' | 'selection' | 'file'
  readonly end?: Position
  readonly reason?: string
}

/** Argument of `hongtou.server.setSeverity`: writes into the office's profile how a rule is taken; answered with the file's name. */
export interface SetSeverityArguments {
  readonly uri: string
  readonly rule: string
  readonly severity: Severity | 'off'
}

/** Argument of `hongtou.server.breakTitle`: writes the lines of the title at `position` into the text, as one change. */
export interface BreakTitleArguments {
  readonly uri: string
  readonly version: number
  readonly position: Position
  readonly lines: readonly string[]
}

/** Argument of `hongtou.server.explain`; answered with Markdown. */
export interface ExplainArguments {
  readonly rule: string
}

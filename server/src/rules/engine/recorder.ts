/** Calls visitors and keeps what they report, and which of them threw. */
import type { GongwenDocument } from '../../model/document.ts'
import type { LayoutFacts } from '../../model/layoutFacts.ts'
import type { Summary } from '../../model/summary.ts'
import type { Clock } from '../../ports/clock.ts'
import { type At, absoluteSpan, type Section } from '../../syntax/tree.ts'
import { shift } from '../../text/span.ts'
import { settleFix } from '../fixes.ts'
import { optionsOf } from '../options.ts'
import type { Report, Rule, RuleContext } from '../rule.ts'
import type { Found, RuleFailure } from '../targets.ts'

/** What visitors said: of a section or a block counted from the section's start, otherwise from the start of the text. */
export interface Said {
  readonly found: readonly Found[]
  readonly failures: readonly RuleFailure[]
}

export const SILENT: Said = { found: [], failures: [] }

export type Visit = (target: unknown, context: RuleContext) => void

export interface Surroundings {
  readonly clock: Clock
  readonly layout?: LayoutFacts
  readonly others?: readonly Summary[]
  /** Files that the document names and that are not there, as it names them. */
  readonly missing?: readonly string[]
  /** It is the text of another document's attachment, which has no elements of a 公文 of its own. */
  readonly attached?: boolean
}

export interface Recorder {
  /** A visitor of a section's text or of a block: it sees its target only, for what it says outlives the document. */
  local(rule: Rule, visit: Visit, target: unknown, section: Section): void
  /** A visitor of the document or of one of its elements. */
  global(rule: Rule, visit: Visit, target: unknown): void
  /** All that was said since the last call. */
  take(): Said
}

export function createRecorder(document: GongwenDocument, { clock, layout, others, missing }: Surroundings): Recorder {
  let found: Found[] = []
  let failures: RuleFailure[] = []
  let rule: Rule
  let here: Section | undefined

  const add = (report: Report, span: Found['span'], offset: number): void => {
    const fixes = report.fixes ?? []
    found.push({
      rule,
      span: shift(span, offset),
      message: report.message,
      fixes: offset === 0 ? fixes : fixes.map((fix) => settleFix(fix, '', 0, offset)),
      ...(report.severity ? { severity: report.severity } : {}),
      ...(report.related ? { related: report.related } : {}),
    })
  }
  const local: RuleContext = {
    get document(): never {
      throw new Error('a block rule looks at its target only')
    },
    get options() {
      return optionsOf(rule, document.profile).values
    },
    clock,
    report(report) {
      if (!isAt(report.at) || report.at.section !== here) throw new Error('a block rule reports in its own section')
      add(report, report.at.span, 0)
    },
  }
  const global: RuleContext = {
    document,
    get options() {
      return optionsOf(rule, document.profile).values
    },
    clock,
    report(report) {
      const { at } = report
      if (isAt(at)) add(report, at.span, absoluteSpan(document.tree, at).start - at.span.start)
      else add(report, at, 0)
    },
    ...(layout ? { layout } : {}),
    ...(others ? { others } : {}),
    ...(missing ? { missing } : {}),
  }
  const call = (visit: Visit, target: unknown, context: RuleContext): void => {
    try {
      visit(target, context)
    } catch (error) {
      failures.push({ rule, error: error instanceof Error ? error.message : String(error) })
    }
  }
  return {
    local(own, visit, target, section) {
      rule = own
      here = section
      call(visit, target, local)
    },
    global(own, visit, target) {
      rule = own
      call(visit, target, global)
    },
    take() {
      if (found.length === 0 && failures.length === 0) return SILENT
      const said = { found, failures }
      found = []
      failures = []
      return said
    },
  }
}

function isAt(at: Report['at']): at is At {
  return 'section' in at
}

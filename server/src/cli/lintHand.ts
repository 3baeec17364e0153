/** What is done with one file of `hongtou lint`, wherever it is done: arguments and answers are plain data. */
import { fixAll } from '../features/fixAll.ts'
import { lint } from '../rules/lint.ts'
import { RULES } from '../rules/registry.ts'
import { applyEdits } from '../text/edit.ts'
import type { Uri } from '../text/finding.ts'
import { indexLines } from '../text/lines.ts'
import { fileBeside } from '../text/uri.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import { type Complaint, complaintOf } from './failureText.ts'
import { countFixable } from './fixable.ts'
import type { Host } from './host.ts'
import type { Reader } from './inputs.ts'
import type { Checked, CheckOptions, LintHand, SummaryOfFile } from './lintCrew.ts'
import { openText, profileProblems, readForReport, type Source } from './readDocument.ts'
import type { FileReport } from './report/report.ts'
import { unifiedDiff } from './unifiedDiff.ts'

/** Files that a document of the run takes for the text of its attachments: they are no 公文 of their own. */
function attachedAmong(summaries: readonly SummaryOfFile[]): ReadonlySet<Uri> {
  return new Set(summaries.flatMap(({ uri, files }) => files.flatMap((file) => fileBeside(file, uri) ?? [])))
}

/** Checks files in this thread. What it knows of a file it forgets with the answer. */
export function createLintHand(machine: Reader & Pick<Host, 'clock'>): LintHand {
  const workspace = createWorkspace(machine.files)
  let summaries: readonly SummaryOfFile[] = []
  let attached: ReadonlySet<Uri> = new Set()

  const reportOn = async (
    source: Source,
    shown: { readonly document: Source['document']; readonly text: string; readonly fixed: number },
    stage: CheckOptions['stage'],
  ): Promise<FileReport> => {
    const { document, text, fixed } = shown
    const { name, uri } = source.input
    const surroundings = surroundingsOf(source)
    const found = lint(document, { ...surroundings, stage })
    const findings = source.plain ? source.plain.place(found) : found
    const fixable = await countFixable(document, findings, surroundings)
    return { name, uri, text, lines: indexLines(text), findings, fixed, fixable }
  }

  const surroundingsOf = ({ input, missing }: Source) => ({
    clock: machine.clock,
    others: summaries.filter(({ uri }) => uri !== input.uri),
    missing,
    attached: attached.has(input.uri),
  })

  const checkSource = async (source: Source, { stage, change }: CheckOptions): Promise<Checked> => {
    const { input, document } = source
    const { text, mark } = source.source
    const warnings = profileProblems(source)
    const asIs = { document, text, fixed: 0 }
    if (change === 'none') return { warnings, report: await reportOn(source, asIs, stage) }
    const { edits, mended } = fixAll(document, surroundingsOf(source))
    const fixed = applyEdits(text, edits)
    if (change === 'show') {
      const diff = unifiedDiff(input.name, text, fixed)
      return { warnings, report: await reportOn(source, asIs, stage), diff }
    }
    const after = await openText(workspace, input, fixed)
    const report = await reportOn(source, { document: after.document, text: fixed, fixed: mended }, stage)
    return { warnings, report, written: { text: fixed, mark, changed: fixed !== text } }
  }

  const withSource = async <T>(
    input: Source['input'],
    work: (source: Source) => Promise<T>,
  ): Promise<T | { readonly complaint: Complaint }> => {
    try {
      return await work(await readForReport(machine, workspace, input))
    } catch (error) {
      return { complaint: complaintOf(error, (uri) => (uri === input.uri ? input.name : uri)) }
    } finally {
      workspace.close(input.uri)
    }
  }

  return {
    rules: async () =>
      RULES.map(({ id, name, group, clause, strength, severity, fix, scope, due }) => {
        return { id, name, group, clause, strength, severity, fix, scope, due }
      }),
    // A copy: parts of a text keep the whole of it in memory.
    summarise: (input) => withSource(input, async () => ({ summary: structuredClone(workspace.summary(input.uri)) })),
    tell(others) {
      summaries = others
      attached = attachedAmong(others)
    },
    check: (input, options) => withSource(input, (source) => checkSource(source, options)),
  }
}

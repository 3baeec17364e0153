import { indexLines } from '../text/lines.ts'
import { countFixable } from './fixable.ts'
import type { Host } from './host.ts'
import type { Source } from './readDocument.ts'
import type { Rendered } from './renderDocument.ts'
import { type FileReport, type Report, standing } from './report/report.ts'

interface Checked extends Report {
  readonly file: FileReport
  /** How many errors stand in the text, whether they are reported here or not. */
  readonly errors: number
  /** How many places of the text are not on the pages as they were written. */
  readonly losses: number
}

const LOSSES = new Set(['layout-glyph-missing', 'layout-image-missing'])

/**
 * What the rules say of a document.
 * @param facts of its layout: then only the rules that look at pages speak, for the others have been heard
 */
export async function checkDocument(
  host: Host,
  { input, document, source, missing }: Source,
  stage: 'draft' | 'issue',
  facts?: Rendered['facts'],
): Promise<Checked> {
  const [{ lint }, { RULES }] = await Promise.all([import('../rules/lint.ts'), import('../rules/registry.ts')])
  const surroundings = { clock: host.clock, missing }
  const all = lint(document, { ...surroundings, stage, ...(facts && { layout: facts }) })
  const ofPages = new Set(RULES.filter(({ scope }) => scope === 'layout').map(({ id }) => id))
  const findings = facts ? all.filter(({ rule }) => ofPages.has(rule)) : all
  const errors = all.filter(({ rule, severity, ignored }) => severity === 'error' && !ignored && !ofPages.has(rule))
  const lost = findings.filter(({ rule, severity, ignored }) => severity === 'error' && !ignored && LOSSES.has(rule))
  const losses = lost.reduce((sum, { also }) => sum + 1 + (also?.length ?? 0), 0)
  const fixable = facts ? 0 : await countFixable(document, findings, surroundings)
  const { text } = source
  const file = { name: input.name, uri: input.uri, text, lines: indexLines(text), findings, fixed: 0, fixable }
  return { file, files: [file], rules: RULES, version: host.version, errors: errors.length, losses }
}

/** Whether a report of pages has anything to say. */
export function speaks({ file }: Checked): boolean {
  return standing(file).length > 0
}

import type { SyntaxTree } from '../syntax/tree.ts'
import { sectionStart, sourceText } from '../syntax/tree.ts'
import type { Edit } from '../text/edit.ts'
import type { Finding, Fix, Message, Severity, Uri } from '../text/finding.ts'
import { type Span, shift } from '../text/span.ts'
import type { Line } from './line.ts'

/** Collects what is wrong with the structure of one document. Spans are absolute. */
export class Report {
  private readonly findings: Finding[] = []

  constructor(
    readonly tree: SyntaxTree,
    private readonly uri: Uri,
    private readonly version: number,
  ) {}

  add(
    rule: string,
    severity: Severity,
    span: Span,
    message: Message,
    fixes: readonly Fix[] = [],
    more: Pick<Finding, 'related' | 'also'> = {},
  ): void {
    this.findings.push({ rule, severity, span, message, fixes, ...more })
  }

  fix(kind: Fix['kind'], title: Message, edits: readonly Edit[]): Fix {
    return { title, kind, edits: [{ uri: this.uri, version: this.version, edits }] }
  }

  related(span: Span, message: Message): NonNullable<Finding['related']>[number] {
    return { uri: this.uri, span, message }
  }

  span({ at }: Line): Span {
    return shift(at.span, sectionStart(this.tree, at.section))
  }

  /** Removes whole lines with their line ends. */
  removal(lines: readonly Line[]): readonly Edit[] {
    return lines.map((line) => {
      const { section, span } = line.at
      const start = sectionStart(this.tree, section)
      const { text } = section
      let from = span.start
      while (from > 0 && !/[\r\n]/.test(text[from - 1] as string)) from--
      let to = span.end
      while (to < text.length && !/[\r\n]/.test(text[to] as string)) to++
      if (text[to] === '\r') to++
      if (text[to] === '\n') to++
      return { span: { start: start + from, end: start + to }, text: '' }
    })
  }

  /** Takes over problems that the parser left on a section. */
  takeSections(): void {
    for (const section of this.tree.sections) {
      if (section.problems.length === 0) continue
      const start = sectionStart(this.tree, section)
      for (const problem of section.problems) this.findings.push(moved(problem, start))
    }
  }

  takeFrontMatter(problems: readonly Finding[]): void {
    for (const problem of problems) this.findings.push(problem)
  }

  sorted(): readonly Finding[] {
    return this.findings
      .map((finding) => this.addressed(finding))
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1))
  }

  /** Problems of the parser know no document: their fixes get its address. */
  private addressed(finding: Finding): Finding {
    if (!finding.fixes.some(({ edits }) => edits.some(({ uri }) => uri === ''))) return finding
    const fixes = finding.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((file) => (file.uri === '' ? { ...file, uri: this.uri, version: this.version } : file)),
    }))
    return { ...finding, fixes }
  }

  get source(): string {
    return sourceText(this.tree)
  }
}

function moved(finding: Finding, by: number): Finding {
  if (by === 0) return finding
  return {
    ...finding,
    span: shift(finding.span, by),
    fixes: finding.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((file) => ({
        ...file,
        edits: file.edits.map((edit) => ({ ...edit, span: shift(edit.span, by) })),
      })),
    })),
    ...(finding.also ? { also: finding.also.map((span) => shift(span, by)) } : {}),
  }
}

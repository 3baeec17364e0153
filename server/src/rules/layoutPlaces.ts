/** From what the typesetter says back to the text. */
import type { GongwenDocument } from '../model/document.ts'
import type { LayoutFacts, SourceRef } from '../model/layoutFacts.ts'
import { allParts } from '../model/traverse.ts'
import { absoluteSpan, sectionStart } from '../syntax/tree.ts'
import type { Uri } from '../text/finding.ts'
import type { Span } from '../text/span.ts'
import { fileName } from '../text/uri.ts'
import { BEGINNING } from './place.ts'

/** The span in the whole text; the start of the text for what stands nowhere in it. */
export function spanOfSource(document: GongwenDocument, source: SourceRef | undefined): Span {
  if (!source) return BEGINNING
  if (source.uri !== document.uri) return spanOfFile(document, source.uri)
  const { tree } = document
  const section = source.section === -1 ? tree.frontMatter : tree.sections[source.section]
  if (!section) return BEGINNING
  const start = sectionStart(tree, section)
  return { start: start + source.span.start, end: start + Math.min(source.span.end, section.text.length) }
}

/** Of what stands in a file that the document takes in: the divider that names the file. */
function spanOfFile(document: GongwenDocument, uri: Uri): Span {
  const part = allParts(document).find(({ file, at }) => file !== undefined && at && fileName(file) === fileName(uri))
  return part?.at ? absoluteSpan(document.tree, part.at) : BEGINNING
}

/** What the typesetter could not set as written, by code; said once for each place, however often a page was tried. */
export function problemsOf(
  document: GongwenDocument,
  problems: LayoutFacts['problems'],
  code: string,
): readonly { readonly span: Span; readonly args: readonly (string | number)[] }[] {
  const told = new Set<string>()
  return problems.flatMap((problem) => {
    if (problem.code !== code) return []
    const span = spanOfSource(document, problem.source)
    const key = `${span.start} ${span.end} ${problem.args[0]}`
    if (told.has(key)) return []
    told.add(key)
    return [{ span, args: problem.args }]
  })
}

/** All places of a name: in its own document, and of a 公文 in all those that cite it. */
import type { GongwenDocument } from '../model/document.ts'
import { summarise } from '../model/summarise.ts'
import type { Summary } from '../model/summary.ts'
import type { Place } from './definition.ts'
import { citedBy, nameAt, placesOf } from './names.ts'

export function references(
  document: GongwenDocument,
  offset: number,
  others: readonly Summary[],
  withDefinition: boolean,
): readonly Place[] {
  const found = nameAt(document, offset, others)
  if (!found) return []
  const { name } = found
  const here = placesOf(name)
    .filter((span) => withDefinition || span !== name.definition)
    .map((span) => ({ uri: document.uri, span }))
  const cited = name.kind === 'title' ? summarise(document) : name.target
  return [...here, ...(cited ? citing(cited, others) : [])]
}

/** Citations of a 公文 in other documents. */
function citing(cited: Summary, others: readonly Summary[]): readonly Place[] {
  return others
    .filter((other) => other.uri !== cited.uri)
    .flatMap((other) =>
      other.cites.flatMap((cite) => (citedBy(cite, [cited]) ? [{ uri: other.uri, span: cite.span }] : [])),
    )
}

/** Where findings stand on the pages, so that a preview can show them as a proofreader would mark them on paper. */
import type { GongwenDocument } from '../model/document.ts'
import { sectionStart } from '../syntax/tree.ts'
import type { Finding } from '../text/finding.ts'
import { placeOf } from './pagePlaces.ts'

/** A finding in the section that it begins in: offsets as printed runs carry them. */
export interface FindingPlace {
  readonly finding: Finding
  /** -1 is the front matter. */
  readonly section: number
  readonly start: number
  /** Behind `start` also for a finding between two characters: a mark of no width would not be seen. */
  readonly end: number
}

export function findingPlaces(document: GongwenDocument, findings: readonly Finding[]): readonly FindingPlace[] {
  return findings.map((finding) => {
    const { section, offset } = placeOf(document, finding.span.start)
    const { tree } = document
    const own = section === -1 ? tree.frontMatter : tree.sections[section]
    const length = own?.text.length ?? 0
    const end = own ? finding.span.end - sectionStart(tree, own) : offset
    return { finding, section, start: offset, end: Math.max(offset + 1, Math.min(end, length)) }
  })
}

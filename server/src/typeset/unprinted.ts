import type { Element } from '../model/document.ts'
import type { LayoutFacts } from '../model/layoutFacts.ts'
import { textOfElement } from '../model/text.ts'
import type { Job } from './job.ts'

/** Elements that are printed where the format has a place for them, by the name under which their place is told. */
const PRINTED_AS: Readonly<Record<string, string>> = {
  copyNumber: 'copyNumber',
  secrecy: 'secrecy',
  urgency: 'urgency',
  docNumber: 'docNumber',
  orderNumber: 'orderNumber',
  issueNumber: 'issueNumber',
  issueDate: 'issueDate',
  signedBy: 'signedByPost',
  signatory: 'signatory',
  note: 'note',
  copyTo: 'copyTo',
  distribution: 'distribution',
  printer: 'printer',
  printDate: 'printDate',
  openness: 'openness',
}

/** Tells of elements that were typed but have no place in the format, as 印发机关 in a 信函 (GB/T 9704—2012 clause 10). */
export function reportUnprinted(job: Job, elements: LayoutFacts['elements']): void {
  const { head, imprint, main, format } = job.document
  if (main.kind === '附件') return
  const printed = new Set(elements.map(({ element }) => element))
  for (const [kind, element] of Object.entries({ ...head, ...imprint })) {
    const name = PRINTED_AS[kind]
    if (name === undefined || printed.has(name) || !isTyped(element)) continue
    job.report('element-unprinted', job.source(element.at), format)
  }
}

function isTyped(element: Element<string, unknown> | undefined): element is Element<string, unknown> {
  return element?.origin === 'frontMatter' && textOfElement(element) !== ''
}

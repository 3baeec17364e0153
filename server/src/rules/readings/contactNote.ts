import type { GongwenDocument } from '../../model/document.ts'
import type { Section } from '../../syntax/tree.ts'
import { factsOf, sectionFacts } from '../engine/sectionFacts.ts'

const mentions = sectionFacts((section: Section) =>
  /联\s{0,2}系\s{0,2}(?:人|电话|方式)/.test(section.text) ? [true] : [],
)

/** Whether a finished text of this 文种 names nobody to ask, neither in the 附注 nor anywhere else. */
export function lacksContact({ genre, main, head, tree }: GongwenDocument, name: string): boolean {
  if (genre?.value !== name || !main.addressee || main.body.length === 0) return false
  if (/联系/.test(String(head.note?.value ?? ''))) return false
  return factsOf(tree, mentions).length === 0
}

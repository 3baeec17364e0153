/** Departments that write to governments below their own (条例 16（2）). */
import type { GongwenDocument } from '../../model/document.ts'
import { isDepartment, isOffice } from '../../profile/organNames.ts'
import type { Section } from '../../syntax/tree.ts'
import { factsOf, sectionFacts } from '../engine/sectionFacts.ts'
import { type NamedOrgan, routingOf } from './routing.ts'
import { isGovernmentBelow } from './standing.ts'

/** A department, and the first of its addressees that is a government below its own. */
export interface Instruction {
  readonly department: NamedOrgan
  readonly government: NamedOrgan
  /** The text says that the own government or Party committee agreed. */
  readonly agreed: boolean
  /** Ministries and the governments of provinces are equals. */
  readonly central: boolean
}

const AGREED =
  /(?:经|受)[^，。；]{0,24}(?:政府|国务院|党委|党组|[省市县区州]委|领导(?:小组)?|党中央|中央)[^，。；]{0,14}(?:同意|批准|授权|审议通过|审定|委托)/

const agreements = sectionFacts((section: Section) => (AGREED.test(section.text) ? [true] : []))

/** Undefined when no department writes to such a government. */
export function instructionOf(document: GongwenDocument): Instruction | undefined {
  const { issuers, addressees } = routingOf(document)
  const [department] = issuers
  // In a joint document a government or a Party committee may lead.
  if (!department || !issuers.every(({ name, organ }) => isDepartment(name) || organ?.kind === '组成部门'))
    return undefined
  if (isOffice(department.name) || document.direction?.value === 'upward') return undefined
  const government = addressees.find(({ name }) => isGovernmentBelow(name, department.name))
  if (!government) return undefined
  const agreed = factsOf(document.tree, agreements).length > 0
  return { department, government, agreed, central: department.organ?.level === '中央' }
}

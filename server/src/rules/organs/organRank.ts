/** How one organ stands to another: by the directory where it knows both, else by what their names say. */
import type { GongwenDocument } from '../../model/document.ts'
import { routingOf } from './routing.ts'

/** From high to low; the lowest that a name contains counts: 某某省某某市人民政府 is a city's. */
const RANKS: readonly RegExp[] = [
  /中共中央|国务院|中央|^国家|^中国|中华人民共和国|全国/,
  /省|自治区/,
  /市|州|盟|地区/,
  /县|区|旗/,
  /乡|镇|街道/,
]

/** 0 for the centre to 4 for a township; undefined where the name does not say. */
export function rankOfName(name: string): number | undefined {
  const plain = name
    .replace(/自治区/g, '省')
    .replace(/自治州/g, '州')
    .replace(/自治县/g, '县')
    .replace(/开发区|新区/g, '')
  const rank = RANKS.findLastIndex((pattern) => pattern.test(plain))
  return rank < 0 ? undefined : rank
}

/** The organ that issues: as given, else what stands before 关于 in the title. */
export function issuerName(document: GongwenDocument): string | undefined {
  return routingOf(document).issuers[0]?.name
}

/** How the first addressee stands to the issuer; undefined where that cannot be known. */
export function addresseeStands(document: GongwenDocument): 'above' | 'equal' | 'below' | undefined {
  const { issuers, addressees, directory } = routingOf(document)
  const [from] = issuers
  const [to] = addressees
  if (!from || !to || /^各/.test(to.name)) return undefined
  if (from.organ && to.organ) {
    if (directory.isBelow(from.organ, to.organ)) return 'above'
    if (directory.isBelow(to.organ, from.organ)) return 'below'
  }
  const [own, other] = [rankOfName(from.name), rankOfName(to.name)]
  if (own === undefined || other === undefined) return undefined
  if (own === other) return areEquals(from.name, to.name) ? 'equal' : undefined
  return other < own ? 'above' : 'below'
}

const GOVERNMENT = /(?:政府|国务院|党委|[省市县区]委)(?:办公[厅室])?$/
const DEPARTMENT = /(?:[局厅署]|委员会)$/

/** At one level a government leads, and a department leads its branches and schools: only two of a kind are equals. */
function areEquals(one: string, other: string): boolean {
  if (one.startsWith(other) || other.startsWith(one)) return false
  if (GOVERNMENT.test(one) || GOVERNMENT.test(other)) return GOVERNMENT.test(one) && GOVERNMENT.test(other)
  return DEPARTMENT.test(one) && DEPARTMENT.test(other)
}

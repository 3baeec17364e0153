/** Who stands above whom: by the directory where it knows both, else by what the names say. */
import type { GongwenDocument } from '../../model/document.ts'
import type { Directory } from '../../profile/directory.ts'
import { governmentOf, isClass, isGovernment, regionOf } from '../../profile/organNames.ts'
import type { Organ } from '../../profile/profile.ts'
import { ORGAN_LEVELS, type OrganLevel } from '../../standard/organLevels.ts'
import { type NamedOrgan, routingOf } from './routing.ts'

/** Words of a name that say its level; the lowest that a name contains counts: 某某省某某市人民政府 is a city's. */
const LEVEL_WORDS: Readonly<Record<OrganLevel, RegExp>> = {
  中央: /中共中央|国务院|中央|^国家|^中国|中华人民共和国|全国/,
  省: /省|自治区/,
  市: /市|州|盟|地区/,
  县: /县|区|旗/,
  乡: /乡|镇|街道/,
}

/** 0 for the centre to 4 for a township; undefined where the name does not say. */
export function rankOfName(name: string): number | undefined {
  const plain = name
    .replace(/自治区/g, '省')
    .replace(/自治州/g, '州')
    .replace(/自治县/g, '县')
    .replace(/开发区|新区/g, '')
  const rank = ORGAN_LEVELS.findLastIndex((level) => LEVEL_WORDS[level].test(plain))
  return rank < 0 ? undefined : rank
}

/** Organs whose rank follows from something else than their government. */
const NEITHER = /法院|检察院|人大|政协|党委|军|企业|公司|学校|事业单位|社会团体|群团|内设|派出|牌子|国家局/

/**
 * How high an organ of the directory stands, 0 for the State Council: a department of a government is one step below it and
 * as high as the governments that are next below. Unknown for what is no government and no department of one.
 */
export function rankOf({ level, kind, name }: Organ): number | undefined {
  if (level === undefined || (kind !== undefined && NEITHER.test(kind))) return undefined
  const step = ORGAN_LEVELS.indexOf(level)
  return isGovernment(name) ? step : step + 1
}

/** Whether two organs are surely not of one rank: a government and its own department, or as the directory says. */
export function areUnequal(one: NamedOrgan, other: NamedOrgan): boolean {
  if (governmentOf(one.name) === other.name || governmentOf(other.name) === one.name) return true
  const ranks = [one, other].map(({ organ }) => organ && rankOf(organ))
  return ranks[0] !== undefined && ranks[1] !== undefined && ranks[0] !== ranks[1]
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

/** Whether a government is one below a department's own, by the words of the names: 各县（市、区）人民政府, 甲县人民政府 for a 市局. */
export function isGovernmentBelow(government: string, department: string): boolean {
  if (!isGovernment(government)) return false
  if (government === governmentOf(department) || /^(?:市|县|省|区)(?:人民)?政府$/.test(government)) return false
  if (isClass(government)) return true
  const own = regionOf(department)?.at(-1)
  const other = regionOf(government)?.at(-1)
  if (own === undefined || other === undefined) return false
  return (/[市州盟]/.test(own) && /[县区旗乡镇]/.test(other)) || (/[省县旗]/.test(own) && /[乡镇]/.test(other))
}

/** No organ has more above it; a directory that runs in circles ends here. */
const DEEPEST = 8

/** The organs between one and an organ above it, from the lowest; none when it is not above. */
export function organsBetween(own: Organ, above: Organ, directory: Directory): readonly Organ[] {
  if (!directory.isBelow(own, above)) return []
  const passed: Organ[] = []
  for (let at = directory.parentOf(own); at && at !== above && passed.length < DEEPEST; at = directory.parentOf(at))
    passed.push(at)
  return passed
}

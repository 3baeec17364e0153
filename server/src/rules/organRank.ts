/** How high an organ stands, read from its name: enough to tell a superior from an equal where no directory is at hand. */
import type { GongwenDocument } from '../model/document.ts'
import { titleText } from './titleMatch.ts'

/** From high to low; the lowest that a name contains counts: 某某省某某市人民政府 is a city's. */
const RANKS: readonly RegExp[] = [
  /中共中央|国务院|中央|^国家|^中国|中华人民共和国|全国/,
  /省|自治区/,
  /市|州|盟|地区/,
  /县|区|旗/,
  /乡|镇|街道/,
]

/** 0 for the centre to 4 for a township; undefined where the name does not say. */
export function rankOf(name: string): number | undefined {
  const plain = name
    .replace(/自治区/g, '省')
    .replace(/自治州/g, '州')
    .replace(/自治县/g, '县')
    .replace(/开发区|新区/g, '')
  const rank = RANKS.findLastIndex((pattern) => pattern.test(plain))
  return rank < 0 ? undefined : rank
}

/** The organ that issues: as given, else what stands before 关于 in the title. */
export function issuerName({ issuers, main }: GongwenDocument): string | undefined {
  if (issuers[0]) return issuers[0].value
  return main.title && /^([^《]{2,40}?)关于/.exec(titleText(main.title))?.[1]
}

/** How the first addressee stands to the issuer; undefined where the names do not say. */
export function addresseeStands(document: GongwenDocument): 'above' | 'equal' | 'below' | undefined {
  const own = issuerName(document)
  const other = document.main.addressee?.value[0]
  const from = own === undefined ? undefined : rankOf(own)
  const to = other === undefined ? undefined : rankOf(other)
  if (from === undefined || to === undefined || /^各/.test(other ?? '')) return undefined
  if (from === to) return isGovernment(own as string) === isGovernment(other as string) ? 'equal' : undefined
  return to < from ? 'above' : 'below'
}

/** A government leads the organs of its own level: only two of a kind are equals. */
function isGovernment(name: string): boolean {
  return /(?:政府|国务院|党委|[省市县区]委)(?:办公[厅室])?$/.test(name)
}

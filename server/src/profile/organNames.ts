/** What the name of an organ says by itself. Names that are not written in full, or not by the rules, say nothing. */

/** `中华人民共和国` and blanks are no part of how an organ is known. */
function bare(name: string): string {
  return name.replace(/[\s\u3000]+/g, '').replace(/^中华人民共和国(?=.{2,})/, '')
}

const REGION =
  /^(?:[^省市县区旗盟州]{1,8}(?:省|自治区|特别行政区))?(?:[^省市县区旗盟州]{1,10}(?:自治州|市|州|盟|地区))?/
/** 社区, 园区 and the like are no 行政区划. */
const DISTRICT =
  /^[^省市县区旗盟州乡镇]{1,8}(?:自治县|县|旗|(?<![社园校景库灾矿林牧战防禁郊辖小])区)(?=.)|^[^省市县区旗盟州乡镇]{1,6}[乡镇](?=人民政府|党委|街道)/

/** The 行政区划 in front of a local organ's name: 某某省某某市 of 某某省某某市教育局. */
export function regionOf(name: string): string | undefined {
  const known = bare(name)
  const upper = REGION.exec(known)?.[0] ?? ''
  const district = DISTRICT.exec(known.slice(upper.length))?.[0] ?? ''
  const region = upper + district
  return region === '' || region === known ? undefined : region
}

/** The government to which a local department belongs: 某某市人民政府 of 某某市教育局; none of a government. */
export function governmentOf(name: string): string | undefined {
  const region = regionOf(name)
  return region && !isGovernment(name) ? `${region}人民政府` : undefined
}

/** 人民政府, in full or short. */
export function isGovernment(name: string): boolean {
  return /(?:人民|[省市县区州旗盟乡镇])政府$/.test(bare(name)) || bare(name) === '国务院'
}

/** 办公厅, 办公室: they may write in the name of their organ (条例 16（2）, 17). */
export function isOffice(name: string): boolean {
  return /办公[厅室]$|政府办$|委办$/.test(bare(name))
}

const DEPARTMENT =
  /(?:局|署|[^公]厅|(?:发展(?:和)?改革|卫生健康|国有资产监督管理|民族(?:宗教)?事务|经济和信息化|住房城乡建设)委(?:员会)?)$/

/** A department of a government, by its last word. Commissions that only coordinate are none. */
export function isDepartment(name: string): boolean {
  return DEPARTMENT.test(bare(name)) && !/(?:分局|支局)$/.test(bare(name))
}

/** 各县（市、区）人民政府, 所属各单位: not an organ, but all of a kind. */
export function isClass(name: string): boolean {
  return /^(?:各|所有|有关|所属|直属|下属|全[省市县区州]各)|^.{0,10}[省市县区厅局委部署院校](?:直|属|内)?(?:属|机关)?各|各(?:部门|单位|部委|直属机构)$/.test(
    name,
  )
}

/**
 * Whether two names call the same organ: written alike, or one is a 规范化简称 of the other. 市教育局 is short for 某某市教育局,
 * 省发展改革委 for 某某省发展和改革委员会.
 */
export function sameOrgan(one: string, other: string): boolean {
  const [short, full] = [bare(one), bare(other)].sort((a, b) => a.length - b.length) as [string, string]
  return short === full || isShortFor(short, full)
}

function isShortFor(short: string, full: string): boolean {
  if (short.length < 2 || lastWord(short) !== lastWord(full)) return false
  const region = regionOf(full)
  const first = short[0]
  const leads = first === full[0] || (region !== undefined && first === region.at(-1))
  return leads && isSubsequence(short.replace(/委$/, '委员会'), full)
}

/** 委员会 and 委, 办公室 and 办 end the same name. */
function lastWord(name: string): string {
  return name
    .replace(/委员会$/, '委')
    .replace(/办公[厅室]$/, '办')
    .at(-1) as string
}

function isSubsequence(short: string, full: string): boolean {
  let at = 0
  for (const character of full) if (character === short[at]) at++
  return at === short.length
}

/** Texts that are often cited still although another has taken their place, with the day from which that one applies. */
export interface Abolished {
  /** Without 中华人民共和国 before it. */
  readonly name: string
  readonly by: string
  /** `YYYY-MM-DD`, the first day without it. */
  readonly since: string
}

const CIVIL_CODE = { by: '中华人民共和国民法典', since: '2021-01-01' }
const FOREIGN_INVESTMENT = { by: '中华人民共和国外商投资法', since: '2020-01-01' }

const ABOLISHED: readonly Abolished[] = [
  // 《党政机关公文处理工作条例》 42
  { name: '国家行政机关公文处理办法', by: '党政机关公文处理工作条例', since: '2012-07-01' },
  { name: '中国共产党机关公文处理条例', by: '党政机关公文处理工作条例', since: '2012-07-01' },
  // GB/T 9704—2012, preface
  { name: '国家行政机关公文格式', by: '党政机关公文格式', since: '2012-07-01' },
  // 《民法典》 1260
  { name: '婚姻法', ...CIVIL_CODE },
  { name: '继承法', ...CIVIL_CODE },
  { name: '民法通则', ...CIVIL_CODE },
  { name: '收养法', ...CIVIL_CODE },
  { name: '担保法', ...CIVIL_CODE },
  { name: '合同法', ...CIVIL_CODE },
  { name: '物权法', ...CIVIL_CODE },
  { name: '侵权责任法', ...CIVIL_CODE },
  { name: '民法总则', ...CIVIL_CODE },
  // 《外商投资法》 42
  { name: '中外合资经营企业法', ...FOREIGN_INVESTMENT },
  { name: '外资企业法', ...FOREIGN_INVESTMENT },
  { name: '中外合作经营企业法', ...FOREIGN_INVESTMENT },
  { name: '行政监察法', by: '中华人民共和国监察法', since: '2018-03-20' },
  { name: '信访条例', by: '信访工作条例', since: '2022-05-01' },
  { name: '城市规划法', by: '中华人民共和国城乡规划法', since: '2008-01-01' },
  { name: '食品卫生法', by: '中华人民共和国食品安全法', since: '2009-06-01' },
  { name: '环境噪声污染防治法', by: '中华人民共和国噪声污染防治法', since: '2022-06-05' },
  { name: '城市房屋拆迁管理条例', by: '国有土地上房屋征收与补偿条例', since: '2011-01-21' },
  { name: '行政复议条例', by: '中华人民共和国行政复议法', since: '1999-10-01' },
  { name: '治安管理处罚条例', by: '中华人民共和国治安管理处罚法', since: '2006-03-01' },
  { name: '工程建设项目招标范围和规模标准规定', by: '必须招标的工程项目规定', since: '2018-06-01' },
  { name: '企业所得税暂行条例', by: '中华人民共和国企业所得税法', since: '2008-01-01' },
  { name: '契税暂行条例', by: '中华人民共和国契税法', since: '2021-09-01' },
  { name: '城市维护建设税暂行条例', by: '中华人民共和国城市维护建设税法', since: '2021-09-01' },
  { name: '印花税暂行条例', by: '中华人民共和国印花税法', since: '2022-07-01' },
  { name: '资源税暂行条例', by: '中华人民共和国资源税法', since: '2020-09-01' },
  { name: '耕地占用税暂行条例', by: '中华人民共和国耕地占用税法', since: '2019-09-01' },
  { name: '车船税暂行条例', by: '中华人民共和国车船税法', since: '2012-01-01' },
  { name: '增值税暂行条例', by: '中华人民共和国增值税法', since: '2026-01-01' },
  { name: '保守国家秘密法实施办法', by: '中华人民共和国保守国家秘密法实施条例', since: '2014-03-01' },
]

const BY_NAME = new Map(ABOLISHED.map((each) => [each.name, each]))

/** What took the place of a text, by the name between 《 and 》. */
export function findAbolished(name: string): Abolished | undefined {
  return BY_NAME.get(name.replace(/^中华人民共和国/, ''))
}

/**
 * Organs of the centre and the governments of the provinces: the base of every directory, which a profile extends.
 * As set up by 《国务院关于机构设置的通知》（国发〔2023〕5号） and the notice on 部委管理的国家局（国发〔2023〕6号）.
 */
import type { OrganLevel } from './organLevels.ts'

/** What is common knowledge of an organ. */
export interface PublicOrgan {
  readonly name: string
  /** 规范化简称 */
  readonly short?: string
  /** Forms that documents of the State Council use among themselves; elsewhere many of them name a local organ. */
  readonly otherShorts?: readonly string[]
  readonly code?: string
  readonly parent?: string
  readonly level: OrganLevel
  readonly kind: string
}

const STATE_COUNCIL = '国务院'

function organs(kind: string, parent: string, entries: readonly (readonly string[])[]): readonly PublicOrgan[] {
  return entries.map(([name = '', short, ...otherShorts]) => ({
    name,
    ...(short ? { short } : {}),
    ...(otherShorts.length > 0 ? { otherShorts } : {}),
    parent,
    level: '中央',
    kind,
  }))
}

/** 组成部门: 26. Full name, 规范化简称 (empty where only the full name is clear to all), other forms. */
const MINISTRIES = organs('组成部门', STATE_COUNCIL, [
  ['外交部'],
  ['国防部'],
  ['国家发展和改革委员会', '国家发展改革委', '发展改革委'],
  ['教育部'],
  ['科学技术部', '科技部'],
  ['工业和信息化部'],
  ['国家民族事务委员会', '国家民委'],
  ['公安部'],
  ['国家安全部', '安全部'],
  ['民政部'],
  ['司法部'],
  ['财政部'],
  ['人力资源和社会保障部', '人力资源社会保障部'],
  ['自然资源部'],
  ['生态环境部'],
  ['住房和城乡建设部', '住房城乡建设部'],
  ['交通运输部'],
  ['水利部'],
  ['农业农村部'],
  ['商务部'],
  ['文化和旅游部'],
  ['国家卫生健康委员会', '国家卫生健康委', '卫生健康委'],
  ['退役军人事务部', '退役军人部'],
  ['应急管理部', '应急部'],
  ['中国人民银行', '人民银行'],
  ['审计署'],
])

const SPECIAL = organs('直属特设机构', STATE_COUNCIL, [['国务院国有资产监督管理委员会', '国务院国资委', '国资委']])

/** 直属机构: 14. */
const DIRECT = organs('直属机构', STATE_COUNCIL, [
  ['海关总署'],
  ['国家税务总局', '税务总局'],
  ['国家市场监督管理总局', '市场监管总局'],
  ['国家金融监督管理总局', '金融监管总局'],
  ['中国证券监督管理委员会', '中国证监会', '证监会'],
  ['国家广播电视总局', '广电总局'],
  ['国家体育总局', '体育总局'],
  ['国家信访局', '', '信访局'],
  ['国家统计局', '', '统计局'],
  ['国家知识产权局', '', '知识产权局'],
  ['国家国际发展合作署', '国际发展合作署'],
  ['国家医疗保障局', '国家医保局', '医保局'],
  ['国务院参事室', '', '参事室'],
  ['国家机关事务管理局', '国管局'],
])

const OFFICES = organs('办事机构', STATE_COUNCIL, [['国务院研究室']])

/** Names that organs of the Party's centre carry beside their own. */
const SECOND_NAMES = organs('加挂牌子', STATE_COUNCIL, [
  ['国务院侨务办公室', '国务院侨办'],
  ['国务院港澳事务办公室', '国务院港澳办', '港澳办'],
  ['国务院台湾事务办公室', '国务院台办', '台办'],
  ['国家互联网信息办公室', '国家网信办', '网信办'],
  ['国务院新闻办公室', '国务院新闻办', '新闻办'],
])

/** 直属事业单位: 7. */
const INSTITUTIONS = organs('直属事业单位', STATE_COUNCIL, [
  ['新华通讯社', '新华社'],
  ['中国科学院', '中科院'],
  ['中国社会科学院', '中国社科院', '社科院'],
  ['中国工程院', '', '工程院'],
  ['国务院发展研究中心', '', '发展研究中心'],
  ['中央广播电视总台', '广电总台'],
  ['中国气象局', '', '气象局'],
])

/** 部委管理的国家局: 17, each with the ministry that it belongs to. */
const BUREAUS = [
  ...organs('国家局', '国家发展和改革委员会', [
    ['国家粮食和物资储备局', '国家粮食和储备局', '粮食和储备局'],
    ['国家能源局', '', '能源局'],
    ['国家数据局', '', '数据局'],
  ]),
  ...organs('国家局', '工业和信息化部', [
    ['国家国防科技工业局', '国家国防科工局', '国防科工局'],
    ['国家烟草专卖局', '国家烟草局', '烟草局'],
  ]),
  ...organs('国家局', '公安部', [['国家移民管理局', '国家移民局', '移民局']]),
  ...organs('国家局', '自然资源部', [['国家林业和草原局', '国家林草局', '林草局']]),
  ...organs('国家局', '交通运输部', [
    ['国家铁路局', '', '铁路局'],
    ['中国民用航空局', '中国民航局', '民航局'],
    ['国家邮政局', '', '邮政局'],
  ]),
  ...organs('国家局', '文化和旅游部', [['国家文物局', '', '文物局']]),
  ...organs('国家局', '国家卫生健康委员会', [
    ['国家中医药管理局', '国家中医药局', '中医药局'],
    ['国家疾病预防控制局', '国家疾控局', '疾控局'],
  ]),
  ...organs('国家局', '应急管理部', [
    ['国家矿山安全监察局', '国家矿山安监局', '矿山安监局'],
    ['国家消防救援局', '', '消防救援局'],
  ]),
  ...organs('国家局', '中国人民银行', [['国家外汇管理局', '国家外汇局', '外汇局']]),
  ...organs('国家局', '国家市场监督管理总局', [['国家药品监督管理局', '国家药监局', '药监局']]),
]

/** The 34 provincial-level regions with their one-character names. For 台湾省 there is no government to list. */
export const PROVINCES: readonly { readonly name: string; readonly sign: string; readonly government?: string }[] = [
  ...(
    [
      ['北京市', '京'],
      ['天津市', '津'],
      ['河北省', '冀'],
      ['山西省', '晋'],
      ['内蒙古自治区', '内蒙古'],
      ['辽宁省', '辽'],
      ['吉林省', '吉'],
      ['黑龙江省', '黑'],
      ['上海市', '沪'],
      ['江苏省', '苏'],
      ['浙江省', '浙'],
      ['安徽省', '皖'],
      ['福建省', '闽'],
      ['江西省', '赣'],
      ['山东省', '鲁'],
      ['河南省', '豫'],
      ['湖北省', '鄂'],
      ['湖南省', '湘'],
      ['广东省', '粤'],
      ['广西壮族自治区', '桂'],
      ['海南省', '琼'],
      ['重庆市', '渝'],
      ['四川省', '川'],
      ['贵州省', '黔'],
      ['云南省', '云'],
      ['西藏自治区', '藏'],
      ['陕西省', '陕'],
      ['甘肃省', '甘'],
      ['青海省', '青'],
      ['宁夏回族自治区', '宁'],
      ['新疆维吾尔自治区', '新'],
    ] as const
  ).map(([name, sign]) => ({ name, sign, government: `${name}人民政府` })),
  { name: '香港特别行政区', sign: '港', government: '香港特别行政区政府' },
  { name: '澳门特别行政区', sign: '澳', government: '澳门特别行政区政府' },
  { name: '台湾省', sign: '台' },
]

const GOVERNMENTS: readonly PublicOrgan[] = PROVINCES.flatMap(({ name, government }): readonly PublicOrgan[] =>
  government
    ? [
        {
          name: government,
          ...(government === `${name}人民政府` ? { short: `${name}政府` } : {}),
          parent: STATE_COUNCIL,
          level: '省',
          kind: '人民政府',
        },
      ]
    : [],
)

/** All organs of the base directory, superiors first. */
export const PUBLIC_ORGANS: readonly PublicOrgan[] = [
  { name: STATE_COUNCIL, otherShorts: ['中华人民共和国国务院'], code: '国', level: '中央', kind: '人民政府' },
  {
    name: '国务院办公厅',
    short: '国办',
    code: '国办',
    parent: STATE_COUNCIL,
    level: '中央',
    kind: '办公厅',
  },
  ...MINISTRIES,
  ...SPECIAL,
  ...DIRECT,
  ...OFFICES,
  ...SECOND_NAMES,
  ...INSTITUTIONS,
  ...BUREAUS,
  ...GOVERNMENTS,
]

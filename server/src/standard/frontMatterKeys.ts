import { nearest } from '../text/nearest.ts'
import { GENRES } from './genres.ts'
import { ANY_LEVEL } from './secrecy.ts'
import { PAPER_URGENCIES } from './urgency.ts'

/** A key of the front matter: one record drives the JSON Schema, completion, hover, the order of `format` and validation. */
export interface FrontMatterKey {
  readonly key: string
  /** Code name of the element of the model. */
  readonly element: string
  /** Where the model keeps it. `option` steers the model and is printed nowhere. */
  readonly place: 'head' | 'imprint' | 'issuers' | 'approvers' | 'option'
  /** Whether a list of texts is accepted beside one text. */
  readonly list: boolean
  /** Only documents of these 格式 have it. */
  readonly formats?: readonly ('命令' | '纪要')[]
  /** The only values it may take. */
  readonly values?: readonly string[]
  /** What its value looks like, as a regular expression over the whole text. Departures are matters for rules. */
  readonly pattern?: string
  /** For people: what it is, where it is printed, when it is needed. */
  readonly description: string
  readonly example: string | readonly string[]
}

const DATE = '[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日'
const HAN_DATE = '[〇一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日'

/** In the order in which `format` writes them: what the document is, head, signature, imprint, how it is read. */
export const FRONT_MATTER_KEYS: readonly FrontMatterKey[] = [
  {
    key: '格式',
    element: 'format',
    place: 'option',
    list: false,
    values: ['文件', '信函', '命令', '纪要'],
    description: '公文格式：文件（通用）、信函、命令（令）、纪要。不写按“文件”排版。',
    example: '信函',
  },
  {
    key: '文种',
    element: 'genre',
    place: 'option',
    list: false,
    values: GENRES.map(({ name }) => name),
    description: '15 种法定文种之一。不写时取标题最后的文种名称；标题不以文种结尾时才需要写。',
    example: '函',
  },
  {
    key: '行文方向',
    element: 'direction',
    place: 'option',
    list: false,
    values: ['上行', '平行', '下行'],
    description: '上行、平行或下行。不写时按文种和主送机关推断；上行文版头标注签发人。',
    example: '上行',
  },
  {
    key: '份号',
    element: 'copyNumber',
    place: 'head',
    list: false,
    pattern: '[0-9]{6}',
    description: '公文印制份数的顺序号，一般 6 位阿拉伯数字，涉密公文应当标注。',
    example: '000001',
  },
  {
    key: '密级',
    element: 'secrecy',
    place: 'head',
    list: false,
    pattern: `(?:${ANY_LEVEL})(?:★(?:[0-9]+年|[0-9]+个月|${DATE}前?|长期))?`,
    description: '密级和保密期限，中间用“★”隔开。',
    example: '机密★1年',
  },
  {
    key: '紧急程度',
    element: 'urgency',
    place: 'head',
    list: false,
    pattern: PAPER_URGENCIES.join('|'),
    description: '特急或加急。',
    example: '特急',
  },
  {
    key: '发文机关',
    element: 'issuer',
    place: 'issuers',
    list: true,
    description: '发文机关全称或规范化简称。联合行文分行列出，主办机关排在最前。',
    example: ['某某市教育局', '某某市财政局'],
  },
  {
    key: '发文机关标志',
    element: 'issuerMark',
    place: 'head',
    list: true,
    description: '红头上的字。不写时由发文机关得出；“主办”只用主办机关名称，“无”不印红头。',
    example: '某某局公告',
  },
  {
    key: '发文字号',
    element: 'docNumber',
    place: 'head',
    list: false,
    pattern: '(?:[^〔〕\\s0-9]+〔[0-9]{4}〕[0-9]*号|第[0-9]+号|[0-9]{4}年第[0-9]+号|〔[0-9]{4}〕[0-9]+号)',
    description: '发文机关代字、年份、发文顺序号。联合行文只写主办机关的；起草时号可以空着：某政发〔2026〕号。',
    example: '某政发〔2026〕12号',
  },
  {
    key: '令号',
    element: 'orderNumber',
    place: 'head',
    list: false,
    formats: ['命令'],
    pattern: '(?:〔[0-9]{4}〕)?第(?:[0-9]+|[一二三四五六七八九十百千零〇]+)号',
    description: '命令（令）的编号，只用于命令格式。',
    example: '第12号',
  },
  {
    key: '期号',
    element: 'issueNumber',
    place: 'head',
    list: false,
    formats: ['纪要'],
    pattern: '(?:第[0-9]+期|[0-9]+|〔[0-9]{4}〕[0-9]+号)',
    description: '纪要的期号，只用于纪要格式。',
    example: '第8期',
  },
  {
    key: '签发人',
    element: 'approver',
    place: 'approvers',
    list: true,
    description: '上行文签发人姓名；联合行文按机关顺序列出各机关签发人。',
    example: '王某某',
  },
  {
    key: '成文日期',
    element: 'issueDate',
    place: 'head',
    list: false,
    pattern: `(?:${DATE}|${HAN_DATE})`,
    description: '会议通过或者负责人签发的日期，联合行文为最后签发机关负责人签发的日期。',
    example: '2026年11月22日',
  },
  {
    key: '署名方式',
    element: 'signatureForm',
    place: 'head',
    list: false,
    values: ['加盖印章', '不加盖印章', '签名章', '无'],
    description: '不写时：命令、议案用签名章，决议、公报、纪要不署名，其余加盖印章。',
    example: '不加盖印章',
  },
  {
    key: '署名',
    element: 'signatory',
    place: 'head',
    list: true,
    description: '发文机关署名。不写时与发文机关相同；用简称署名时才需要写。',
    example: ['市人社局', '市税务局'],
  },
  {
    key: '签署人',
    element: 'signedBy',
    place: 'head',
    list: true,
    description: '签名章的职务和姓名，中间空一格，用于命令和议案；联合发布按机关顺序分行列出。',
    example: '市长 王某某',
  },
  {
    key: '附注',
    element: 'note',
    place: 'head',
    list: true,
    description: '印发传达范围等需要说明的事项，印在成文日期下一行，括号由排版加上。',
    example: '此件公开发布',
  },
  {
    key: '公开方式',
    element: 'openness',
    place: 'imprint',
    list: false,
    values: ['主动公开', '依申请公开', '不予公开'],
    description: '政府信息公开属性，印在版记之上。',
    example: '主动公开',
  },
  {
    key: '主送位置',
    element: 'addresseePlace',
    place: 'option',
    list: false,
    values: ['正文', '版记'],
    description: '主送机关过多、首页不能显示正文时移到版记。不写时自动判断。',
    example: '版记',
  },
  {
    key: '抄送',
    element: 'copyTo',
    place: 'imprint',
    list: true,
    description: '抄送机关。同一类之间用顿号，类与类之间用逗号，句号由排版加上。',
    example: '市委各部门，市人大常委会办公室，市政协办公室。',
  },
  {
    key: '分送',
    element: 'distribution',
    place: 'imprint',
    list: true,
    formats: ['纪要'],
    description: '纪要的分送机关。',
    example: '各参会单位。',
  },
  {
    key: '印发机关',
    element: 'printer',
    place: 'imprint',
    list: false,
    description: '公文的送印机关，一般是办公厅（室）。',
    example: '某某市人民政府办公室',
  },
  {
    key: '印发日期',
    element: 'printDate',
    place: 'imprint',
    list: false,
    pattern: `${DATE}(?:印发)?`,
    description: '公文的送印日期，“印发”二字由排版加上。',
    example: '2026年11月23日',
  },
  {
    key: '出席',
    element: 'attendees',
    place: 'head',
    list: true,
    formats: ['纪要'],
    description: '纪要的出席人员；写在正文末尾更好。',
    example: '王某某、李某某',
  },
  {
    key: '请假',
    element: 'absentees',
    place: 'head',
    list: true,
    formats: ['纪要'],
    description: '纪要的请假人员；写在正文末尾更好。',
    example: '赵某某',
  },
  {
    key: '列席',
    element: 'observers',
    place: 'head',
    list: true,
    formats: ['纪要'],
    description: '纪要的列席人员；写在正文末尾更好。',
    example: '市司法局孙某某',
  },
  {
    key: '段首句',
    element: 'runInSentences',
    place: 'option',
    list: false,
    values: ['自动', '作标题', '不作标题'],
    description: '序数后面的第一句（如“（一）加强领导。”）是否按标题字体排印。不写为自动。',
    example: '不作标题',
  },
  {
    key: '公文标识',
    element: 'identifier',
    place: 'option',
    list: false,
    description: '公文标识，只作元数据，不印出。',
    example: 'GW-2026-0012',
  },
  {
    key: '发布层次',
    element: 'releaseLevel',
    place: 'option',
    list: false,
    description: '发布层次，只作元数据，不印出。',
    example: '此件发至县团级',
  },
]

const BY_KEY = new Map(FRONT_MATTER_KEYS.map((record) => [record.key, record]))

/** Whether documents of a 格式 have the key. */
export function isUsual({ formats }: FrontMatterKey, format: string): boolean {
  return formats?.some((each) => each === format) ?? true
}

/** Undefined for what is no key of the front matter. */
export function findKey(key: string): FrontMatterKey | undefined {
  return BY_KEY.get(key)
}

/** Names that people use for a key, beside slips of the pen. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    文号: '发文字号',
    字号: '发文字号',
    日期: '成文日期',
    单位: '发文机关',
    机关: '发文机关',
    发文单位: '发文机关',
    保密期限: '密级',
    缓急: '紧急程度',
    主题: '文种',
  }),
)

/** The key that was probably meant by an unknown one. */
export function nearestKey(unknown: string): string | undefined {
  const name = unknown.trim().slice(0, 12)
  const keys = FRONT_MATTER_KEYS.map(({ key }) => key)
  return SYNONYMS.get(name) ?? nearest(name, keys)
}

/** Things that are read from the text and are no keys, with what to do instead. */
export const NOT_KEYS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    标题: '标题写在正文第一行，前面加“# ”',
    主送: '主送机关写在标题下面一行，以“：”结尾',
    主送机关: '主送机关写在标题下面一行，以“：”结尾',
    附件说明: '附件说明由“::附件”自动生成，不用写',
    题注: '题注写在标题下面一行，用括号括起来',
    副题: '副标题写在标题下面一行，以“——”开头',
    副标题: '副标题写在标题下面一行，以“——”开头',
  }),
)

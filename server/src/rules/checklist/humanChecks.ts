import type { GongwenDocument } from '../../model/document.ts'
import type { Check } from './check.ts'

/** A check that a program cannot make, and why. */
export interface HumanCheck extends Check {
  /** Name of the check. A rule of the same id sees the plain cases only. */
  readonly row: string
  readonly reason: string
}

const UPWARD = ['请示', '报告']

const isJoint = ({ issuers }: GongwenDocument): boolean => issuers.length > 1
const isSecret = ({ head }: GongwenDocument): boolean => head.secrecy !== undefined
const isDownward = ({ direction }: GongwenDocument): boolean => direction?.value === 'downward'
const isDepartment = ({ issuers }: GongwenDocument): boolean =>
  issuers.some(({ value }) => !/(?:人民政府|办公厅|办公室|委员会)$/.test(value))

/** What is left to whoever checks the 公文 (《党政机关公文处理工作条例》第二十条 and what it refers to). */
export const HUMAN_CHECKS: readonly HumanCheck[] = [
  {
    row: 'need-to-issue',
    group: '行文',
    text: '确有必要行文，理由充分，不是重复发文',
    clause: '《党政机关公文处理工作条例》第十三条、第二十条第（一）项',
    reason: '是否必要取决于工作实际，文字里看不出来',
  },
  {
    row: 'policy-lawful',
    group: '内容',
    text: '内容符合法律法规和上级政策，完整准确体现发文机关意图，与现行公文衔接',
    clause: '《党政机关公文处理工作条例》第二十条第（二）项',
    reason: '要对照法律、政策和领导意图判断',
  },
  {
    row: 'measures-feasible',
    group: '内容',
    text: '提出的政策措施、时限和责任分工切实可行',
    clause: '《党政机关公文处理工作条例》第十九条第（五）项、第二十条第（二）项',
    reason: '要了解实际情况',
    genres: ['通知', '意见', '决定', '通告', '批复', '命令'],
  },
  {
    row: 'cross-dept-countersign',
    group: '行文',
    text: '涉及其他部门、地区职权的事项已经征求意见、协商一致或者会签',
    clause: '《党政机关公文处理工作条例》第十六条第（四）项、第十九条第（六）项',
    reason: '会签记录在公文之外',
  },
  {
    row: 'no-coordination-no-issue',
    group: '行文',
    text: '部门之间没有未协商一致的意见',
    clause: '《党政机关公文处理工作条例》第十六条第（四）项',
    reason: '是否协商一致在公文之外',
    when: isDownward,
  },
  {
    row: 'gov-consent-note',
    group: '行文',
    text: '经政府同意由部门行文的，文中已经注明',
    clause: '《党政机关公文处理工作条例》第十六条第（二）项',
    reason: '是否经过同意要看批示',
    genres: ['通知', '意见'],
    when: isDepartment,
  },
  {
    row: 'dual-leadership-cc',
    group: '行文',
    text: '受双重领导的，已经考虑是否抄送另一个上级机关',
    clause: '《党政机关公文处理工作条例》第十五条第（六）项',
    reason: '“必要时”要由人判断',
    genres: UPWARD,
  },
  {
    row: 'important-downward-cc-superior',
    group: '行文',
    text: '属于重要行文的，已经抄送发文机关的直接上级机关',
    clause: '《党政机关公文处理工作条例》第十六条第（一）项',
    reason: '是否重要要由人判断',
    when: isDownward,
  },
  {
    row: 'cc-overuse',
    group: '行文',
    text: '抄送的都是需要执行或者知晓的机关',
    clause: '《党政机关公文处理工作条例》第九条第（十六）项',
    reason: '谁需要知晓取决于事项',
    when: ({ imprint }) => imprint.copyTo !== undefined,
  },
  {
    row: 'one-matter-judged',
    group: '行文',
    text: '只请示一件事，提出了本机关的倾向性意见',
    clause: '《党政机关公文处理工作条例》第十五条第（三）、（四）项',
    reason: '几件事是不是同一事项要看内容',
    genres: ['请示'],
  },
  {
    row: 'cite-fabricated',
    group: '内容',
    text: '引用的文件确实存在、现行有效，标题、文号、条款与原文核对无误',
    clause: '《党政机关公文处理工作条例》第二十条第（一）、（四）项',
    reason: '要与原文核对；工具只查词表里已经废止的和工作区里的公文',
  },
  {
    row: 'place-exact',
    group: '内容',
    text: '地点首次写全称，跨行政区的写明所属省、市、县',
    clause: '《党政机关公文处理工作条例》第二十条第（四）项',
    reason: '地名是否写全、是否跨区要知道事实',
  },
  {
    row: 'fact-quantity-clear',
    group: '内容',
    text: '数量有主体、口径、单位和时点，与来源核对无误',
    clause: '《党政机关公文处理工作条例》第二十条第（四）项',
    reason: '数字的来源和口径在公文之外',
  },
  {
    row: 'person-order',
    group: '内容',
    text: '人名无误，按职务或者规定的次序排列',
    clause: '《党政机关公文处理工作条例》第二十条第（四）项；公文写作实务',
    reason: '职务高低和排序规定在公文之外',
  },
  {
    row: 'person-title-full',
    group: '内容',
    text: '人物首次出现时职务写全',
    clause: '公文写作实务',
    reason: '认出人名并知道其职务，程序做不到可靠',
  },
  {
    row: 'abbr-overuse',
    group: '文字与数字',
    text: '没有读者看不懂的简称、数字口号，首次出现的已经解释',
    clause: '《党政机关公文处理工作条例》第十九条第（三）项',
    reason: '读者是否懂得不能由程序判断',
  },
  {
    row: 'style-mandatory-strength',
    group: '文字与数字',
    text: '“必须”“应当”“可以”的强度与依据一致',
    clause: '《党政机关公文处理工作条例》第十九条第（一）项',
    reason: '要对照所依据的规定',
    genres: ['通知', '意见', '决定', '通告', '命令', '决议'],
  },
  {
    row: 'date-kind',
    group: '签发与印发',
    text: '成文日期是会议通过或者负责人签发的日期',
    clause: '《党政机关公文处理工作条例》第九条第（十二）项',
    reason: '签发日期在签发记录里',
  },
  {
    row: 'date-joint-last',
    group: '签发与印发',
    text: '成文日期是最后签发机关负责人签发的日期，各机关都已会签',
    clause: '《党政机关公文处理工作条例》第九条第（十二）项',
    reason: '签发日期在各机关的签发记录里',
    when: isJoint,
  },
  {
    row: 'signer-has-power',
    group: '签发与印发',
    text: '由有权的负责人签发；重要公文和上行文由主要负责人签发',
    clause: '《党政机关公文处理工作条例》第二十二条',
    reason: '谁有权签发由机关的分工决定',
  },
  {
    row: 'secrecy-judged',
    group: '签发与印发',
    text: '定密有依据：密级和保密期限经定密责任人确定，没有高定、低定',
    clause: '《中华人民共和国保守国家秘密法》',
    reason: '依据是保密事项范围，在公文之外',
    when: isSecret,
  },
  {
    row: 'secrecy-online-block',
    group: '签发与印发',
    text: '起草、传递和印制都在涉密设备上进行',
    clause: '《党政机关公文处理工作条例》第二十六条',
    reason: '公文不知道自己在什么设备上',
    when: isSecret,
  },
  {
    row: 'secrecy-missed',
    group: '签发与印发',
    text: '没有未标密级的国家秘密；拟公开的已经过保密审查',
    clause: '《中华人民共和国保守国家秘密法》；《中华人民共和国政府信息公开条例》',
    reason: '内容是否涉密要由人审查',
    when: (document) => !isSecret(document),
  },
  {
    row: 'normative-review',
    group: '签发与印发',
    text: '属于行政规范性文件的，已经公开征求意见、合法性审核和集体讨论',
    clause: '《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）',
    reason: '程序的材料在公文之外',
    genres: ['通知', '意见', '决定', '通告'],
  },
  {
    row: 'minutes-agreed',
    group: '内容',
    text: '议定事项与会议记录一致，已请与会各方核对',
    clause: '《党政机关公文处理工作条例》第八条第（十五）项',
    reason: '要与会议记录核对',
    genres: ['纪要'],
  },
  {
    row: 'reply-answers-request',
    group: '内容',
    text: '逐项答复了来文请求的事项，态度明确',
    clause: '公文写作实务',
    reason: '要与来文核对',
    genres: ['批复', '函'],
  },
  {
    row: 'seal-matches',
    group: '签发与印发',
    text: '印章与署名机关相符，端正清晰，压在成文日期上',
    clause: '《党政机关公文处理工作条例》第九条第（十三）项；GB/T 9704—2012 7.3.5',
    reason: '盖在纸上的印章程序看不见（电子印章由 hongtou verify 核对）',
    when: ({ head }) => head.signatureForm?.value === '加盖印章',
  },
]

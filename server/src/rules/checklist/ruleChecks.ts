import type { Check } from './check.ts'

/** A check that rules make: verified when none of them finds anything. */
export interface RuleCheck extends Check {
  /** Groups of rules. */
  readonly groups: readonly string[]
  /** What the rules cannot do without. */
  readonly needs?: 'layout' | 'others'
}

/** What the rules have verified when they find nothing: every group of the catalogue but that of the tool itself. */
export const RULE_CHECKS: readonly RuleCheck[] = [
  {
    group: '文种与格式',
    text: '文种在十五种之列，标题写明事由和文种，没有重叠',
    clause: '《党政机关公文处理工作条例》第八条、第九条第（七）项',
    groups: ['文种与标题'],
  },
  {
    group: '文种与格式',
    text: '发文字号的代字、年份、序号和括号写法规范',
    clause: 'GB/T 9704—2012 7.2.5',
    groups: ['发文字号'],
  },
  {
    group: '文种与格式',
    text: '份号、密级、保密期限、紧急程度、发文机关标志和签发人写法规范',
    clause: '《党政机关公文处理工作条例》第九条第（一）至（三）项；GB/T 9704—2012 7.2',
    groups: ['份号与密级', '版头'],
  },
  {
    group: '文种与格式',
    text: '层次序数依次、连续、写法规范',
    clause: 'GB/T 9704—2012 7.3.3',
    groups: ['层次序数'],
  },
  {
    group: '文种与格式',
    text: '附件说明、附件和正文的提法一致',
    clause: 'GB/T 9704—2012 7.3.4、7.3.7',
    groups: ['附件'],
  },
  {
    group: '文种与格式',
    text: '署名、成文日期、附注和版记写法规范',
    clause: 'GB/T 9704—2012 7.3.5、7.3.6、7.4',
    groups: ['成文日期', '署名', '附注', '版记'],
  },
  {
    group: '文种与格式',
    text: '排出来的版面规范：标题断行、首页、表格、字体',
    clause: 'GB/T 9704—2012 5、7.3.1、7.3.3',
    groups: ['版面'],
    needs: 'layout',
  },
  {
    group: '行文',
    text: '主送、抄送、签发人符合行文方向',
    clause: '《党政机关公文处理工作条例》第十四条至第十七条',
    groups: ['行文规则'],
  },
  {
    group: '行文',
    text: '结语和称谓与文种、行文方向一致',
    clause: '公文写作实务',
    groups: ['结语', '语气', '纪要与命令'],
  },
  {
    group: '文字与数字',
    text: '标点符号用法规范',
    clause: 'GB/T 15834—2011',
    groups: ['标点'],
  },
  {
    group: '文字与数字',
    text: '数字和计量单位用法规范',
    clause: 'GB/T 15835—2011；GB/T 9704—2012 9',
    groups: ['数字', '计量单位'],
  },
  {
    group: '文字与数字',
    text: '没有词表所列的错别字、不当称谓，没有遗留的占位文字',
    clause: '《党政机关公文处理工作条例》第二十条第（四）项',
    groups: ['用语', '慎用语', '篇幅'],
  },
  {
    group: '内容',
    text: '引文的写法规范，所引文件未见已经废止，分项与合计相符',
    clause: '《党政机关公文处理工作条例》第二十条第（四）项',
    groups: ['引用与简称'],
  },
  {
    group: '签发与印发',
    text: '与同一文件夹里的其他公文没有重号、引文矛盾，附件文件齐全',
    clause: '公文处理实务',
    groups: ['跨文件'],
    needs: 'others',
  },
]

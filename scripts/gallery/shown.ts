/** What the page of pictures shows, in the order of the standard. */
export interface Shown {
  readonly name: string
  /** From the root of the project. */
  readonly source: string
  /** Count from 1. */
  readonly pages: readonly number[]
  /** What to look at, with the clause. */
  readonly look: string
  /** Signatures that put seals on it. */
  readonly seals?: number
  /** As in the tables of the conformance cases. */
  readonly options?: readonly string[]
}

export const SHOWN: readonly Shown[] = [
  {
    name: '文件：下行',
    source: 'test/conformance/cases/署名-加盖印章.gw.md',
    pages: [1],
    look: '发文机关标志的上边缘距版心上边缘 35 mm（7.2.4），红线在发文字号之下 4 mm（7.2.7），印章端正、居中下压署名和成文日期（7.3.5.1）。',
    seals: 1,
  },
  {
    name: '版头：份号、密级、紧急程度',
    source: 'test/conformance/cases/版头-份号密级紧急程度.gw.md',
    pages: [1],
    look: '三项自版心左上角起各占一行（7.2.1 至 7.2.3）。',
  },
  {
    name: '文件：上行，一个签发人',
    source: 'test/conformance/cases/上行文-一个签发人.gw.md',
    pages: [1],
    look: '发文字号左空一字，签发人右空一字，两者同行（7.2.5、7.2.6）。',
  },
  {
    name: '文件：上行，三个签发人',
    source: 'test/conformance/cases/上行文-三个签发人.gw.md',
    pages: [1],
    look: '每行两个姓名，发文字号与最后一个签发人同行（7.2.6）。',
  },
  {
    name: '联合行文：两个机关',
    source: 'test/conformance/cases/联合行文-两个机关.gw.md',
    pages: [1],
    look: '机关名称两端对齐，“文件”居右、上下居中（7.2.4）。',
  },
  {
    name: '联合行文：三个机关',
    source: 'test/conformance/cases/联合行文-三个机关.gw.md',
    pages: [1],
    look: '主办机关排列在前（7.2.4）。',
  },
  {
    name: '联合行文：七个机关',
    source: 'test/conformance/cases/联合行文-七个机关.gw.md',
    pages: [1],
    look: '标志缩小，首页仍有正文（7.3.3）。',
  },
  {
    name: '联合行文：只用主办机关标志',
    source: 'test/conformance/cases/印章-三个机关.gw.md',
    pages: [1],
    look: '三个印章排成一行，各压各的署名，互不相交；最后一个压成文日期（7.3.5.1）。',
    seals: 3,
  },
  {
    name: '联合行文：五个机关盖章',
    source: 'test/conformance/cases/印章-五个机关.gw.md',
    pages: [1, 2],
    look: '每行不超过三个印章，两端不超出版心（7.3.5.1）。',
    seals: 5,
  },
  {
    name: '署名：不加盖印章',
    source: 'test/conformance/cases/署名-不加盖印章.gw.md',
    pages: [1],
    look: '署名右空二字，成文日期首字比署名首字右移二字（7.3.5.2）。',
  },
  {
    name: '信函',
    source: 'test/conformance/cases/信函-两页.gw.md',
    pages: [1, 2],
    look: '标志的上边缘距上页边 30 mm，上下两条红色双线长 170 mm，首页没有页码（10.1）。',
  },
  {
    name: '信函：密级',
    source: 'test/conformance/cases/信函-密级.gw.md',
    pages: [1],
    look: '份号、密级、紧急程度顶格，与发文字号都在第一条双线之下（10.1）。',
  },
  {
    name: '命令（令）',
    source: 'test/conformance/cases/命令-签名章.gw.md',
    pages: [1],
    look: '标志的上边缘至版心上边缘 20 mm，签名章右空四字，职务在它左边二字（10.2、7.3.5.3）。',
    seals: 1,
  },
  {
    name: '纪要',
    source: 'test/conformance/cases/纪要.gw.md',
    pages: [1],
    look: '出席、请假、列席人员各起一行，回行与冒号后的首字对齐（10.3）。',
  },
  {
    name: '正文：层次',
    source: 'test/conformance/cases/正文-层次.gw.md',
    pages: [1],
    look: '四层依次用黑体、楷体、仿宋、仿宋（7.3.3）。',
  },
  {
    name: '标题：分行',
    source: 'test/conformance/cases/标题-多行.gw.md',
    pages: [1],
    look: '回行词意完整，排成梯形或者菱形（7.3.1）。',
  },
  {
    name: '附件说明',
    source: 'test/conformance/cases/附件说明-三件.gw.md',
    pages: [1],
    look: '名称回行与上一行名称的首字对齐，后面没有标点（7.3.4）。',
  },
  {
    name: '附件',
    source: 'test/conformance/cases/附件-两件.gw.md',
    pages: [3, 4],
    look: '附件另面编排，“附件”和序号顶格在第一行，标题居中在第三行（7.3.7）。',
  },
  {
    name: '附件：另附',
    source: 'test/conformance/cases/附件-另附.gw.md',
    pages: [1],
    look: '不与正文一起装订的，第一行左上角标发文字号和“附件”（7.3.7）。',
    options: ['另附1'],
  },
  {
    name: '印发件',
    source: 'test/conformance/cases/印发件.gw.md',
    pages: [1, 2],
    look: '印发的文件接在通知之后，不列作附件。',
  },
  {
    name: '版记',
    source: 'test/conformance/cases/版记-抄送回行.gw.md',
    pages: [2],
    look: '首末两条线粗，中间的细，末条与版心下边缘重合；抄送回行与冒号后的首字对齐（7.4）。',
  },
  {
    name: '主送机关移入版记',
    source: 'test/conformance/cases/主送机关-移入版记.gw.md',
    pages: [1, 2],
    look: '主送机关过多时移到抄送之上，中间没有线（7.3.2、7.4.2）。',
  },
  {
    name: '横排表格',
    source: 'test/conformance/cases/表格-横排单页.gw.md',
    pages: [3],
    look: '表头在订口一边，页码位置不变（8）。',
  },
  {
    name: '双面打印',
    source: 'test/conformance/cases/打印-双面.gw.md',
    pages: [1, 2],
    look: '双面页的订口在右，版记在背面（6.3、7.4.1）。',
    options: ['双面'],
  },
  {
    name: '套打',
    source: 'test/conformance/cases/打印-套打.gw.md',
    pages: [1],
    look: '印好的红色部分留空，其余位置不变。',
    options: ['套打'],
  },
  {
    name: '一件完整的通知',
    source: 'examples/通知.gw.md',
    pages: [1, 2, 3, 4],
    look: '正文、附件说明、署名、附件和版记在一件通知里（7.2—7.5）。',
    seals: 1,
  },
  {
    name: '合并了格的表格',
    source: 'test/conformance/cases/表格-合并单元格.gw.md',
    pages: [2],
    look: '两行表头、跨列的小标题行、合计行；数字按小数点对齐（7.3.7）。',
  },
]

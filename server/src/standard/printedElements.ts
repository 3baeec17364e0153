/** How an element of the standard appears on paper, in words, with the clause that says so (GB/T 9704—2012 where only a number stands). */
export interface PrintedElement {
  readonly name: string
  readonly clause: string
  readonly printed: string
}

/** By code name of the element. */
export const PRINTED_ELEMENTS: Readonly<Record<string, PrintedElement>> = {
  copyNumber: { name: '份号', clause: '7.2.1', printed: '版心左上角第一行，3号字，一般6位阿拉伯数字' },
  secrecy: { name: '密级和保密期限', clause: '7.2.2', printed: '版心左上角第二行，3号黑体' },
  urgency: { name: '紧急程度', clause: '7.2.3', printed: '版心左上角，3号黑体，排在份号、密级之下' },
  issuer: { name: '发文机关', clause: '7.2.4、7.3.5', printed: '首页的发文机关标志和正文之后的署名' },
  issuerMark: { name: '发文机关标志', clause: '7.2.4', printed: '居中，红色小标宋，上边缘距版心上边缘35 mm' },
  docNumber: { name: '发文字号', clause: '7.2.5', printed: '发文机关标志下空二行，3号仿宋居中；上行文居左空一字' },
  approver: { name: '签发人', clause: '7.2.6', printed: '与发文字号同一行，居右空一字；“签发人”3号仿宋，姓名3号楷体' },
  title: { name: '标题', clause: '7.3.1', printed: '红色分隔线下空二行，2号小标宋居中，回行词意完整、排列对称' },
  addressee: { name: '主送机关', clause: '7.3.2', printed: '标题下空一行，居左顶格，3号仿宋，末尾用全角冒号' },
  paragraph: { name: '正文', clause: '7.3.3', printed: '3号仿宋，每段左空二字，回行顶格' },
  heading: { name: '层次标题', clause: '7.3.3', printed: '左空二字；第一层黑体，第二层楷体，第三、四层仿宋，均为3号' },
  attachmentNote: { name: '附件说明', clause: '7.3.4', printed: '正文下空一行，左空二字' },
  signatory: { name: '署名', clause: '7.3.5', printed: '成文日期之上；加盖印章的，以成文日期为准居中' },
  issueDate: {
    name: '成文日期',
    clause: '7.3.5.4',
    printed: '阿拉伯数字，年份写全，月、日不编虚位；加盖印章的右空四字',
  },
  signedBy: { name: '签署人', clause: '7.3.5.3', printed: '正文下空二行，职务在签名章左空二字处，签名章右空四字' },
  note: { name: '附注', clause: '7.3.6', printed: '成文日期下一行，左空二字，加圆括号' },
  attachment: {
    name: '附件',
    clause: '7.3.7',
    printed: '另面编排；“附件”和顺序号3号黑体顶格在版心第一行，标题居中在第三行',
  },
  copyTo: { name: '抄送机关', clause: '7.4.2', printed: '版记中印发机关上一行，4号仿宋，左右各空一字' },
  distribution: { name: '分送机关', clause: '10.3', printed: '版记中，编排方法同抄送机关，4号仿宋' },
  printer: { name: '印发机关', clause: '7.4.3', printed: '版记末条分隔线之上，4号仿宋，左空一字' },
  printDate: { name: '印发日期', clause: '7.4.3', printed: '与印发机关同一行，右空一字，后加“印发”二字' },
  openness: { name: '公开方式', clause: '实务', printed: '版记之上' },
  table: { name: '表格', clause: '8', printed: 'A4 纸型表格横排时，页码位置与公文其他页码一致' },
}

/** A requirement that the typesetter meets whatever is typed, so that no rule has to look. */
interface Guaranteed {
  /** Its name in the catalogue. */
  readonly row: string
  readonly text: string
  readonly how: string
  readonly clause: string
}

/** Listed in the catalogue beside the rules, so that nobody misses a rule for them. */
export const GUARANTEED: readonly Guaranteed[] = [
  {
    row: 'header-order',
    text: '版头左上角依次为份号、密级和保密期限、紧急程度',
    how: '三项写在开头信息里，次序由排版决定',
    clause: 'GB/T 9704—2012 7.2.3',
  },
  {
    row: 'attach-new-page',
    text: '附件另面编排，在版记之前',
    how: '每个附件从新的一页排起，版记排在最后一面',
    clause: 'GB/T 9704—2012 7.3.7',
  },
  {
    row: 'punc-line-start',
    text: '点号、后半个引号括号书名号不在行首，前半个不在行末，破折号、省略号不拆开',
    how: '断行时避头尾',
    clause: 'GB/T 15834—2011 5.1.1、5.1.3—5.1.5',
  },
  {
    row: 'punc-connector-line-start',
    text: '连接号、间隔号不在行首',
    how: '断行时避头尾',
    clause: 'GB/T 15834—2011 5.1.6、5.1.7',
  },
  {
    row: 'punc-number-line-split',
    text: '一个数值不拆成两行',
    how: '数字串中间不断行',
    clause: 'GB/T 15835—2011 5.1.7',
  },
]

/** Where a document goes: to superiors, to subordinates, or to organs without subordination. */
export type Direction = 'upward' | 'downward' | 'lateral'

export interface Genre {
  readonly name: string
  /** Absent where the case decides (意见, 纪要) and for documents made public. */
  readonly direction?: Direction
  /** Made public: carries no 主送机关 (条例 8). */
  readonly public: boolean
  /** Its 一、 are clauses, not headings, when a sentence runs on behind them. */
  readonly clauses: boolean
  /** How it is signed when the document does not say: see 署名方式. */
  readonly signature: '加盖印章' | '签名章' | '无'
  /** Names that earlier rules used or that people still use for it. */
  readonly oldNames: readonly string[]
}

/** The fifteen 文种 of 《党政机关公文处理工作条例》 8, in its order. */
export const GENRES: readonly Genre[] = [
  { name: '决议', direction: 'downward', public: true, clauses: true, signature: '无', oldNames: [] },
  { name: '决定', direction: 'downward', public: false, clauses: true, signature: '加盖印章', oldNames: [] },
  { name: '命令', direction: 'downward', public: true, clauses: true, signature: '签名章', oldNames: ['令', '指令'] },
  { name: '公报', public: true, clauses: false, signature: '无', oldNames: [] },
  { name: '公告', public: true, clauses: true, signature: '加盖印章', oldNames: ['布告'] },
  { name: '通告', public: true, clauses: false, signature: '加盖印章', oldNames: [] },
  { name: '意见', public: false, clauses: false, signature: '加盖印章', oldNames: ['指导意见', '指示'] },
  { name: '通知', direction: 'downward', public: false, clauses: false, signature: '加盖印章', oldNames: [] },
  { name: '通报', direction: 'downward', public: false, clauses: false, signature: '加盖印章', oldNames: [] },
  { name: '报告', direction: 'upward', public: false, clauses: false, signature: '加盖印章', oldNames: ['汇报'] },
  { name: '请示', direction: 'upward', public: false, clauses: false, signature: '加盖印章', oldNames: ['申请'] },
  { name: '批复', direction: 'downward', public: false, clauses: true, signature: '加盖印章', oldNames: [] },
  { name: '议案', direction: 'lateral', public: false, clauses: false, signature: '签名章', oldNames: ['提案'] },
  {
    name: '函',
    direction: 'lateral',
    public: false,
    clauses: false,
    signature: '加盖印章',
    oldNames: ['公函', '复函', '便函'],
  },
  { name: '纪要', public: false, clauses: false, signature: '无', oldNames: ['会议纪要'] },
]

const BY_NAME = new Map(GENRES.map((genre) => [genre.name, genre]))
const ENDING = new RegExp(`(?:(${GENRES.map(({ name }) => name).join('|')})|(令))$`)

/** By its name; undefined for what is not among the 文种 of 条例 8. */
export function findGenre(name: string): Genre | undefined {
  return BY_NAME.get(name)
}

/** The 文种 that a title ends with, also 报　告; a 试行 or 征求意见稿 in brackets behind it is passed over. */
export function genreOfTitle(title: string): Genre | undefined {
  const match = ENDING.exec(title.replace(/(?:（[^（）]*）|\([^()]*\))\s*$/, '').replace(/\s+/g, ''))
  return match ? BY_NAME.get(match[1] ?? '命令') : undefined
}

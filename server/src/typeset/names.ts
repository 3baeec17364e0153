import { columnsOf, wordsOf } from '../text/cjk.ts'

/** What is longer is no name: its words are not looked for. */
const LONGEST = 120
/** What stands at the end of a name and is no word of its own. */
const SUFFIX = /^[局厅委办部署院所站会省市县区乡镇村处科室队]$/
/** Words that better begin a line than end one. */
const JOINING = /^[和与及暨]$/

/** Lower is better: lines of even length, none ending with 和. */
const JOINING_COST = 6

/** A name in lines of at most `columns` characters, broken between words into lines of even length. */
export function breakName(name: string, columns: number): readonly string[] {
  const total = columnsOf(name)
  if (total <= columns) return [name]
  const words = name.length > LONGEST ? [...name] : nameWords(name, columns)
  const least = Math.ceil(total / columns)
  for (let count = least; count <= words.length; count++) {
    const broken = evenly(words, count, columns)
    if (broken) return broken
  }
  return words
}

/** The pieces between which a line may end, none longer than a line. */
function nameWords(name: string, columns: number): readonly string[] {
  const words: string[] = []
  for (const { segment } of wordsOf(name)) {
    const before = words.at(-1)
    if (before !== undefined && SUFFIX.test(segment)) words[words.length - 1] = before + segment
    else words.push(segment)
  }
  return words.flatMap((word) => (columnsOf(word) > columns ? [...word] : [word]))
}

interface Broken {
  readonly cost: number
  readonly lines: readonly string[]
}

/** The words in `count` lines of the most even length; undefined where that many do not hold them. */
function evenly(words: readonly string[], count: number, columns: number): readonly string[] | undefined {
  const mean = columnsOf(words.join('')) / count
  // best[to]: the words before `to` in as many lines as have been filled.
  let best: (Broken | undefined)[] = [{ cost: 0, lines: [] }]
  for (let filled = 0; filled < count; filled++) {
    const next: (Broken | undefined)[] = []
    best.forEach((before, from) => {
      if (!before) return
      let line = ''
      for (let to = from + 1; to <= words.length; to++) {
        line += words[to - 1]
        const width = columnsOf(line)
        if (width > columns) return
        const ends = to < words.length && JOINING.test(words[to - 1] as string)
        const cost = before.cost + (width - mean) ** 2 + (ends ? JOINING_COST : 0)
        const standing = next[to]
        if (!standing || cost < standing.cost) next[to] = { cost, lines: [...before.lines, line] }
      }
    })
    best = next
  }
  return best[words.length]?.lines
}

import { TITLE_COLUMNS } from '../standard/layout.ts'
import { columnsOf, isClosing, isOpening, isPoint, wordsOf } from '../text/cjk.ts'

/** What is longer is no title: its words are not looked for. */
const LONGEST = 500

/**
 * Breaks a title into lines of at most 20 characters at word borders; 《》 and the given names stay whole, no line
 * begins with 的, and the lines make a 梯形 or 菱形 (GB/T 9704—2012 7.3.1).
 * @param names organs that are not torn
 */
export function balanceTitle(text: string, names: readonly string[]): readonly string[] {
  const total = columnsOf(text)
  if (total <= TITLE_COLUMNS) return [text]
  if (text.length > LONGEST) return greedy([...text])
  const words = titleWords(text, names)
  const least = Math.ceil(total / TITLE_COLUMNS)
  for (let count = least; count <= least + 2; count++) {
    const best = bestBreak(words, count, names)
    if (best) return best
  }
  return greedy(words)
}

/** What never begins a line: 的, and the last character of names that the dictionary does not know. */
const SUFFIX = /^[的局厅委办部署院所站会省市县区乡镇村法案性化式者员]$/

/** The pieces between which a line may end. */
function titleWords(text: string, names: readonly string[]): readonly string[] {
  const protectedSpans = [...wholeSpans(text, names)].sort((a, b) => a[0] - b[0])
  const words: string[] = []
  for (const { segment, index } of wordsOf(text)) {
    const inside = protectedSpans.some(([from, to]) => index > from && index < to)
    const before = words.at(-1)
    const joined =
      before !== undefined &&
      (inside || SUFFIX.test(segment) || isClosing(segment) || isPoint(segment) || isOpening(before.at(-1) as string))
    if (joined) words[words.length - 1] = before + segment
    else words.push(segment)
  }
  return words
}

function* wholeSpans(text: string, names: readonly string[]): Generator<readonly [number, number]> {
  for (const match of text.matchAll(/《[^《》]{1,18}》|“[^“”]{1,12}”|〔\d+〕[^\s]*号/g))
    yield [match.index, match.index + match[0].length]
  for (const name of names) {
    if (name.length > TITLE_COLUMNS) continue
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) yield [at, at + name.length]
  }
}

function bestBreak(words: readonly string[], count: number, names: readonly string[]): readonly string[] | undefined {
  let best: readonly string[] | undefined
  let bestCost = Number.POSITIVE_INFINITY
  const seek = (from: number, lines: readonly string[]): void => {
    const left = count - lines.length
    if (left === 0) {
      const cost = costOf(lines, names)
      if (cost < bestCost) [best, bestCost] = [lines, cost]
      return
    }
    let line = ''
    for (let to = from; to < words.length; to++) {
      line += words[to]
      if (columnsOf(line) > TITLE_COLUMNS) return
      const rest = words.length - to - 1
      if (rest < left - 1 || (left === 1 && rest > 0)) continue
      seek(to + 1, [...lines, line.trim()])
    }
  }
  if (words.length <= 60) seek(0, [])
  return best
}

/** Lower is better; the weights are a matter of taste, tried on published titles. */
function costOf(lines: readonly string[], names: readonly string[]): number {
  const lengths = lines.map(columnsOf)
  const longest = Math.max(...lengths)
  const shortest = Math.min(...lengths)
  let cost = longest - shortest
  if (longest - shortest < 1) cost += 4
  if (shortest < 5) cost += 8
  for (let i = 1; i < lengths.length - 1; i++) {
    const [before, here, after] = [lengths[i - 1], lengths[i], lengths[i + 1]] as [number, number, number]
    if (here < before && here < after) cost += 10
  }
  lines.slice(0, -1).forEach((line, index) => {
    const next = lines[index + 1] as string
    if (/(?:关于|关于进一步)$/.test(line)) cost += 6
    if (/[和与及或对在将把]$/.test(line)) cost += 5
    if (/^关于/.test(next) && names.some((name) => line.endsWith(name))) cost -= 4
    if (/[、，]$/.test(line)) cost += 1
    const open = line.lastIndexOf('《')
    // Inside a 《》 that is too long for a line, not next to its ends.
    if (open > line.lastIndexOf('》')) cost += line.length - open < 5 || next.indexOf('》') < 4 ? 8 : 4
  })
  return cost
}

function greedy(words: readonly string[]): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    if (line !== '' && columnsOf(line + word) > TITLE_COLUMNS) {
      lines.push(line)
      line = ''
    }
    line += word
    while (columnsOf(line) > TITLE_COLUMNS) {
      lines.push([...line].slice(0, TITLE_COLUMNS).join(''))
      line = [...line].slice(TITLE_COLUMNS).join('')
    }
  }
  if (line !== '') lines.push(line)
  return lines
}

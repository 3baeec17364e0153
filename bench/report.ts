// docs/performance.md: figures, machine, date, and where the time goes.
import { cpus, totalmem } from 'node:os'
import type { Timing } from './measure.ts'
import type { PeerResult } from './peers.ts'

export interface Figure {
  readonly what: string
  readonly timing: Timing
  /** Milliseconds that the median must not exceed. */
  readonly target?: number
  /** Milliseconds that one in a hundred may exceed. */
  readonly target99?: number
  /** Where the time goes. */
  readonly remark?: string
}

export interface Results {
  readonly figures: readonly Figure[]
  /** Whole lint of 1 MB ÷ 20 KB. */
  readonly growth: number | undefined
  /** MB that `hongtou render` of 120 pages holds at most. */
  readonly peak: number | undefined
  readonly linters: readonly PeerResult[] | undefined
  readonly typesetters: readonly PeerResult[] | undefined
  /** How many rules the linter ran. */
  readonly rules: number
  /** Processes that wanted to run before the benchmark began: above the number of processors, figures are too high. */
  readonly load: number
}

/** 1 MB is 50 times 20 KB: more would be growth beyond linear. */
const GROWTH_TARGET = 50
const PEAK_TARGET = 250

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function milliseconds(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(0)
}

/** What is asked of the slowest, before where the time goes. */
function remarks({ timing, target99, remark = '' }: Figure): string {
  if (target99 === undefined) return remark
  const verdict = timing.p99 <= target99 ? '达到' : '**未达到**'
  return `99%：${milliseconds(timing.p99)}（目标 ≤ ${target99}，${verdict}）${remark ? `；${remark}` : ''}`
}

function figureRow(figure: Figure): string {
  const { what, timing, target } = figure
  const verdict = target === undefined ? '' : timing.median <= target ? '达到' : '**未达到**'
  const bound = target === undefined ? '' : `≤ ${target}`
  return row([
    what,
    milliseconds(timing.median),
    milliseconds(timing.p95),
    bound,
    verdict,
    String(timing.runs),
    remarks(figure),
  ])
}

function misses({ figures, growth, peak }: Results): string {
  const missed = figures.filter(({ timing, target }) => target !== undefined && timing.median > target)
  const lines = missed.map(
    ({ what, timing, target = 0, remark }) =>
      `- ${what}：${milliseconds(timing.median)} ms，目标 ${target} ms，是目标的 ${(timing.median / target).toFixed(1)} 倍。${remark ? `时间去处（ms）：${remark}。` : ''}`,
  )
  for (const { what, timing, target99 = Number.POSITIVE_INFINITY } of figures)
    if (timing.p99 > target99) lines.push(`- ${what}，99%：${milliseconds(timing.p99)} ms，目标 ${target99} ms。`)
  if (growth !== undefined && growth > GROWTH_TARGET)
    lines.push(`- 增长：${growth.toFixed(1)} 倍，目标 ${GROWTH_TARGET} 倍以内。`)
  if (peak !== undefined && peak > PEAK_TARGET)
    lines.push(`- 生成 120 页，内存峰值：${peak.toFixed(0)} MB，目标 ${PEAK_TARGET} MB。`)
  return lines.length === 0 ? '全部达到。' : lines.join('\n')
}

/** Ours and others', a column for each text. */
function peerTable(
  peers: readonly PeerResult[],
  figures: readonly Figure[],
  ours: { readonly kind: string; readonly figures: readonly string[]; readonly columns: readonly string[] },
): string {
  const medians = ours.figures.map((name) => figures.find(({ what }) => what === name)?.timing.median)
  const cell = (value: number | undefined): string => (value === undefined ? '失败或超过 120 秒' : milliseconds(value))
  const rows = [{ name: '**红头**', kind: ours.kind, medians }, ...peers]
  return [
    row(['工具', '做什么', ...ours.columns]),
    row(['---', '---', ...ours.columns.map(() => '--:')]),
    ...rows.map(({ name, kind, medians }) => row([name, kind, ...medians.map(cell)])),
  ].join('\n')
}

const LINTING = {
  kind: '公文：解析、建模、全部规则',
  figures: ['全文校对，20 KB', '全文校对，1 MB'],
  columns: ['20 KB', '1 MB'],
}
const PRINTING = {
  kind: '公文：解析、建模、排版、生成 PDF',
  figures: [2, 12, 120].map((pages) => `生成 PDF（热），${pages} 页`),
  columns: ['2 页', '12 页', '120 页'],
}

function comparison({ linters, typesetters, figures }: Results): string {
  if (!linters && !typesetters) return '这次运行装不上同类工具，没有对照。'
  const note =
    '同一次运行、同一份文本；每个工具一个进程，每次都改动一处。它们都不认识公文，做的事各不相同，放在一起只为看清量级。单位：毫秒，中位数。'
  const tables = [
    linters && peerTable(linters, figures, LINTING),
    typesetters && peerTable(typesetters, figures, PRINTING),
  ]
  return [note, ...tables.filter((table) => table !== undefined)].join('\n\n')
}

export function report(results: Results): string {
  const { figures, growth, peak, rules, load } = results
  const machine = `Node ${process.version}，${cpus().length} × ${cpus()[0]?.model.trim()}，${Math.round(totalmem() / 2 ** 30)} GiB 内存，${new Date().toISOString().slice(0, 10)}`
  const busy = load > 0.5 ? `测量开始时机器上另有工作（平均负载 ${load.toFixed(1)}），数字偏高。` : ''
  const growthLine =
    growth === undefined
      ? ''
      : `\n增长：1 MB 的全文校对是 20 KB 的 ${growth.toFixed(1)} 倍（目标 ${GROWTH_TARGET} 倍以内，即不超过线性）。\n`
  const peakLine =
    peak === undefined
      ? ''
      : `\n内存：\`hongtou render\` 生成 120 页，整个进程的峰值 ${peak.toFixed(0)} MB（目标 ${PEAK_TARGET} MB）。\n`
  return `# 性能

由 \`npm run bench\` 写成，不要手改。${machine}。校对用全部 ${rules} 条规则，目标当初按 30 条规则定。${busy}

字节数按 UTF-8 计。文本是编造的公文，约十句里有一句有毛病；每次测量前都改动一处，没有哪个缓存能直接答出结果。单位：毫秒；前三分之一的运行用来预热，不计入。只有同一次运行里的数字可以相比。

| 测什么 | 中位数 | 95% | 目标 | | 次数 | 时间去处 |
| --- | --: | --: | --: | --- | --: | --- |
${figures.map(figureRow).join('\n')}
${growthLine}${peakLine}
## 未达到的目标

${misses(results)}

## 与同类工具对照

${comparison(results)}
`
}

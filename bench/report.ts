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
  readonly peers: readonly PeerResult[] | undefined
  /** How many rules the linter ran. */
  readonly rules: number
  /** Processes that wanted to run before the benchmark began: above the number of processors, figures are too high. */
  readonly load: number
}

/** 1 MB is 50 times 20 KB: more would be growth beyond linear. */
const GROWTH_TARGET = 50

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

function misses(figures: readonly Figure[], growth: number | undefined): string {
  const missed = figures.filter(({ timing, target }) => target !== undefined && timing.median > target)
  const lines = missed.map(
    ({ what, timing, target = 0, remark }) =>
      `- ${what}：${milliseconds(timing.median)} ms，目标 ${target} ms，是目标的 ${(timing.median / target).toFixed(1)} 倍。${remark ? `时间去处（ms）：${remark}。` : ''}`,
  )
  for (const { what, timing, target99 = Number.POSITIVE_INFINITY } of figures)
    if (timing.p99 > target99) lines.push(`- ${what}，99%：${milliseconds(timing.p99)} ms，目标 ${target99} ms。`)
  if (growth !== undefined && growth > GROWTH_TARGET)
    lines.push(`- 增长：${growth.toFixed(1)} 倍，目标 ${GROWTH_TARGET} 倍以内。`)
  return lines.length === 0 ? '全部达到。' : lines.join('\n')
}

function peerTable(peers: readonly PeerResult[], figures: readonly Figure[]): string {
  const ours = ['全文校对，20 KB', '全文校对，1 MB'].map(
    (name) => figures.find(({ what }) => what === name)?.timing.median,
  )
  const cell = (value: number | undefined): string => (value === undefined ? '失败或超过 120 秒' : milliseconds(value))
  const rows = [{ name: '**红头**', kind: '公文：解析、建模、全部规则', medians: ours }, ...peers]
  return [
    row(['工具', '做什么', '20 KB', '1 MB']),
    row(['---', '---', '--:', '--:']),
    ...rows.map(({ name, kind, medians }) => row([name, kind, ...medians.map(cell)])),
  ].join('\n')
}

export function report({ figures, growth, peers, rules, load }: Results): string {
  const machine = `Node ${process.version}，${cpus().length} × ${cpus()[0]?.model.trim()}，${Math.round(totalmem() / 2 ** 30)} GiB 内存，${new Date().toISOString().slice(0, 10)}`
  const busy = load > 0.5 ? `测量开始时机器上另有工作（平均负载 ${load.toFixed(1)}），数字偏高。` : ''
  const growthLine =
    growth === undefined
      ? ''
      : `\n增长：1 MB 的全文校对是 20 KB 的 ${growth.toFixed(1)} 倍（目标 ${GROWTH_TARGET} 倍以内，即不超过线性）。\n`
  const others = peers
    ? `同一次运行、同一份文本；每个工具一个进程，每次都改动一处。它们都不认识公文，做的事各不相同，放在一起只为看清量级。单位：毫秒，中位数。\n\n${peerTable(peers, figures)}`
    : '这次运行装不上同类工具，没有对照。'
  return `# 性能

由 \`npm run bench\` 写成，不要手改。${machine}。校对用全部 ${rules} 条规则，目标当初按 30 条规则定。${busy}

字节数按 UTF-8 计。文本是编造的公文，约十句里有一句有毛病；每次测量前都改动一处，没有哪个缓存能直接答出结果。单位：毫秒；前三分之一的运行用来预热，不计入。只有同一次运行里的数字可以相比。

| 测什么 | 中位数 | 95% | 目标 | | 次数 | 时间去处 |
| --- | --: | --: | --: | --- | --: | --- |
${figures.map(figureRow).join('\n')}
${growthLine}
## 未达到的目标

${misses(figures, growth)}

## 与同类工具对照

${others}
`
}

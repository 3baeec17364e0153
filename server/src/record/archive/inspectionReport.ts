import { formatMessage } from '../../text/message.ts'
import { tableCell } from '../tableCell.ts'
import { type Inspected, PROPERTIES } from './inspected.ts'

/** What a report says of the package as a whole. */
export interface ReportHead {
  /** Name of the package's file. */
  readonly file: string
  /** SHA-256 of it in hex, so that the report belongs to this one. */
  readonly digest: string
  readonly conclusion: string
  readonly version: string
}

/**
 * The 检测报告 of an archive package as a document in the dialect, so that it is set like any other: one table a property,
 * each item with its name in DA/T 70, the result and what it rests on. It bears no time: the same package and the same
 * certificates give the same report.
 */
export function inspectionReport(
  items: readonly Inspected[],
  { file, digest, conclusion, version }: ReportHead,
): string {
  const tables = PROPERTIES.map((property, index) => {
    const rows = items.filter((item) => item.property === property).map(row)
    return `${ORDINALS[index]}、${property}\n\n${[HEADING, RULER, ...rows].join('\n')}\n`
  })
  return [
    '---\n发文机关标志: 无\n署名方式: 无\n---\n',
    '# 归档信息包四性检测报告\n',
    `${[
      // A table without a head: its first row is empty.
      '| | |',
      '|:--:|---|',
      fact('归档信息包', file),
      fact('SHA-256', `${digest.slice(0, 32)}\n${digest.slice(32)}`),
      fact('检测结论', conclusion),
      fact(
        '检测依据',
        `DA/T 70—2018（归档环节），由红头 ${version} 检测。项目后面括号里是标准的名称，没有的是另加的。`,
      ),
    ].join('\n')}\n`,
    ...tables,
    '检测人：　　　　　　　　日期：　　　年　　月　　日\n',
  ].join('\n')
}

const ORDINALS = ['一', '二', '三', '四']
const HEADING = '| 检测项目 | 结果 | 依据 |'
const RULER = '|---|:--:|---|'

function fact(label: string, value: string): string {
  return `| ${tableCell(label)} | ${tableCell(value)} |`
}

function row({ item, standard, evidence, ...result }: Inspected): string {
  const name = `${formatMessage(item)}${standard === undefined ? '' : `（${standard}）`}`
  return `| ${[name, resultOf(result), formatMessage(evidence)].map(tableCell).join(' | ')} |`
}

/** The result of an item in a word. */
export function resultOf({ by, passed, trusted }: Pick<Inspected, 'by' | 'passed' | 'trusted'>): Result {
  if (by !== '自动') return by
  if (!passed) return '不符'
  return trusted === false ? '未信任' : '通过'
}

export type Result = '人工' | '不适用' | '不符' | '未信任' | '通过'

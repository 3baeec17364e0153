import type { Rule, Word } from './handMade.ts'

const mm = (points: number): number => (points * 25.4) / 72

/** 3号 in millimetres, and a cell of the 28 (GB/T 9704—2012 5.2.3). */
const EM = mm(16)
const CELL = 156 / 28

/** Baseline of the nth line of the type area, counted from 1: 22 lines fill it. */
export const lineAt = (n: number): number => 37 + 0.88 * EM + (n - 1) * 10.447

/** ASCII is half as wide as the rest. */
function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + (character < '\x7f' ? 0.5 : 1), 0) * mm(size)
}

/** Pen that makes a text end at `right`, or stand around `centre`. */
export const endingAt = (right: number, text: string, size = 16): number => right - widthOf(text, size)
export const around = (centre: number, text: string, size = 16): number => centre - widthOf(text, size) / 2

const MARK = '某某市人民政府文件'
const TITLE = '某某市人民政府关于加强管理的通知'
const RUNNING = '为认真贯彻落实上级有关部署要求进一步规范各级各部门工作秩'

/** Where the date ends: four characters from the right edge of the type area. */
const DATE_RIGHT = 184 - 4 * CELL
const DATE = '2026年11月22日'
const DATE_X = endingAt(DATE_RIGHT, DATE)
const PRINTED = '2026年11月23日印发'

/**
 * A 通知 of two pages with every element where the standard wants it, as another program would print it. The ink of faces
 * that are not in the file is taken to reach from 0.83 em above to 0.07 em below the baseline.
 */
export const NOTICE: Readonly<Record<string, Word>> = {
  份号: { text: '000001', x: 28, y: lineAt(1) },
  密级: { text: '机密★1年', x: 28, y: lineAt(2), face: '黑体' },
  紧急程度: { text: '特急', x: 28, y: lineAt(3), face: '黑体' },
  标志: { text: MARK, x: around(106, MARK, 42), y: 72 + 0.83 * mm(42), size: 42, face: '小标宋', red: true },
  字号: { text: '某政发〔2026〕12号', x: around(106, '某政发〔2026〕12号'), y: 116 },
  标题: { text: TITLE, x: around(106, TITLE, 22), y: 148.5, size: 22, face: '小标宋' },
  主送: { text: '各县（市、区）人民政府：', x: 28, y: lineAt(13) },
  正文一: { text: RUNNING.slice(0, 26), x: 28 + 2 * CELL, y: lineAt(14), pitch: CELL },
  正文二: { text: '现就有关事项通知如下。', x: 28, y: lineAt(15), pitch: CELL },
  第一层: { text: '一、总体要求', x: 28 + 2 * CELL, y: lineAt(16), face: '黑体' },
  第二层: { text: '（一）明确目标', x: 28 + 2 * CELL, y: lineAt(17), face: '楷体' },
  正文三: { text: RUNNING.slice(0, 26), x: 28 + 2 * CELL, y: lineAt(18), pitch: CELL },
  正文四: { text: RUNNING, x: 28, y: lineAt(19), pitch: CELL },
  正文五: { text: RUNNING, x: 28, y: lineAt(20), pitch: CELL },
  正文六: { text: RUNNING, x: 28, y: lineAt(21), pitch: CELL },
  正文七: { text: RUNNING, x: 28, y: lineAt(22), pitch: CELL },
  页码一: { text: '— 1 —', x: endingAt(184 - mm(14), '— 1 —', 14), y: 269 + 0.36 * mm(14), size: 14, face: '宋体' },
  续文一: { text: RUNNING, x: 28, y: lineAt(1), pitch: CELL, page: 2 },
  续文二: { text: '确保各项任务落到实处。', x: 28, y: lineAt(2), pitch: CELL, page: 2 },
  署名: { text: '某某市人民政府', x: around(DATE_X + widthOf(DATE, 16) / 2, '某某市人民政府'), y: lineAt(5), page: 2 },
  日期: { text: DATE, x: DATE_X, y: lineAt(6), page: 2 },
  附注: { text: '（此件公开发布）', x: 28 + 2 * CELL, y: lineAt(8), page: 2 },
  抄送: { text: '抄送：市委各部门，市人大常委会办公室。', x: 28 + mm(14), y: 250.5, size: 14, page: 2 },
  印发机关: { text: '某某市人民政府办公室', x: 28 + mm(14), y: 259.5, size: 14, page: 2 },
  印发日期: { text: PRINTED, x: endingAt(184 - mm(14), PRINTED, 14), y: 259.5, size: 14, page: 2 },
  页码二: { text: '— 2 —', x: 28 + mm(14), y: 269 + 0.36 * mm(14), size: 14, face: '宋体', page: 2 },
}

export const RULES: Readonly<Record<string, Rule>> = {
  红线: { y: 116 + 0.07 * EM + 4 + 0.2, red: true, weight: 0.4 },
  首条: { y: 245, weight: 0.35, page: 2 },
  中间: { y: 253.5, weight: 0.25, page: 2 },
  末条: { y: 262, weight: 0.35, page: 2 },
}

// Medians of reading a text afresh and after one key, at 20 KB and 1 MB of UTF-8. Run: npx tsx bench/parse.ts
import { parse } from '../server/src/syntax/parse.ts'
import { reparse } from '../server/src/syntax/reparse.ts'

const FRONT = '---\n发文机关: 某某市人民政府\n发文字号: 某政发〔2026〕12号\n成文日期: 2026年11月22日\n---\n\n'
const PART = `# 某某市人民政府关于加强电子公文管理的通知

各县（市、区）人民政府，市政府各部门、各直属机构：

为规范电子公文管理，现就有关事项通知如下：

一、总体要求

（一）统一格式。各单位制发电子公文，应当采用统一的版式文件，做到要素齐全、格式规范、标识清楚，便于交换和归档。

1.版式文件采用国家标准规定的格式，字体、字号、行距和版心按照有关规定执行，不得自行更改。

（二）**加强领导。**各级各部门要提高认识，明确责任分工，把电子公文管理工作纳入重要议事日程，抓好落实。

二、工作安排

各单位应当于2026年12月31日前完成系统改造，并将完成情况书面报送市政府办公室。

`
const TABLE =
  '::附件[重点任务分工表]{横排}\n\n| 序号 | 任务 | 牵头单位 |\n|:--:|---|---|\n| 1 | 系统改造 | 市政府办公室 |\n| 2 | 人员培训 | 市人力资源社会保障局 |\n\n'

function textOf(bytes: number): string {
  let text = FRONT
  for (let part = 0; Buffer.byteLength(text) < bytes; part++) text += part % 10 === 9 ? PART + TABLE : PART
  return text
}

function median(times: number[]): string {
  times.sort((a, b) => a - b)
  return `${(times[times.length >> 1] as number).toFixed(3)} ms`
}

function measure(runs: number, work: () => void): string {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    work()
    times.push(performance.now() - start)
  }
  return median(times.slice(runs >> 2))
}

for (const [name, bytes] of [
  ['20 KB', 20_000],
  ['1 MB', 1_000_000],
] as const) {
  const text = textOf(bytes)
  const place = text.indexOf('现就', text.length >> 1)
  const typed = { span: { start: place, end: place }, text: '字' }
  const removed = { span: { start: place, end: place + 1 }, text: '' }
  let tree = parse(text)
  console.log(`${name} parse    ${measure(40, () => parse(text))}`)
  const pair = measure(400, () => {
    tree = reparse(reparse(tree, typed), removed)
  })
  console.log(`${name} reparse  ${pair} for two keys`)
  const front = { span: { start: 8, end: 8 }, text: '某' }
  const back = { span: { start: 8, end: 9 }, text: '' }
  console.log(
    `${name} reparse  ${measure(400, () => reparse(reparse(tree, front), back))} for two keys in the front matter`,
  )
}

// Documents for the benchmark: invented, the same on every machine, shaped like published ones — plain lines with
// ordinals, no `##`, now and then a table. About one sentence in ten has a fault, so that rules have work to do.

const WHO = [
  '各县（市、区）人民政府',
  '市发展改革委',
  '市财政局',
  '市生态环境局',
  '各街道办事处',
  '市应急管理局',
  '各有关单位',
]
const DOES = ['要认真落实', '要会同有关部门制定', '负责统筹推进', '按照职责分工抓好', '要加快建立健全', '要定期检查']
const WHAT = [
  '供热设施检修计划',
  '安全生产责任制',
  '公共数据资源目录',
  '重点项目建设方案',
  '档案管理制度',
  '应急物资储备办法',
]
const HOW = [
  '确保各项任务按期完成',
  '于2026年12月31日前报市政府',
  '完成率达到95%以上',
  '并将情况向社会公布',
  '切实提高服务质量',
]
const FAULTS = [
  '请于2026年 6月底前上报,逾期不再受理.',
  '完成率要达到60-80%。',
  '“十四五”期间投资约3000万元左右。',
  '按照市政办发[2025]8号文件执行。',
  '有关事项另行通知！',
]
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

const HEAD = `---
发文机关: 某某市人民政府
发文字号: 某政发〔2026〕12号
成文日期: 2026年11月20日
附注: 此件公开发布
抄送: 市委各部门，市人大常委会办公室，市政协办公室。
印发机关: 某某市人民政府办公室
印发日期: 2026年11月20日
---

# 某某市人民政府关于做好城市运行保障工作的通知

各县（市、区）人民政府，市政府各部门：

为做好城市运行保障工作，现就有关事项通知如下：
`

/** A linear congruential generator (Numerical Recipes): the same seed, the same document. */
function chooser(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

function pick(choose: (limit: number) => number, from: readonly string[]): string {
  return from[choose(from.length)] as string
}

function sentence(choose: (limit: number) => number): string {
  if (choose(10) === 0) return pick(choose, FAULTS)
  return `${pick(choose, WHO)}${pick(choose, DOES)}${pick(choose, WHAT)}，${pick(choose, HOW)}。`
}

/** The paragraphs of one 一、 with its （一） and 1. below; a table is one paragraph. */
function chapter(choose: (limit: number) => number, number: number): readonly string[] {
  const paragraphs = [`${NUMERALS[number % 10]}、${pick(choose, DOES)}${pick(choose, WHAT)}`]
  for (let section = 0; section < 3; section++) {
    const text = Array.from({ length: 2 + choose(3) }, () => sentence(choose)).join('')
    paragraphs.push(`（${NUMERALS[section]}）${pick(choose, WHAT).slice(0, 4)}。${text}`)
    if (choose(3) === 0) paragraphs.push(`1.${sentence(choose)}`, `2.${sentence(choose)}`)
    if (choose(12) === 0) {
      paragraphs.push(`| 序号 | 任务 | 牵头单位 |\n|:--:|---|---|\n| 1 | ${pick(choose, WHAT)} | 市财政局 |`)
    }
  }
  return paragraphs
}

/** A document of at least `bytes` of UTF-8, at most one paragraph longer. */
export function documentOfBytes(bytes: number): string {
  const choose = chooser(20261123)
  const encoder = new TextEncoder()
  const pieces = [HEAD]
  let size = encoder.encode(HEAD).length
  for (let number = 0; size < bytes; number++) {
    for (const paragraph of chapter(choose, number)) {
      if (size >= bytes) break
      pieces.push(`\n${paragraph}\n`)
      size += encoder.encode(paragraph).length + 2
    }
  }
  return pieces.join('')
}

/** The text with a short word put into its middle, as a keystroke would; each `index` gives another text. */
export function edited(
  text: string,
  index: number,
): { readonly text: string; readonly at: number; readonly word: string } {
  const at = text.indexOf('。', text.length / 2)
  const word = `第${index}次`
  // Joined, not added: a chain of slices would be flattened by whoever reads it first, and timed there.
  return { text: [text.slice(0, at), word, text.slice(at)].join(''), at, word }
}

/** The text with something new in every sentence: nothing that was made of it before is of use. */
export function rewritten(text: string, index: number): string {
  return text.replaceAll('。', `（${index}）。`)
}

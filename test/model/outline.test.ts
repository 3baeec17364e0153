import assert from 'node:assert/strict'
import { documentOf } from '../support/pipeline.ts'
import { outlineOf } from './support/outline.ts'

function outline(body: string, title = '某某局关于某某的通知', head = ''): readonly string[] {
  return outlineOf(documentOf(`${head}# ${title}\n各学校：\n${body}`).main)
}

describe('levels', () => {
  it('come from the ordinals, with or without #', () => {
    assert.deepEqual(outline('一、总体要求\n## 二、任务\n（一）指导思想\n1.甲\n（1）乙'), [
      'H1 一、总体要求',
      'H1 ## 二、任务',
      'H2 （一）指导思想',
      'H3 1.甲',
      'H4 （1）乙',
    ])
  })

  it('keep a space behind the ordinal out of nothing', () => {
    assert.deepEqual(outline('1. 甲；\n2. 乙。'), ['I3 1. 甲；', 'I3 2. 乙。'])
  })

  it('are items when they are clauses of a list', () => {
    assert.deepEqual(outline('（一）驾驶机动车通行；\n（二）损毁照明，乱堆物品的；'), [
      'I2 （一）驾驶机动车通行；',
      'I2 （二）损毁照明，乱堆物品的；',
    ])
  })

  it('without ordinal need the mark', () => {
    assert.deepEqual(outline('## 领导机构\n领导机构'), ['H- ## 领导机构', 'p 领导机构'])
  })

  it('of a title inside a part have depth 1', () => {
    const { body } = documentOf('# 某局关于某某的通知\n各学校：\n正文。\n# 成员名单\n甲').main
    assert.equal(body[1]?.kind === 'heading' && body[1].depth, 1)
  })
})

describe('run-in first sentence', () => {
  it('is a heading when it is short and has no comma', () => {
    assert.deepEqual(outline('（一）加强领导。各级要重视。'), ['H2 （一）加强领导。|各级要重视。'])
    assert.deepEqual(outline('（一）各级要重视，落实责任。各级要检查。'), [
      'I2 （一）各级要重视，落实责任。各级要检查。',
    ])
    assert.deepEqual(
      outline(`（一）${'甲'.repeat(25)}。各级要检查。`).map((line) => line[0]),
      ['I'],
    )
  })

  it('is a heading alone when its text stands below', () => {
    assert.deepEqual(outline('（一）指导思想。\n以某某为指导，做好工作。'), [
      'H2 （一）指导思想。',
      'p 以某某为指导，做好工作。',
    ])
    assert.deepEqual(outline('（一）同意。\n（二）不同意。'), ['I2 （一）同意。', 'I2 （二）不同意。'])
  })

  it('is no heading among items, whatever stands below', () => {
    assert.deepEqual(outline('一、同意增设。\n二、加强管理。\n请据此办理有关手续。', '某局关于增设站点的函'), [
      'I1 一、同意增设。',
      'I1 二、加强管理。',
      'p 请据此办理有关手续。',
    ])
    assert.deepEqual(outline('一、总体要求\n二、**基本原则。**\n（一）甲乙。\n（二）丙，丁。\n请落实。').slice(2), [
      'I2 （一）甲乙。',
      'I2 （二）丙，丁。',
      'p 请落实。',
    ])
  })

  it('stays a heading among headings', () => {
    assert.deepEqual(outline('一、总体要求。\n统筹推进。\n二、主要任务\n分三步走。\n三、自发布之日起施行。'), [
      'H1 一、总体要求。',
      'p 统筹推进。',
      'H1 二、主要任务',
      'p 分三步走。',
      'I1 三、自发布之日起施行。',
    ])
  })

  it('is decided by the drafter’s mark first', () => {
    assert.deepEqual(outline('（一）**各级要重视，落实责任。**各级要检查。'), [
      'H2 （一）**各级要重视，落实责任。**|各级要检查。',
    ])
  })

  it('is decided by the key next', () => {
    assert.deepEqual(outline('（一）加强领导。各级。', undefined, '---\n段首句: 不作标题\n---\n'), [
      'I2 （一）加强领导。各级。',
    ])
    assert.deepEqual(outline('一、各级要重视，落实。各级。', '某局关于某某的决定', '---\n段首句: 作标题\n---\n'), [
      'H1 一、各级要重视，落实。|各级。',
    ])
  })

  it('is no heading in 文种 whose 一、 are clauses', () => {
    assert.deepEqual(outline('一、同意设立某区。某区范围为甲。', '某政府关于设立某区的批复'), [
      'I1 一、同意设立某区。某区范围为甲。',
    ])
  })
})

describe('statutes', () => {
  const text =
    '::印发[某某办法]\n## 第一章　总则\n第一条　为了某某，制定本办法。\n本办法适用于某某。\n第二条 有下列行为的，处罚：\n（一）甲；\n1.乙；\n第二章　附则\n第三条　本办法自公布之日起施行。'

  it('have chapters, articles, 款, 项 and 目', () => {
    const [part] = documentOf(`# 某局关于印发某某办法的通知\n各学校：\n正文。\n${text}`).issued
    assert.deepEqual(part && outlineOf(part), [
      'H2 ## 第一章　总则',
      'A4 第一条　为了某某，制定本办法。',
      'p 本办法适用于某某。',
      'A4 第二条 有下列行为的，处罚：',
      'I6 （一）甲；',
      'I7 1.乙；',
      'H2 第二章　附则',
      'A4 第三条　本办法自公布之日起施行。',
    ])
  })

  it('quoted in an amending decision are no structure', () => {
    assert.deepEqual(
      outline(
        '一、将第三条修改为：“第三条　甲。\n“（一）乙；\n（二）丙。”\n二、将第五条删去。',
        '某市关于修改某某办法的决定',
      ),
      ['I1 一、将第三条修改为：“第三条　甲。', 'q “（一）乙；', 'q （二）丙。”', 'I1 二、将第五条删去。'],
    )
  })

  it('survive a quotation mark that is never closed', () => {
    assert.deepEqual(outline('所称“某某，是指甲。\n一、任务\n（一）乙；'), [
      'p 所称“某某，是指甲。',
      'H1 一、任务',
      'I2 （一）乙；',
    ])
  })
})

describe('plans', () => {
  it('number 1　1.1　1.1.1 when a part does so throughout', () => {
    const [part] = documentOf(
      '# 某局关于印发某某预案的通知\n各学校：\n正文。\n::印发[某某预案]\n1　总则\n1.1　编制目的\n为了某某。\n1.2　编制依据\n根据某某。\n2　附则',
    ).issued
    assert.deepEqual(part && outlineOf(part), [
      'H1 1　总则',
      'H2 1.1　编制目的',
      'p 为了某某。',
      'H2 1.2　编制依据',
      'p 根据某某。',
      'H1 2　附则',
    ])
  })

  it('are not seen in a line that begins with a number', () => {
    assert.deepEqual(outline('10 月底前完成。\n2026 年再评估。'), ['p 10 月底前完成。', 'p 2026 年再评估。'])
  })
})

describe('other blocks', () => {
  it('are closings, breaks, contents, figures and verbatim lines', () => {
    assert.deepEqual(outline('特此通知。\n::分页\n::目录\n![图1　流程](流程.png)\n:::原样\n　　甲　乙\n:::\n'), [
      'c 特此通知。',
      'break',
      'contents',
      'figure',
      'verbatim',
    ])
  })

  it('keep the blanks of 原样 lines', () => {
    const { body } = documentOf('# 某局关于某某的通知\n各学校：\n:::原样\n　　甲　乙\n丙\n:::\n').main
    const [block] = body
    assert.ok(block?.kind === 'verbatim')
    assert.deepEqual(
      block.inline.map(({ at }) => block.at.section.text.slice(at.start, at.end)),
      ['　　甲　乙\n', '丙'],
    )
  })

  it('take a pasted list of contents out of the structure', () => {
    assert.deepEqual(outline('目录\n一、总则 1\n二、任务……3\n一、总则\n正文。\n二、任务\n正文。'), [
      'contents',
      'H1 一、总则',
      'p 正文。',
      'H1 二、任务',
      'p 正文。',
    ])
  })

  it('keep what stands in a 横排 box turned', () => {
    const { body } = documentOf(
      '# 某局关于某某的通知\n各学校：\n:::横排\n单位：万元\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n:::\n',
    ).main
    assert.ok(body[0]?.kind === 'table' && body[0].landscape && body[0].unit?.value === '单位：万元')
  })
})

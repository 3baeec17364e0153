import assert from 'node:assert/strict'
import { allParts } from '../../server/src/model/traverse.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { documentOf } from '../support/pipeline.ts'
import { outlineOf } from './support/outline.ts'

const HEAD =
  '---\n发文机关: 某某市教育局\n成文日期: 2026年9月4日\n---\n\n# 某某市教育局关于做好某某工作的通知\n各学校：\n正文。\n'

function rules(text: string): readonly string[] {
  return documentOf(text).problems.map(({ rule }) => rule)
}

/** The text after the first fix of the given rule. */
function fixed(text: string, rule: string): string {
  const fix = documentOf(text).problems.find((problem) => problem.rule === rule)?.fixes[0]
  assert.ok(fix, `no fix for ${rule}`)
  return applyEdits(
    text,
    fix.edits.flatMap(({ edits }) => edits),
  )
}

describe('parts', () => {
  it('belong to the text before them, numbered per owner', () => {
    const document = documentOf(
      `${HEAD}::附件[甲表]{横排}\n甲。\n::附件[乙表]\n乙。\n::印发[某某办法]\n第一条　某某。\n::附件[丙表]\n丙。`,
    )
    assert.deepEqual(
      allParts(document).map(({ kind, label, title, landscape }) => [
        kind,
        label?.value,
        title?.value.join(''),
        landscape,
      ]),
      [
        ['正文', undefined, '某某市教育局关于做好某某工作的通知', undefined],
        ['附件', 1, '甲表', true],
        ['附件', 2, '乙表', undefined],
        ['印发', undefined, '某某办法', undefined],
        ['附件', null, '丙表', undefined],
      ],
    )
    assert.deepEqual(document.problems, [])
  })

  it('may lie in other files or be 另附', () => {
    const [first, second] = documentOf(`${HEAD}::附件[清单]{文件=清单.gw.md}\n::附件[名单]{另附 文件="名 单.xlsx"}\n`)
      .main.attachments
    assert.deepEqual(
      [first?.file, first?.external, second?.file, second?.external],
      ['清单.gw.md', false, '名 单.xlsx', true],
    )
    assert.deepEqual(rules(`${HEAD}::附件[名单]{另附}\n张某某\n`), ['model-external-text'])
  })

  it('are taken from files in the dialect', () => {
    assert.deepEqual(rules(`${HEAD}::附件[清单]{文件=清单.gw.md}\n`), [])
  })

  it('are not taken from other files: that is an error, and 另附 mends it', () => {
    const text = `${HEAD}::附件[清单]{横排 文件=清单.docx}\n`
    const [problem, ...more] = documentOf(text).problems
    assert.deepEqual([problem?.rule, problem?.severity, more.length], ['model-attachment-file', 'error', 0])
    const mended = applyEdits(text, problem?.fixes[0]?.edits[0]?.edits ?? [])
    assert.equal(mended, `${HEAD}::附件[清单]{另附 横排 文件=清单.docx}\n`)
    assert.deepEqual(rules(mended), [])
  })

  it('take their title from # lines below the divider', () => {
    const [part] = documentOf(`${HEAD}::附件\n# 某某协调委员会\n# 组建方案\n一、职能\n`).main.attachments
    assert.deepEqual(part?.title?.value, ['某某协调委员会', '组建方案'])
    assert.deepEqual(rules(`${HEAD}::附件[某某方案]\n# 某某办法\n甲。`), ['model-title-differs'])
    assert.deepEqual(rules(`${HEAD}::附件\n甲要按时报送，乙要检查。`), ['model-part-unnamed'])
  })

  it('may carry their own 主送, 署名 and date', () => {
    const [part] = documentOf(
      `${HEAD}::印发[某局关于某某的报告]\n市人民政府：\n现将有关情况报告如下。\n某某市某局\n2026年8月1日\n`,
    ).issued
    assert.deepEqual(part?.addressee?.value, ['市人民政府'])
    assert.deepEqual(
      part?.signature?.map(({ kind, value }) => [kind, value]),
      [
        ['signatory', '某某市某局'],
        ['issueDate', '2026年8月1日'],
      ],
    )
    assert.deepEqual(part && outlineOf(part), ['p 现将有关情况报告如下。'])
  })
})

describe('pasted derivable lines', () => {
  const PASTED = `${HEAD}某某市教育局\n2026年9月4日\n（此件公开发布）\n抄送：省教育厅。\n某某市教育局办公室　2026年9月7日印发\n`

  it('are kept out of the body, compared, and offered for removal', () => {
    const document = documentOf(`${HEAD}某某市教育局\n2026年9月4日\n`)
    assert.deepEqual(outlineOf(document.main), ['p 正文。'])
    assert.deepEqual(
      document.problems.map(({ rule, severity }) => [rule, severity]),
      [
        ['model-pasted-repeated', 'hint'],
        ['model-pasted-repeated', 'hint'],
      ],
    )
  })

  it('that no key says yet are printed from the text, and move to the front matter', () => {
    const { head, imprint } = documentOf(PASTED)
    assert.deepEqual(head.note?.value, ['此件公开发布'])
    assert.deepEqual(
      [imprint.copyTo?.value, imprint.printer?.value, imprint.printDate?.value],
      [['省教育厅。'], '某某市教育局办公室', '2026年9月7日'],
    )
    const moved = fixed(PASTED, 'model-pasted-element')
    assert.match(
      moved,
      /^附注: 此件公开发布\n抄送: 省教育厅。\n印发机关: 某某市教育局办公室\n印发日期: 2026年9月7日\n---$/m,
    )
    const again = documentOf(moved)
    assert.deepEqual(again.head.note?.value, ['此件公开发布'])
    assert.equal(again.imprint.copyTo?.origin, 'frontMatter')
  })

  it('that differ are reported, and the key wins', () => {
    const document = documentOf(`${HEAD}某某市教育局\n2026年9月5日\n`)
    assert.equal(document.head.issueDate?.value, '2026年9月4日')
    assert.ok(document.problems.some(({ rule, severity }) => rule === 'model-pasted-differs' && severity === 'warning'))
  })

  it('make a front matter where there is none', () => {
    const text = '# 某局关于某某的通知\n各学校：\n正文。\n某某市某局\n2026年9月4日\n'
    assert.equal(
      fixed(text, 'model-pasted-element'),
      '---\n署名: 某某市某局\n成文日期: 2026年9月4日\n---\n\n# 某局关于某某的通知\n各学校：\n正文。\n',
    )
    assert.deepEqual(
      documentOf(text).issuers.map(({ value, origin }) => [value, origin]),
      [['某某市某局', 'derived']],
    )
  })

  it('of a joint issue are several names, of a long name one', () => {
    const joint = documentOf('# 关于某某的通知\n各单位：\n正文。\n某某市教育局\n某某市财政局\n2026年9月4日\n')
    assert.deepEqual(joint.head.signatory?.value, ['某某市教育局', '某某市财政局'])
    const glued = documentOf('# 关于某某的通知\n各单位：\n正文。\n某某市教育局2026年9月4日\n')
    assert.deepEqual([glued.head.signatory?.value, glued.head.issueDate?.value], [['某某市教育局'], '2026年9月4日'])
  })

  it('of an order are post and name', () => {
    const { head, format } = documentOf(
      '某某市人民政府令\n第12号\n《某某办法》已经通过，现予公布。\n市　长 王某某\n2026年5月8日\n',
    )
    assert.deepEqual(
      [format, head.orderNumber?.value, head.signedBy?.value, head.issueDate?.value],
      ['命令', '第12号', ['市长 王某某'], '2026年5月8日'],
    )
  })

  it('that are page numbers stay out of the body', () => {
    const document = documentOf(`${HEAD}— 1 —\n后文。\n`)
    assert.deepEqual(outlineOf(document.main), ['p 正文。', 'p 后文。'])
    assert.equal(document.problems.length, 1)
  })
})

describe('a typed 附件说明', () => {
  it('that agrees with the attachments is only too much', () => {
    const text = `${HEAD}附件：1.甲表\n2.乙表\n\n::附件[甲表]\n甲。\n::附件[乙表]\n乙。\n`
    assert.deepEqual(rules(text), ['model-pasted-attachment-note'])
    assert.doesNotMatch(fixed(text, 'model-pasted-attachment-note'), /附件：/)
    assert.deepEqual(outlineOf(documentOf(text).main), ['p 正文。'])
  })

  it('that disagrees is reported', () => {
    assert.deepEqual(rules(`${HEAD}附件：甲单\n\n::附件[甲表]\n甲。\n`), ['model-attachment-note-differs'])
  })

  it('without attachments is still printed, as 另附', () => {
    const document = documentOf(`${HEAD}附件：\n1.甲表.xls\n2.一个很长的\n名称\n`)
    assert.deepEqual(
      document.main.attachments.map(({ title, external }) => [title?.value, external]),
      [
        [['甲表.xls'], true],
        [['一个很长的名称'], true],
      ],
    )
    assert.deepEqual(
      document.problems.map(({ rule }) => rule),
      ['model-attachment-missing'],
    )
  })

  it('in the middle of the text is text', () => {
    assert.deepEqual(outlineOf(documentOf(`${HEAD}附件：某某表。\n后文要继续，不得中断。\n`).main), [
      'p 正文。',
      'p 附件：某某表。',
      'p 后文要继续，不得中断。',
    ])
  })
})

describe('pasted text behind the signature', () => {
  const text =
    '# 某某市教育局关于印发《某某办法》的通知\n各学校：\n现印发给你们。\n某某市教育局\n2026年9月4日\n某某办法\n第一条　为了某某。\n附件1\n甲表\n甲。\n附件2\n乙表\n乙。\n'

  it('is the issued text with its attachments', () => {
    const document = documentOf(text)
    assert.deepEqual(
      allParts(document).map(({ kind, label, title }) => [kind, label?.value, title?.value.join('')]),
      [
        ['正文', undefined, '某某市教育局关于印发《某某办法》的通知'],
        ['印发', undefined, '某某办法'],
        ['附件', 1, '甲表'],
        ['附件', 2, '乙表'],
      ],
    )
  })

  it('gets its dividers by fixes', () => {
    const document = documentOf(text)
    const edits = document.problems
      .filter(({ rule }) => rule === 'model-divider-missing')
      .flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits.flatMap((file) => file.edits)))
    assert.match(
      applyEdits(text, edits),
      /\n::印发\n# 某某办法\n第一条　为了某某。\n::附件\n# 甲表\n甲。\n::附件\n# 乙表\n/,
    )
  })
})

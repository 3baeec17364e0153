import assert from 'node:assert/strict'
import fc from 'fast-check'
import { KEEPS_NOTE, type PlainTextReading, readPlainText } from '../../server/src/model/plainText.ts'
import { plainText } from '../../server/src/model/text.ts'
import { needCorpus, readCorpus } from '../support/corpus.ts'
import { documentOf } from '../support/pipeline.ts'

const BLANK = /[\s\u3000\u00a0\ufeff\u200b\u0085]/

/** The characters of the input in the order in which they stand behind the front matter of the text. */
function bodyOf({ text, origin }: PlainTextReading): readonly number[] {
  const start = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0].length ?? 0
  const found: number[] = []
  for (let at = start; at < text.length; at++) {
    const place = origin({ start: at, end: at + 1 })
    if (place.end > place.start) found.push(place.start)
  }
  return found
}

/** Nothing is lost: every character is in the body, once and in order, or in an account, or blank. */
function assertKept(input: string): void {
  const reading = readPlainText(input)
  const body = bodyOf(reading)
  for (const [index, at] of body.entries()) if (index > 0) assert.ok(at > (body[index - 1] as number), 'in order')
  const accounted = new Set(body)
  for (const { span, name } of reading.accounts) {
    assert.notEqual(name, '')
    if (name === '附件说明') assertNamed(input.slice(span.start, span.end), reading.text)
    for (let at = span.start; at < span.end; at++) accounted.add(at)
  }
  for (let at = 0; at < input.length; at++) {
    if (!BLANK.test(input[at] as string)) assert.ok(accounted.has(at), `lost at ${at}: ${input.slice(at, at + 20)}`)
  }
}

/** A 附件说明 is derived from the names of the attachments: its line may go only when they say the same. */
function assertNamed(line: string, text: string): void {
  const name = line
    .replace(/^附件?\s*[0-9０-９]*\s*[：:.．、]?\s*(?:[0-9０-９]{1,2}\s*[.．、]\s*)?/, '')
    .replace(/^[0-9０-９]{1,2}\s*[.．、]\s*/, '')
  const bare = (said: string) => said.replace(/[\s\\#]/g, '')
  assert.ok(bare(text).includes(bare(name)), `no attachment is called ${name}`)
}

function accountsOf(input: string): readonly string[] {
  return readPlainText(input).accounts.map(({ name, span }) => `${name}=${input.slice(span.start, span.end)}`)
}

const WHOLE = [
  '000012',
  '机密★1年　　特急',
  '某某市人民政府文件',
  '某政发〔2026〕28号　　　　签发人：张某某　李某某',
  '————————————',
  '',
  '某某市人民政府',
  '关于做好防汛工作的通知',
  '各县（市、区）人民政府，市政府各部门：',
  '　　为做好防汛工作，现通知如下：',
  '　　一、加强领导',
  '# 号码牌由各单位*自备*。',
  '　　附件：1.责任清单',
  '　　　　　2.联络表',
  '　　　　某某市人民政府',
  '　　　　2026年3月5日',
  '（此件公开发布）',
  '附件1',
  '责任清单',
  '甲负责。',
  '附件2',
  '联络表',
  '乙负责。',
  '抄送：市委各部门，市人大常委会办公室。',
  '某某市人民政府办公室　　　2026年3月6日印发',
  '',
].join('\n')

describe('a plain text', () => {
  it('becomes front matter, title, body and attachments', () => {
    const { text } = readPlainText(WHOLE)
    assert.equal(
      text,
      [
        '---',
        '份号: 000012',
        '密级: 机密★1年',
        '紧急程度: 特急',
        '发文机关标志: 某某市人民政府文件',
        '发文字号: 某政发〔2026〕28号',
        '签发人:',
        '  - 张某某',
        '  - 李某某',
        '署名: 某某市人民政府',
        '成文日期: 2026年3月5日',
        '附注: 此件公开发布',
        '抄送: 市委各部门，市人大常委会办公室。',
        '印发机关: 某某市人民政府办公室',
        '印发日期: 2026年3月6日',
        '---',
        '',
        '# 某某市人民政府',
        '',
        '# 关于做好防汛工作的通知',
        '',
        '各县（市、区）人民政府，市政府各部门：',
        '',
        '为做好防汛工作，现通知如下：',
        '',
        '一、加强领导',
        '',
        '\\# 号码牌由各单位*自备*。',
        '',
        '::附件',
        '',
        '# 责任清单',
        '',
        '甲负责。',
        '',
        '::附件',
        '',
        '# 联络表',
        '',
        '乙负责。',
        '',
      ].join('\n'),
    )
    const document = documentOf(text)
    assert.deepEqual(document.main.title?.value, ['某某市人民政府', '关于做好防汛工作的通知'])
    assert.deepEqual(
      document.main.attachments.map(({ title }) => title?.value),
      [['责任清单'], ['联络表']],
    )
    assert.deepEqual(
      document.problems.filter(({ rule }) => rule.startsWith('model-')).map(({ rule }) => rule),
      [],
    )
  })

  it('accounts for what stands in the front matter and for what is derived', () => {
    assert.deepEqual(accountsOf(WHOLE), [
      '份号=000012',
      '密级、紧急程度=机密★1年　　特急',
      '发文机关标志=某某市人民政府文件',
      '发文字号、签发人=某政发〔2026〕28号　　　　签发人：张某某　李某某',
      '分隔线=————————————',
      '附件说明=附件：1.责任清单',
      '附件说明=2.联络表',
      '署名=某某市人民政府',
      '成文日期=2026年3月5日',
      '附注=（此件公开发布）',
      '附件标识=附件1',
      '附件标识=附件2',
      '抄送=抄送：市委各部门，市人大常委会办公室。',
      '印发机关、印发日期=某某市人民政府办公室　　　2026年3月6日印发',
    ])
  })

  it('tells where in the input a value of the front matter and a word of the body stood', () => {
    const { text, origin } = readPlainText(WHOLE)
    for (const word of ['某政发〔2026〕28号', '2026年3月5日', '李某某', '现通知如下', '责任清单']) {
      const start = text.lastIndexOf(word)
      const place = origin({ start, end: start + word.length })
      assert.equal(WHOLE.slice(place.start, place.end), word)
    }
  })

  it('has its number below the title as well as above', () => {
    const { text } = readPlainText('关于做好防汛工作的通知\n某政发〔2026〕28号\n各县人民政府：\n请遵照执行。\n')
    assert.match(text, /^---\n发文字号: 某政发〔2026〕28号\n---\n\n# 关于做好防汛工作的通知\n\n各县人民政府：/)
  })

  it('keeps attachments of the 公文 before the text that it issues, and the text of an attachment below its label', () => {
    const { text } = readPlainText(
      [
        '某某镇关于印发《某某工作方案》的通知',
        '各社区：',
        '现将方案印发给你们。',
        '附件：1.联络表',
        '2.责任清单',
        '某某镇人民政府',
        '2026年3月5日',
        '某某工作方案',
        '一、目标',
        '附件：节目单',
        '附件：',
        '节目单',
        '序号',
        '节目名称',
        '',
      ].join('\n'),
    )
    const { main, issued } = documentOf(text)
    const names = (part: typeof main) => part.attachments.map(({ title }) => title?.value.join(''))
    assert.deepEqual(names(main), ['联络表', '责任清单'])
    assert.deepEqual(issued.map(names), [['节目单']])
    assert.equal(issued[0]?.attachments[0]?.body.length, 2)
  })

  const NOTICE = ['关于报送计划的通知', '各单位：', '请按时报送。'].join('\n')

  it('keeps a typed 附件说明 where its spelling is to be checked', () => {
    const typed = `${NOTICE}\n附件：1、计划表；2、说明。\n某某市财政局\n2026年3月5日\n`
    assert.match(readPlainText(typed, KEEPS_NOTE).text, /\n附件：1、计划表；2、说明。\n/)
    assert.doesNotMatch(readPlainText(typed).text, /附件：1、/)
  })

  it('has elements of the head that are mistyped, for rules to mend', () => {
    const { text } = readPlainText(`000012\n火急\n某政发〔26〕第5号\n${NOTICE}\n`)
    assert.match(text, /^---\n份号: "?000012"?\n紧急程度: 火急\n发文字号: 某政发〔26〕第5号\n---\n/)
  })

  it('ends with a date that writes 号, and with one that has no 署名 but an 附注 below', () => {
    assert.match(readPlainText(`${NOTICE}\n某某市财政局\n2026年3月5号\n`).text, /成文日期: 2026年3月5号/)
    const issued = '某某市工作方案\n一、目标\n二、任务\n'
    assert.match(readPlainText(`${NOTICE}\n2026年3月5日\n（此件公开发布）\n${issued}`).text, /成文日期: 2026年3月5日/)
    assert.doesNotMatch(readPlainText(`${NOTICE}\n2026年3月5日\n各单位于次日开始。\n`).text, /成文日期/)
  })

  it('has an attachment of the name that the 附件说明 gives, 副题 included or not', () => {
    for (const name of ['企业名单（共2家）', '企业名单']) {
      const { text } = readPlainText(
        `${NOTICE}\n附件：${name}\n某某市财政局\n2026年3月5日\n附件\n企业名单\n（共2家）\n1.甲公司\n2.乙公司\n`,
      )
      const { main, problems } = documentOf(text)
      assert.equal(main.attachments.length, 1, name)
      assert.deepEqual(
        problems.filter(({ rule }) => rule === 'model-attachment-note-differs'),
        [],
        name,
      )
    }
  })

  it('has its columns that tabs part in a table', () => {
    const { text } = readPlainText(
      '关于经费的通知\n项目\t金额\n甲|乙\t30\n戊\t6\n丙\t\n丁\t5\n一\t二\t三\n1\t2\n3\t4\n5\t6\n',
    )
    const table =
      '| 项目 | 金额 |\n| --- | --- |\n| 甲\\|乙 | 30 |\n| 戊 | 6 |\n| 丙 |  |\n| 丁 | 5 |\n\n一\t二\t三\n\n|  |  |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |\n'
    assert.equal(text, `# 关于经费的通知\n\n${table}`)
    const tables = documentOf(text).main.body.flatMap((block) =>
      block.kind === 'table' ? [block.rows.length - block.headRows] : [],
    )
    assert.deepEqual(tables, [4, 3])
  })

  it('has empty cells where tabs stand at the edge of a row, and indents where they stand before every line', () => {
    const { text } = readPlainText(
      '关于经费的通知\n\t现印发经费表。\n\t一、甲\n\t二、乙\n序号\t单位\t金额\n1\t甲\t\n\t合计\t5\n1.\t丙\n2.\t丁\n3.\t戊\n',
    )
    const table = '| 序号 | 单位 | 金额 |\n| --- | --- | --- |\n| 1 | 甲 |  |\n|  | 合计 | 5 |\n'
    const indented = '现印发经费表。\n\n一、甲\n\n二、乙'
    assert.equal(text, `# 关于经费的通知\n\n${indented}\n\n${table}\n1.\t丙\n\n2.\t丁\n\n3.\t戊\n`)
  })

  it('loses the page numbers that a printout left in it, and nothing that only looks like one', () => {
    const text = '某局关于甲的通知\n— 1 —\n各单位：\n－2－\n第3页 共3页\n-5-6-\n第3页的表\n'
    assert.deepEqual(accountsOf(text), ['页码=— 1 —', '页码=－2－', '页码=第3页 共3页'])
    assert.match(readPlainText(text).text, /各单位：\n\n-5-6-\n\n第3页的表/)
  })

  describe('whose paragraphs were broken at a fixed width', () => {
    const paragraphs = [
      '为贯彻落实省委、省政府关于加强城市管理工作的决策部署，切实提高城市精细化管理水平，经市政府同意，现就有关事项通知如下。',
      '一、加强组织领导。各县（市、区）人民政府要成立工作专班，明确责任分工，于2026年3月15日前将名单报送市城市管理局，逾期不报的予以通报。',
      '二、强化督促检查。市城市管理局要会同有关部门对各地工作情况开展检查，检查结果纳入年度考核。考核办法由市城市管理局另行制定，报市政府批准。',
    ]
    const broken = (text: string, width: number): string =>
      text.match(new RegExp(`.{1,${width}}`, 'gu'))?.join('\n') ?? ''
    const head = '某某市人民政府办公室关于加强城市管理工作的通知\n各县（市、区）人民政府：\n'

    it('has them whole again, also over the turn of a page', () => {
      const text = `${head}${paragraphs.map((each) => broken(`　　${each}`, 24)).join('\n')}\n`
      const turned = text.replace('\n前将名单', '\n— 1 —\n\n前将名单')
      for (const input of [text, text.replaceAll('\n', '\r\n'), turned]) {
        const lines = readPlainText(input).text.split('\n')
        for (const each of paragraphs) assert.ok(lines.includes(each), each)
        assertKept(input)
      }
    })

    it('is told from lists, and from lines that end with their paragraph', () => {
      const list = Array.from({ length: 12 }, (_, at) => `某某县某某镇第${at}中心小学校长办公室负责人张三李四`).join(
        '\n',
      )
      const items = Array.from({ length: 12 }, () => '要加强组织领导，明确工作责任，确保各项任务落实到位；').join('\n')
      for (const text of [`${head}${items}\n`, `${head}${paragraphs.join('\n')}\n${list.replaceAll('1', '')}\n`]) {
        const written = readPlainText(text).text
        for (const line of text.trim().split('\n').slice(2)) assert.ok(written.split('\n').includes(line), line)
      }
    })
  })

  it('has its number in brackets below the title, and a 文种 that is spread', () => {
    const { text } = readPlainText('某局\n关于工作的\n报　　告\n（某发〔2025〕1号）\n\n市政府：\n报告如下。\n')
    assert.equal(
      text,
      '---\n发文字号: 某发〔2025〕1号\n---\n\n# 某局\n\n# 关于工作的\n\n# 报　　告\n\n市政府：\n\n报告如下。\n',
    )
  })

  it('goes on with a list of 抄送 organs on the next line', () => {
    const imprint = '抄送：市发展改革委、市自然资源\n和规划局，市生态环境局。\n某某市人民政府办公室2025年1月3日印发\n'
    const { text } = readPlainText(`某市关于甲的批复\n某某区：\n此复。\n某某市人民政府\n2025年1月3日\n${imprint}`)
    assert.match(text, /抄送: 市发展改革委、市自然资源和规划局，市生态环境局。\n/)
    assert.match(text, /署名: 某某市人民政府\n/)
    const open = readPlainText('抄送：甲局、乙局\n某某办公室2025年1月3日印发\n').text
    assert.match(open, /抄送: 甲局、乙局\n/)
  })

  it('may be of several organs, named one below the other and side by side', () => {
    const text =
      '某某市教育局\n某某市财政局文件\n某某市民政局\n某教〔2025〕3号\n某某市教育局 某某市财政局 某某市民政局\n关于甲的通知\n各县：\n请落实。\n' +
      '某某市教育局　　某某市财政局\n某某市民政局\n2025年9月1日\n'
    const { head, issuers } = documentOf(readPlainText(text).text)
    const names = ['某某市教育局', '某某市财政局', '某某市民政局']
    assert.deepEqual(
      issuers.map(({ value }) => value),
      names,
    )
    assert.deepEqual(head.signatory?.value, names)
    assert.equal(head.docNumber?.value, '某教〔2025〕3号')
  })

  it('is a 纪要 with its number below its name', () => {
    const { text } = readPlainText('某某市人民政府常务会议纪要\n第12期\n会议研究了甲。\n')
    assert.equal(text, '---\n格式: 纪要\n期号: 第12期\n---\n\n# 某某市人民政府常务会议纪要\n\n会议研究了甲。\n')
  })

  it('says of every line that went to the front matter which key it is', () => {
    assert.deepEqual(accountsOf('抄送：某某局。\n某某局2026年3月5日\n'), [
      '抄送=抄送：某某局。',
      '署名、成文日期=某某局2026年3月5日',
    ])
    assert.deepEqual(accountsOf('2026年3月5日\n某某局2026年3月5日\n').length, 2)
    assert.ok(accountsOf('（联系人：甲）\n（联系人：甲）\n').every((account) => account.startsWith('附注=')))
  })

  it('is not taken for front matter, a comment, a table or a box by its first characters', () => {
    for (const line of [
      '---',
      '<!-- 红头：全文忽略 易混词 无 -->',
      ':::横排',
      '::附件[甲]',
      '|甲|乙|',
      '# 甲',
      '![图](a.png)',
      '**甲**',
    ]) {
      const document = documentOf(readPlainText(`${line}\n各单位要落实。\n`).text)
      assert.equal(document.tree.frontMatter, undefined, line)
      assert.deepEqual(
        document.main.body.map(({ kind }) => kind),
        ['paragraph', 'paragraph'],
        line,
      )
      assert.equal(document.issued.length + document.main.attachments.length, 0, line)
    }
  })

  it('keeps the backslashes that were typed, in the body and in the front matter', () => {
    const { text } = readPlainText('某局关于甲的通知\n各单位：\n甲\\#乙。\n某\\#局\n2026年3月5日\n')
    const { main, head } = documentOf(text)
    const [block] = main.body
    assert.equal(block?.kind === 'paragraph' && plainText(block.at.section, block.inline), '甲\\#乙。')
    assert.deepEqual(head.signatory?.value, ['某\\#局'])
  })

  it('may begin with what only looks like a head', () => {
    for (const text of ['秘密\n', '000001\n', '————\n', '', '\n\n', '\uFEFF', '特急\n\n']) assertKept(text)
  })

  it('loses no character, whatever it says', () => {
    const line = fc.constantFrom(
      '000012',
      '机密★1年',
      '特急',
      '某某市人民政府文件',
      '某政发〔2026〕28号',
      '签发人：张某某',
      '————',
      '',
      '某某市人民政府关于供暖的通知',
      '关于供暖的',
      '某某局：',
      '一、加强领导',
      '（一）抓好落实。',
      '附件：1.甲',
      '2.乙',
      '附件1',
      '附件',
      '某某市人民政府',
      '2026年3月5日',
      '（此件公开发布）',
      '抄送：某某局。',
      '某某办公室　2026年3月6日印发',
      '---',
      ':::横排',
      ':::',
      '::附件[甲]',
      '|甲|乙|',
      '|---|---|',
      '# 甲',
      '\\# 甲**乙**',
      '<!-- 甲 -->',
      '— 1 —',
      '第1页',
      '\t甲\t',
      '（某政发〔2026〕28号）',
      '第12期',
      '某某会议纪要',
      '某某市教育局　　某某市财政局',
      '某某市教育局文件',
      '某某局2026年3月5日',
      '某某市人民政府令',
      '第12号',
      '市长 张某某',
      '甲\t乙\t丙',
      '1\t2\t3',
      '公开方式：主动公开',
      '目录',
      '第一条　为了',
      '“甲',
      '”乙。',
      '甲',
    )
    const text = fc.array(line, { maxLength: 24 }).map((lines) => lines.join('\n'))
    fc.assert(fc.property(text, assertKept), { numRuns: 400 })
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), assertKept), { numRuns: 200 })
  }).timeout(20_000)
})

describe('published texts', () => {
  before(function () {
    needCorpus(this)
  })

  for (const { file, text } of readCorpus()) {
    it(`${file} loses no character`, () => assertKept(text))
  }
})

import assert from 'node:assert/strict'
import { asksForNumber } from '../../server/src/features/completeFrontMatter.ts'
import { completion } from '../../server/src/features/completion.ts'
import type { Summary } from '../../server/src/model/summary.ts'
import { EMPTY_PROFILE, type Profile } from '../../server/src/profile/profile.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { clock, lines, marked } from './marked.ts'

function labels(source: string, profile?: Profile, others: readonly Summary[] = []): readonly string[] {
  const { document, cursor } = marked(source, profile)
  return completion(document, cursor, { clock, others }).map(({ label }) => label)
}

/** The text after the completion with this label was taken. */
function taken(source: string, label: string, profile?: Profile, others: readonly Summary[] = []): string {
  const { document, cursor, text } = marked(source, profile)
  const found = completion(document, cursor, { clock, others }).find((each) => each.label === label)
  assert.ok(found, `no completion ${label}`)
  return text.slice(0, found.replace.start) + found.insert + text.slice(found.replace.end)
}

function summaryOf(docNumber: string, title: string): Summary {
  return { uri: `file:///${docNumber}`, version: 0, key: docNumber, docNumber, title, cites: [], terms: [], files: [] }
}

const PROFILE: Profile = {
  ...EMPTY_PROFILE,
  organs: [
    { name: '某市财政局', short: '市财政局' },
    { name: '某市人民政府', code: '某政发' },
  ],
}

describe('completion', () => {
  it('offers the front matter keys that are not used yet', () => {
    const found = labels(lines('---', '密级: 机密', '‸', '---', '', '正文'))
    assert.ok(found.includes('发文机关'))
    assert.ok(!found.includes('密级'))
  })

  it('writes the key with colon and space, once', () => {
    assert.equal(taken(lines('---', '发文‸', '---'), '发文字号'), lines('---', '发文字号: ', '---'))
    assert.equal(taken(lines('---', '发文‸: 某', '---'), '发文机关'), lines('---', '发文机关: 某', '---'))
  })

  it('works before the closing line is typed', () => {
    assert.ok(labels(lines('---', '密级: 机密', '紧‸')).includes('紧急程度'))
  })

  it('offers the words that a key may have, with the space that belongs before them', () => {
    assert.deepEqual(labels(lines('---', '格式: ‸', '---')), ['文件', '信函', '命令', '纪要'])
    assert.deepEqual(labels(lines('---', '紧急程度: 特‸', '---')), ['特急', '加急'])
    assert.equal(taken(lines('---', '格式:‸', '---'), '信函'), lines('---', '格式: 信函', '---'))
  })

  it('offers what commonly stands in a 附注, of a 请示 whom to ask', () => {
    assert.ok(labels(lines('---', '附注: ‸', '---', '# 某市的通知')).includes('此件公开发布'))
    assert.match(labels(lines('---', '附注: ‸', '---', '# 某市的请示')).join(), /^联系人：/)
  })

  it('offers today for dates, by the clock of where the user is', () => {
    assert.equal(labels(lines('---', '成文日期: ‸', '---'))[0], '2026年11月22日')
  })

  it('offers the organs and 代字 of the profile', () => {
    assert.deepEqual(labels(lines('---', '抄送:', '  - ‸', '---'), PROFILE), ['某市财政局', '某市人民政府'])
    assert.deepEqual(labels(lines('---', '发文字号: ‸', '---'), PROFILE), ['某政发〔2026〕号'])
  })

  it('offers working days ahead, and says where it does not know the holidays', () => {
    const { document, cursor } = marked(lines('---', '成文日期: ‸', '---'))
    const details = completion(document, cursor, { clock, others: [] }).map(
      ({ label, detail }) => `${label} ${detail ? formatMessage(detail) : ''}`,
    )
    assert.ok(details.includes('2026年11月23日 下一个工作日'))
    const later = { now: () => new Date('2099-09-30T04:00:00Z'), offset: () => 480 }
    const far = completion(document, cursor, { clock: later, others: [] })
    assert.match(formatMessage(far[1]?.detail ?? assert.fail()), /节假日安排未知/)
  })

  it('offers the next number of a series that the workspace has', () => {
    const others = [3, 7].map((number) => summaryOf(`某政发〔2026〕${number}号`, '某市关于供暖的通知'))
    assert.deepEqual(labels(lines('---', '发文字号: ‸', '---'), PROFILE, others), ['某政发〔2026〕8号'])
    const old = [summaryOf('某政发〔2025〕7号', '旧文')]
    assert.deepEqual(labels(lines('---', '发文字号: ‸', '---'), PROFILE, old), ['某政发〔2026〕号'])
  })

  it('counts the numbers of the register as used', () => {
    const { document, cursor } = marked(lines('---', '发文字号: ‸', '---'), PROFILE)
    const others = [summaryOf('某政发〔2026〕7号', '某市关于供暖的通知')]
    const registered = new Map([
      ['某政发〔2026〕', 9],
      ['某政函〔2026〕', 2],
      ['某政函〔2025〕', 5],
    ])
    assert.equal(asksForNumber(document, cursor), true)
    const offered = completion(document, cursor, { clock, others, registered }).map(
      ({ label, detail }) => `${label} ${detail && formatMessage(detail)}`,
    )
    assert.deepEqual(offered, ['某政发〔2026〕10号 登记簿里已用到9号', '某政函〔2026〕3号 登记簿里已用到2号'])
    registered.set('某政发〔2026〕', 3)
    assert.equal(completion(document, cursor, { clock, others, registered })[0]?.label, '某政发〔2026〕8号')
  })

  it('offers the next ordinals where a line begins', () => {
    const source = ['一、甲', '', '（一）子。子文。', '', '‸']
    assert.deepEqual(labels(lines(...source)).slice(0, 3), ['（二）', '二、', '1.'])
    assert.deepEqual(labels(lines('# 某市的通知', '', '‸')).slice(0, 1), ['一、'])
    assert.ok(!labels(lines(...source.slice(0, -1), '文字‸')).includes('（二）'))
  })

  it('offers closings and 过渡语 of this 文种, from their first character on a line of its own, from two in running text', () => {
    const request = (typed: string) => lines('# 某市关于经费的请示', '', `${typed}‸`)
    assert.ok(labels(request('')).includes('妥否，请批示。'))
    assert.equal(taken(request('为此，现将'), '现将有关情况请示如下：').split('\n')[2], '为此，现将有关情况请示如下：')
    assert.ok(!labels(request('特此')).includes('特此通知。'))
    assert.deepEqual(labels(request('为此，现')), [])
    assert.equal(taken(request('妥'), '妥否，请批示。').split('\n')[2], '妥否，请批示。')
  })

  it('offers ordinals behind their first bracket, and takes the one that the editor closed', () => {
    const source = (typed: string) => lines('一、甲', '', '（一）子。子文。', '', typed)
    assert.deepEqual(labels(source('（‸')), ['（二）'])
    assert.equal(taken(source('（‸）'), '（二）'), source('（二）'))
    assert.equal(taken(source('(‸)'), '（二）'), source('（二）'))
    assert.deepEqual(labels(source('见（‸')), [])
  })

  it('offers in an empty file where a 公文 begins', () => {
    const { document, cursor } = marked('‸')
    const [found, ...more] = completion(document, cursor, { clock, others: [] })
    assert.deepEqual(more, [])
    assert.match(found?.insert ?? '', /^---\n发文机关: \n发文字号: \n成文日期: \n---\n\n# $/)
    assert.equal(found?.insert.slice(0, found.caret), '---\n发文机关: ')
  })

  it('offers the issuer where the title begins and 文种 where it ends, and no ordinals', () => {
    const source = (title: string) => lines('---', '发文机关: 某市财政局', '---', '', `# ${title}`)
    assert.deepEqual(labels(source('‸'), PROFILE), ['某市财政局关于'])
    assert.deepEqual(labels(source('某市财政局关于经费的通‸')), ['通告', '通知', '通报'])
    assert.equal(labels(source('某市财政局关于经费的‸')).length, 15)
    assert.deepEqual(labels(source('某市财政局关于经费‸')), [])
  })

  it('offers 主送机关 below the title, the 上级 first, and only there', () => {
    const profile: Profile = {
      ...PROFILE,
      organs: [{ name: '某市财政局', parent: '某市人民政府' }, { name: '某市教育局' }, { name: '某市人民政府' }],
    }
    const source = (...body: string[]) => lines('---', '发文机关: 某市财政局', '---', '', '# 某市财政局的请示', ...body)
    assert.deepEqual(labels(source('', '‸'), profile).slice(0, 2), ['某市人民政府：', '某市教育局：'])
    assert.ok(!labels(source('', '某市人民政府：', '', '‸'), profile).includes('某市教育局：'))
  })

  it('offers titles of the workspace with their 字号 behind 《, and attachments', () => {
    const others = [summaryOf('某政发〔2026〕3号', '某市关于供暖的通知')]
    const source = (typed: string) => lines('# 通知', '', `执行《${typed}`, '', '::附件[任务分工表]')
    assert.deepEqual(labels(source('‸'), undefined, others), ['任务分工表', '某市关于供暖的通知'])
    assert.match(
      taken(source('供暖‸'), '某市关于供暖的通知', undefined, others),
      /执行《某市关于供暖的通知》（某政发〔2026〕3号）\n/,
    )
    const closed = taken(source('‸》'), '某市关于供暖的通知', undefined, others)
    assert.match(closed, /执行《某市关于供暖的通知》（某政发〔2026〕3号）\n/)
    assert.match(taken(source('‸》（旧'), '某市关于供暖的通知', undefined, others), /执行《某市关于供暖的通知》（旧/)
    assert.deepEqual(labels(source('电费‸'), undefined, others), [])
  })

  it('offers organs, 简称 and attachments that are begun', () => {
    assert.equal(taken('请某市财‸', '某市财政局', PROFILE), '请某市财政局')
    assert.equal(taken('请市财‸', '市财政局', PROFILE), '请市财政局')
    const notice = lines('某某市数据管理局（以下简称数据局）负责，数据‸', '', '::附件[任务分工表]')
    assert.ok(labels(notice).includes('数据局'))
    assert.deepEqual(labels(lines('填报（见附‸', '', '::附件[甲]', '', '::附件[乙]')), ['见附件1', '见附件2'])
    assert.deepEqual(labels(lines('按照附件‸', '', '::附件[甲]', '', '::附件[乙]')), ['附件1', '附件2'])
  })

  it('offers nothing in running text that begins nothing, after an unknown key or in a free text', () => {
    assert.deepEqual(labels(lines('正文‸')), [])
    assert.deepEqual(labels(lines('---', '颜色: ‸', '---')), [])
    assert.deepEqual(labels(lines('---', '署名: ‸', '---')), [])
  })
})

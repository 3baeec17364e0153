import assert from 'node:assert/strict'
import { checklist } from '../../server/src/features/checklist.ts'
import { diagnostics } from '../../server/src/features/diagnostics.ts'
import { fixAll } from '../../server/src/features/fixAll.ts'
import { issueCheck } from '../../server/src/features/issueCheck.ts'
import type { LayoutFacts } from '../../server/src/model/layoutFacts.ts'
import { clock, lines, marked } from './marked.ts'

const DRAFT = lines(
  '---',
  '发文机关: 某市教育局',
  '发文字号: 某教发〔2026〕号',
  '---',
  '# 某市教育局关于供暖的通知',
  '',
  '各学校：',
  '',
  '请核实。',
)

describe('check before issue', () => {
  it('makes an error of what a draft may leave open, with its clause', () => {
    const { document } = marked(DRAFT)
    const errors = issueCheck(document, { clock }).filter(({ finding }) => finding.severity === 'error')
    assert.ok(errors.length > 0)
    for (const { clause } of errors) assert.notEqual(clause, '')
    assert.ok(!diagnostics(document, { clock }).some(({ severity }) => severity === 'error'))
  })

  it('has nothing against a document that is complete', () => {
    const complete = DRAFT.replace('〔2026〕号', '〔2026〕12号').replace('---\n#', '成文日期: 2026年11月20日\n---\n#')
    assert.deepEqual(issueCheck(marked(complete).document, { clock }), [])
  })

  describe('with facts of pages', () => {
    const text = lines('# 某某市人民政府关于防汛工作', '# 的通知', '', '各县人民政府：', '', '请认真落实。')
    const { document } = marked(text)
    const facts = (version: number): LayoutFacts => ({
      uri: document.uri,
      version,
      pages: 1,
      titleLines: ['某某市人民政府关于防汛工作', '的通知'],
      elements: [],
      faces: [],
      problems: [],
      adjusted: [],
    })
    const ofPages = (version: number) => {
      const surroundings = { clock, layout: facts(version) }
      const sees = (findings: readonly { readonly rule: string }[]) =>
        findings.some(({ rule }) => rule === 'title-line-leading-de')
      return {
        typing: sees(diagnostics(document, surroundings)),
        issuing: sees(issueCheck(document, surroundings).map(({ finding }) => finding)),
        mending: sees(fixAll(document, surroundings).left),
        judged: checklist(document, surroundings).some(({ reason }) => reason?.startsWith('还没有排版')),
      }
    }

    it('sees what the pages show', () => {
      assert.deepEqual(ofPages(document.version), { typing: true, issuing: true, mending: true, judged: false })
    })

    it('does not judge by pages of an older text', () => {
      assert.deepEqual(ofPages(document.version - 1), { typing: false, issuing: false, mending: false, judged: true })
    })
  })
})

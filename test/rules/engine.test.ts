import assert from 'node:assert/strict'
import { buildDocument } from '../../server/src/model/build.ts'
import { EMPTY_PROFILE } from '../../server/src/profile/profile.ts'
import { rule } from '../../server/src/rules/define.ts'
import { createLinter } from '../../server/src/rules/engine/engine.ts'
import { replaceBy } from '../../server/src/rules/fixes.ts'
import { lint } from '../../server/src/rules/lint.ts'
import { findRule } from '../../server/src/rules/registry.ts'
import type { Rule } from '../../server/src/rules/rule.ts'
import { parse } from '../../server/src/syntax/parse.ts'
import { reparse } from '../../server/src/syntax/reparse.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { formatMessage, message } from '../../server/src/text/message.ts'
import { documentOf } from '../support/pipeline.ts'
import { clock, draft, draftWith, of } from '../support/rules.ts'

/** A rule of which a test needs only the visitors. */
function testRule(id: string, visit: Parameters<typeof rule>[0]['visit'], more: Partial<Rule> = {}): Rule {
  return rule({
    id,
    name: `规则${id}`,
    group: '试验',
    clause: '试验',
    strength: '实务',
    severity: 'warning',
    fix: 'none',
    scope: 'document',
    due: 'always',
    examples: [],
    ...more,
    visit,
  })
}

const LETTER = `---
发文机关: 某某市教育局
发文字号: 某教发〔2026〕18号
成文日期: 2026年9月4日
---

# 某某市教育局关于开展检查的通知

各学校：

一、总体要求

（一）摸清底数。各学校要逐校核实。

| 序号 | 学校 |
|---|---|
| 1 | 甲校 |

::附件[检查要点]

持证上岗。
`

describe('the engine', () => {
  it('shows every kind of target to the rules that look at it', () => {
    const seen: string[] = []
    const note = (kind: string) => () => void seen.push(kind)
    const kinds = [
      'text',
      'heading',
      'ordinal',
      'table',
      'part',
      'docNumber',
      'issueDate',
      'issuer',
      'title',
      'addressee',
      'genre',
      'document',
    ] as const
    draftWith([testRule('all', Object.fromEntries(kinds.map((kind) => [kind, note(kind)])))], LETTER)
    for (const kind of kinds) assert.ok(seen.includes(kind), kind)
    assert.equal(seen.filter((kind) => kind === 'part').length, 2)
  })

  it('calls a text rule only for lines that hold one of its characters', () => {
    const lines: string[] = []
    const looking = testRule('sparse', { text: ({ text }) => void lines.push(text) }, { triggers: '甲持' })
    draftWith([looking], LETTER)
    assert.deepEqual(lines, ['甲校', '持证上岗。'])
  })

  it('lets a rule give way to one that says more of the same place, not elsewhere', () => {
    const all = testRule('all', {
      text: ({ at, text }, { report }) => {
        if (/[甲乙]/.test(text)) report({ at, message: message('全部') })
      },
    })
    const more = testRule('more', {
      text: ({ at, text }, { report }) => {
        if (text.includes('甲')) report({ at, message: message('更多') })
      },
    })
    const found = draftWith([{ ...all, yieldsTo: ['more'] }, more], '甲。\n\n乙。\n')
    assert.deepEqual(
      found.map(({ rule, span }) => [rule, span.start]),
      [
        ['more', 0],
        ['all', 4],
      ],
    )
  })

  it('calls it once for a line that holds one of its words, not for one that holds their beginning', () => {
    const lines: string[] = []
    const looking = testRule(
      'wordy',
      { text: ({ text }) => void lines.push(text) },
      { triggers: ['持证', '上岗前', '甲'] },
    )
    draftWith([looking], '持证上岗。\n\n上岗。\n\n持有。\n\n末尾持\n\n证明甲。\n')
    assert.deepEqual(lines, ['持证上岗。', '证明甲。'])
  })

  it('counts fixes of a block from the start of the text and addresses them to the version', () => {
    const text = '第一段。\n\n一、总体要求\n\n请认真落实。\n'
    const fixing = testRule('fixing', {
      text({ text: line, at }, { report }) {
        if (!line.startsWith('请')) return
        const span = { start: at.span.start, end: at.span.start + 1 }
        report({ at: { section: at.section, span }, message: message('请'), fixes: [replaceBy('safe', span, '要')] })
      },
    })
    const [finding] = createLinter([fixing])({ ...documentOf(text), version: 7 }, { clock, stage: 'draft' })
    assert.equal(text.slice(finding?.span.start, finding?.span.end), '请')
    const [edits] = finding?.fixes[0]?.edits ?? []
    assert.equal(edits?.version, 7)
    assert.equal(applyEdits(text, edits?.edits ?? []), text.replace('请', '要'))
  })

  it('names a rule that throws, once, and runs the others', () => {
    const failed = findRule('internal-rule-failed')
    const broken = testRule('broken', {
      text() {
        throw new Error('出错了')
      },
    })
    const works = testRule('works', {
      document: (_, { report }) => report({ at: { start: 0, end: 1 }, message: message('在') }),
    })
    const linter = createLinter([broken, works, failed as Rule])
    for (const round of [1, 2]) {
      const findings = linter(documentOf(LETTER), { clock, stage: 'draft' })
      assert.deepEqual(
        findings
          .map((finding) => finding.rule)
          .filter((id) => !id.startsWith('model-'))
          .sort(),
        ['internal-rule-failed', 'works'],
        `round ${round}`,
      )
      assert.match(formatMessage(of('internal-rule-failed', findings)[0]?.message ?? message('')), /规则broken.*出错了/)
    }
  })

  it('does not let a block rule look at the document', () => {
    const failed = findRule('internal-rule-failed') as Rule
    const curious = testRule('curious', { text: (_, context) => void context.document })
    assert.equal(of('internal-rule-failed', draftWith([curious, failed], LETTER)).length, 1)
  })

  it('sorts findings by place', () => {
    const starts = draft(`${LETTER}\n其它事项按装完毕。\n`).map(({ span }) => span.start)
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    )
  })

  it('keeps what it said of sections that an edit leaves alone', () => {
    let visits = 0
    const counting = testRule('counting', { text: () => void visits++ })
    const linter = createLinter([counting])
    const text = Array.from({ length: 400 }, (_, index) => `第${index}段文字。\n\n`).join('')
    const build = (tree: ReturnType<typeof parse>) =>
      buildDocument({ uri: 'f', version: 1, tree, profile: EMPTY_PROFILE })
    const before = parse(text)
    linter(build(before), { clock, stage: 'draft' })
    const all = visits
    visits = 0
    linter(build(reparse(before, { span: { start: 3000, end: 3000 }, text: '加' })), { clock, stage: 'draft' })
    assert.ok(visits > 0 && visits < all / 2, `${visits} of ${all} lines visited again`)
  })

  it('merges what the parser and the model could not make sense of', () => {
    assert.equal(
      of('model-title-unmarked', draft('某某市人民政府关于春节放假的通知\n\n各县人民政府：\n\n请认真落实。\n')).length,
      1,
    )
  })
})

describe('severity', () => {
  const wrong = '---\n发文字号: 某政发[2026]5号\n---\n\n# 某某市人民政府关于春节放假的通知\n\n其它事项另行通知。\n'

  it('is the rule’s own, or what the profile says by id or by name', () => {
    assert.equal(of('docnum-brackets', draft(wrong))[0]?.severity, 'error')
    assert.equal(of('docnum-brackets', draft(wrong, { rules: { 'docnum-brackets': 'info' } }))[0]?.severity, 'info')
    assert.equal(of('docnum-brackets', draft(wrong, { rules: { 文号用六角括号: 'hint' } }))[0]?.severity, 'hint')
  })

  it('lets an office turn off practice silently, and says so when it turns off a provision', () => {
    const practice = draft(wrong, { rules: { 'wording-pair': 'off' } })
    assert.deepEqual([of('wording-pair', practice).length, of('rule-disabled', practice).length], [0, 0])
    const provision = draft(wrong, { rules: { 'docnum-brackets': 'off' } })
    assert.deepEqual([of('docnum-brackets', provision).length, of('rule-disabled', provision).length], [0, 1])
    assert.equal(of('rule-disabled', provision)[0]?.severity, 'warning')
    assert.match(of('rule-disabled', provision)[0]?.message.template ?? '', /^编辑器设置关闭了/)
  })

  it('says when a profile names a rule that does not exist', () => {
    const [finding] = of('rule-disabled', draft(wrong, { rules: { 没有这条: 'off' } }))
    assert.equal(finding?.severity, 'hint')
  })

  it('is a hint while drafting for what is due at issue', () => {
    const secret = '---\n密级: 机密★5年\n---\n\n# 某某市人民政府关于值班的通知\n'
    assert.equal(of('copy-number-required', draft(secret))[0]?.severity, 'hint')
    const issued = lint(documentOf(secret), { clock, stage: 'issue' })
    assert.equal(of('copy-number-required', issued)[0]?.severity, 'error')
  })
})

describe('many findings of one kind', () => {
  const lines = (count: number): string => '其它事项另行通知。\n'.repeat(count)

  it('stand alone up to nineteen', () => {
    assert.equal(of('wording-pair', draft(lines(19))).length, 19)
  })

  it('fold into the first from twenty on, with the other places and one fix for all', () => {
    const text = lines(25)
    const [finding, ...others] = of('wording-pair', draft(text))
    assert.equal(others.length, 0)
    assert.equal(finding?.also?.length, 24)
    assert.match(formatMessage(finding?.message ?? message('')), /同类共25处/)
    assert.equal(applyEdits(text, finding?.fixes[0]?.edits[0]?.edits ?? []), text.replaceAll('其它', '其他'))
  })

  it('fold earlier where they are a habit of typing, and once for a document that is half-width throughout', () => {
    const [few, ...others] = of('punc-fullwidth', draft('请审阅,并批示。\n'.repeat(3)))
    assert.equal(others.length, 0)
    assert.match(formatMessage(few?.message ?? message('')), /全文有3处/)
    const text = `# 某某市人民政府关于开展检查的通知\n\n各县人民政府:\n\n${'请审阅,并(尽快)批示。\n\n'.repeat(15)}`
    const half = draft(text).filter(({ message: said }) => /全角/.test(formatMessage(said)))
    assert.deepEqual(
      half.map(({ rule: id, also = [] }) => [id, also.length]),
      [['punc-halfwidth-document', 30]],
    )
  })
})

describe('findings that a rule gathers', () => {
  it('are one that names the first of them, with the other places', () => {
    const text = '为【目的】，【机关】现就【事由】通知如下。\n【正文】\n【正文】\n'
    const [finding, ...others] = of('placeholder-left', draft(text))
    assert.equal(others.length, 0)
    assert.equal(
      formatMessage(finding?.message ?? message('')),
      '有5处没有填的地方，印发前要填实：“【目的】”“【机关】”“【事由】”等。',
    )
    assert.deepEqual(
      finding?.also?.map(({ start, end }) => text.slice(start, end)),
      ['【机关】', '【事由】', '【正文】', '【正文】'],
    )
  })

  it('stand for themselves where they are alone', () => {
    const [finding] = of('placeholder-left', draft('为【目的】通知如下。\n'))
    assert.match(formatMessage(finding?.message ?? message('')), /^“【目的】”是没有填的地方/)
    assert.equal(finding?.also, undefined)
  })
})

describe('rules of other scopes', () => {
  it('run when their facts are there', () => {
    const layout = testRule(
      'page',
      { layout: ({ pages }, { report }) => report({ at: { start: 0, end: 0 }, message: message('{0}页', pages) }) },
      { scope: 'layout' },
    )
    const others = testRule(
      'others',
      { others: (list, { report }) => report({ at: { start: 0, end: 0 }, message: message('{0}份', list.length) }) },
      { scope: 'workspace' },
    )
    const linter = createLinter([layout, others])
    const document = documentOf('请认真落实。\n')
    const facts = {
      uri: document.uri,
      version: 1,
      pages: 3,
      titleLines: [],
      elements: [],
      faces: [],
      problems: [],
      adjusted: [],
    }
    assert.deepEqual(
      linter(document, { clock, stage: 'draft' }).map(({ rule: id }) => id),
      [],
    )
    const found = linter(document, { clock, stage: 'draft', layout: facts, others: [] })
    assert.deepEqual(found.map(({ message: said }) => formatMessage(said)).sort(), ['0份', '3页'])
  })
})

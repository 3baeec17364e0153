import assert from 'node:assert/strict'
import fc from 'fast-check'
import { buildDocument } from '../../server/src/model/build.ts'
import { EMPTY_PROFILE } from '../../server/src/profile/profile.ts'
import { createLinter } from '../../server/src/rules/engine/engine.ts'
import { RULES } from '../../server/src/rules/registry.ts'
import { parse } from '../../server/src/syntax/parse.ts'
import { reparse } from '../../server/src/syntax/reparse.ts'
import { applyEdits, type Edit } from '../../server/src/text/edit.ts'
import type { Finding } from '../../server/src/text/finding.ts'
import { shift } from '../../server/src/text/span.ts'
import { clock } from '../support/rules.ts'

const linter = createLinter(RULES)

function check(text: string): readonly Finding[] {
  return linter(buildDocument({ uri: 'f', version: 1, tree: parse(text), profile: EMPTY_PROFILE }), {
    clock,
    stage: 'issue',
  })
}

function safeFixes(findings: readonly Finding[]): readonly (readonly Edit[])[] {
  return findings
    .flatMap(({ fixes }) => fixes.filter(({ kind }) => kind === 'safe').slice(0, 1))
    .map((fix) => fix.edits.flatMap((each) => each.edits))
}

function fixedOnce(text: string): string {
  return applyEdits(text, safeFixes(check(text)).flat())
}

function fixed(text: string): string {
  let before = text
  for (let round = 0; round < 8; round++) {
    const after = fixedOnce(before)
    if (after === before) return after
    before = after
  }
  return assert.fail('fixes do not come to an end')
}

const bad = RULES.flatMap(({ examples }) =>
  examples.flatMap((example) => ('bad' in example ? [example.bad] : [example.quiet])),
)
const pieces = [
  '一、',
  '二、',
  '（一）',
  '(二)',
  '（三）、',
  '1、',
  '2.',
  '（1）',
  '①',
  '第一条　',
  '# ',
  '::附件[表]',
  '::印发[办法]',
  '“',
  '”',
  '《',
  '》',
  '（',
  '）',
  '(',
  ')',
  '，',
  ',',
  '。',
  '。。',
  '；',
  '其它',
  '截止2026年',
  '布署',
  '15-30天',
  '15～30%',
  '2021-2025年',
  '3月5号',
  '某政发[2026]5号',
  '见附件2',
  '附件：1.甲',
  '各县人民政府：',
  '关于请示报告',
  '\n',
  '\n\n',
  '甲',
  '乙方工作',
  '| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n',
  '<!-- 红头：忽略 易混词 原文 -->',
  '【填】',
  '××',
  '🀄',
  '\r\n',
  '　',
]
const line = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''))
const head = fc.constantFrom(
  '',
  ...bad.filter((text) => text.startsWith('---')).map((text) => text.slice(0, text.indexOf('\n---\n') + 5)),
)
const documents = fc
  .tuple(head, fc.array(line, { maxLength: 12 }))
  .map(([front, lines]) => `${front}${lines.join('\n')}\n`)

describe('laws of the rules', () => {
  it('every finding lies inside the text, on borders of characters', () => {
    fc.assert(
      fc.property(documents, (text) => {
        for (const { span, also = [] } of check(text)) {
          for (const { start, end } of [span, ...also]) {
            assert.ok(0 <= start && start <= end && end <= text.length)
            for (const at of [start, end]) assert.ok(!/[\uDC00-\uDFFF]/.test(text[at] ?? ''), 'inside a character')
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('findings and fixes move with the text', () => {
    const front = '---\n紧急程度: 加急\n---\n\n'
    const by = ({ span, text }: Edit): Edit => ({ span: shift(span, front.length), text })
    for (const { id, examples } of RULES) {
      for (const example of examples) {
        if (!('bad' in example) || example.bad.startsWith('---')) continue
        const seen = (text: string) =>
          check(text)
            .filter(({ rule }) => rule === id)
            .map(({ span, fixes }) => [span, fixes.map((fix) => fix.edits.flatMap(({ edits }) => edits))] as const)
        const moved = seen(example.bad).map(([span, fixes]) => [
          shift(span, front.length),
          fixes.map((edits) => edits.map(by)),
        ])
        assert.deepEqual(seen(front + example.bad), moved, id)
      }
    }
  })

  it('no rule fails', () => {
    fc.assert(
      fc.property(documents, (text) => check(text).every(({ rule }) => rule !== 'internal-rule-failed')),
      { numRuns: 300 },
    )
  })

  it('fixes that are made at once do not overlap, not even two that say the same', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const edits = [...safeFixes(check(text)).flat()]
        edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
        for (const [index, edit] of edits.entries()) {
          const next = edits[index + 1]
          if (next) assert.ok(edit.span.end <= next.span.start, JSON.stringify([edit, next, text]))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('mending all comes to an end, and mending again changes nothing', () => {
    fc.assert(
      fc.property(documents, (text) => assert.equal(fixedOnce(fixed(text)), fixed(text))),
      { numRuns: 200 },
    )
    for (const text of bad) assert.equal(fixedOnce(fixed(text)), fixed(text))
  })

  it('looking for triggers first loses no finding', () => {
    const everywhere = createLinter(RULES.map(({ triggers: _, ...rule }) => rule))
    const sees = (text: string): void => {
      const document = buildDocument({ uri: 'f', version: 1, tree: parse(text), profile: EMPTY_PROFILE })
      assert.deepEqual(linter(document, { clock, stage: 'issue' }), everywhere(document, { clock, stage: 'issue' }))
    }
    for (const text of bad) sees(text)
    fc.assert(fc.property(documents, sees), { numRuns: 200 })
  })

  it('checking after edits says what a fresh check says', () => {
    const edit = fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom('', '甲', '\n', '，，', '“', '一、'))
    fc.assert(
      fc.property(documents, fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
        let source = text
        let tree = parse(text)
        linter(buildDocument({ uri: 'f', version: 1, tree, profile: EMPTY_PROFILE }), { clock, stage: 'issue' })
        for (const [place, length, insert] of edits) {
          const start = place % (source.length + 1)
          const change = { span: { start, end: Math.min(source.length, start + length) }, text: insert }
          source = applyEdits(source, [change])
          tree = reparse(tree, change)
          // Each state leaves its traces in the caches.
          linter(buildDocument({ uri: 'f', version: 1, tree, profile: EMPTY_PROFILE }), { clock, stage: 'issue' })
        }
        const again = linter(buildDocument({ uri: 'f', version: 1, tree, profile: EMPTY_PROFILE }), {
          clock,
          stage: 'issue',
        })
        const fresh = createLinter(RULES)(
          buildDocument({ uri: 'f', version: 1, tree: parse(source), profile: EMPTY_PROFILE }),
          { clock, stage: 'issue' },
        )
        assert.deepEqual(again, fresh)
      }),
      { numRuns: 200 },
    )
  })
})

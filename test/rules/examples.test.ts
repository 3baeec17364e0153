import assert from 'node:assert/strict'
import type { FaceSet } from '../../server/src/fonts/faceSet.ts'
import { summarise } from '../../server/src/model/summarise.ts'
import { parseProfile } from '../../server/src/profile/parse.ts'
import { EMPTY_PROFILE } from '../../server/src/profile/profile.ts'
import { lint } from '../../server/src/rules/lint.ts'
import { RULES } from '../../server/src/rules/registry.ts'
import type { Edit } from '../../server/src/text/edit.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import type { Example, Finding, RuleInfo } from '../../server/src/text/finding.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { typeset } from '../../server/src/typeset/typeset.ts'
import { bundledFaces } from '../support/faces.ts'
import { documentOf } from '../support/pipeline.ts'
import { clock } from '../support/rules.ts'

/** For the rules that look at pages. */
let faces: FaceSet

/** What one rule says of a text as it is about to be issued, among the documents that the example names. */
function reports(rule: RuleInfo, text: string, { others, missing, profile }: Example): readonly Finding[] {
  const beside = others?.map((other, index) => summarise(documentOf(other, `file:///另一份${index}.gw.md`)))
  const surroundings = { ...(beside ? { others: beside } : {}), ...(missing ? { missing } : {}) }
  const settings = {
    ...EMPTY_PROFILE,
    ...(profile ? { ...parseProfile(profile, '红头.yaml'), sources: ['红头.yaml'] } : {}),
  }
  const document = documentOf(text, undefined, settings)
  const layout = rule.scope === 'layout' ? { layout: typeset(document, faces).facts } : {}
  return lint(document, { clock, stage: 'issue', ...surroundings, ...layout }).filter(
    (finding) => finding.rule === rule.id && !finding.ignored,
  )
}

/** The first fix of every finding at once. */
function mended(text: string, findings: readonly Finding[]): string {
  const edits: Edit[] = findings.flatMap(({ fixes }) => fixes[0]?.edits.flatMap((each) => each.edits) ?? [])
  return applyEdits(text, edits)
}

describe('the examples of every rule', () => {
  before(async () => {
    faces = await bundledFaces()
  })

  for (const rule of RULES) {
    describe(`${rule.id} ${rule.name}`, () => {
      for (const [index, example] of rule.examples.entries()) {
        it(title(example, index), () => check(rule, example))
      }
    })
  }
})

function title(example: Example, index: number): string {
  const text = 'bad' in example ? `reports ${example.reports}: ${example.bad}` : `is silent on: ${example.quiet}`
  return `${index + 1} ${text.replace(/\s+/g, ' ').slice(0, 80)}`
}

function check(rule: RuleInfo, example: Example): void {
  if ('quiet' in example) {
    assert.deepEqual(
      reports(rule, example.quiet, example).map(({ message }) => formatMessage(message)),
      [],
    )
    return
  }
  const findings = reports(rule, example.bad, example)
  assert.equal(findings.length, example.reports)
  for (const { span, fixes } of findings) {
    assert.ok(span.start < span.end || span.end === 0, 'covers some text')
    assert.ok(span.end <= example.bad.length, 'lies inside the text')
    assert.ok(fixes.filter(({ kind }) => kind === 'safe').length <= 1, 'has one safe fix at most')
  }
  if (example.good === undefined) return
  assert.equal(mended(example.bad, findings), example.good)
  assert.deepEqual(reports(rule, example.good, example), [], 'the mended text is right')
}

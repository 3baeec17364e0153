/** Published documents are the measure of severity: what they commonly do is no error. The texts stay outside the project. */
import assert from 'node:assert/strict'
import { lint } from '../../server/src/rules/lint.ts'
import type { Finding } from '../../server/src/text/finding.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { needCorpus, type Published, readCorpus } from '../support/corpus.ts'
import { documentOf } from '../support/pipeline.ts'
import { clock } from '../support/rules.ts'

/** Since 2013 the standard and the 条例 of 2012 apply. */
const SINCE = 2013
/** Errors in documents of that time that are real mistakes: file and rule, with the reason. */
const REAL: Readonly<Record<string, string>> = {}

const DATE = /^(?:.{0,30}[^0-9])?((?:19|20)[0-9]{2})年[0-9]{1,2}月[0-9]{1,2}日(?:印发)?$/m
const NUMBER = /^\S{1,20}〔[0-9]{4}〕[0-9]+号$/
const TITLE = /关于.*(?:通知|通报|意见|批复|决定|决议|公告|通告|函|报告|请示|答复|命令)$/

/** As little front matter as a clerk would type: the number and the mark of the title; everything else is recognised. */
function wrapped({ text }: Published): string {
  const lines = text.trimEnd().split('\n')
  const number = lines.slice(0, 4).find((line) => NUMBER.test(line))
  const title = lines.slice(0, 4).find((line) => TITLE.test(line))
  const body = lines.filter((line) => line !== number).map((line) => (line === title ? `# ${line}` : line))
  return [...(number ? ['---', `发文字号: ${number}`, '---', ''] : []), ...body, ''].join('\n')
}

function yearOf({ text }: Published): number {
  const chinese = /^.{0,20}(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}年/m.test(text)
  return chinese ? 0 : Number(DATE.exec(text)?.[1] ?? 0)
}

describe('published documents', () => {
  const checked = new Map<Published, readonly Finding[]>()

  before(function () {
    needCorpus(this)
    for (const each of readCorpus()) checked.set(each, lint(documentOf(wrapped(each)), { clock, stage: 'draft' }))
  })

  it('of 2013 and later have no error but real ones', () => {
    const errors = [...checked].flatMap(([each, findings]) =>
      yearOf(each) < SINCE
        ? []
        : findings
            .filter(({ severity }) => severity === 'error')
            .filter(({ rule }) => REAL[`${each.file.slice(0, 3)} ${rule}`] === undefined)
            .map(({ rule, message }) => `${each.file} ${rule} ${formatMessage(message)}`),
    )
    assert.deepEqual(errors, [])
  })

  it('are enough to judge by', () => {
    assert.ok([...checked.keys()].filter((each) => yearOf(each) >= SINCE).length >= 15)
  })

  it('have few warnings: at most one per 3,000 characters in the middle document', () => {
    const rates = [...checked].map(([{ text }, findings]) => {
      const warnings = findings.filter(
        ({ severity, rule }) => severity === 'warning' && !/^(?:syntax|model)-/.test(rule),
      )
      return (warnings.length * 3000) / text.length
    })
    rates.sort((a, b) => a - b)
    assert.ok((rates[rates.length >> 1] ?? 0) <= 1)
  })

  it('no rule fails on them', () => {
    for (const findings of checked.values()) assert.ok(findings.every(({ rule }) => rule !== 'internal-rule-failed'))
  })

  after(() => {
    const counts = new Map<string, number>()
    for (const { severity, rule } of [...checked.values()].flat()) {
      counts.set(`${severity} ${rule}`, (counts.get(`${severity} ${rule}`) ?? 0) + 1)
    }
    for (const [kind, count] of [...counts].sort()) console.log(`      ${count} ${kind}`)
  })
})

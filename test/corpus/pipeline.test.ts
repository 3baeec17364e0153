import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeClock } from '../../server/src/node/clock.ts'
import { EMPTY_PROFILE } from '../../server/src/profile/profile.ts'
import { lint } from '../../server/src/rules/lint.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { needCorpus, readCorpus } from '../support/corpus.ts'
import { judge, needJudge } from '../support/judges.ts'
import { documentOf } from '../support/pipeline.ts'
import { bundledPress } from '../support/press.ts'
import { CASES, inDialect } from './cases.ts'

const squeeze = (text: string): string => text.replace(/\s/g, '')

describe('published documents, word for word', () => {
  const published = readCorpus()
  const press = bundledPress()
  let folder: string

  before(function () {
    needCorpus(this)
    folder = mkdtempSync(join(tmpdir(), 'hongtou-corpus-'))
  })
  after(async () => {
    await press.close()
    if (folder) rmSync(folder, { recursive: true })
  })

  for (const each of CASES) {
    it(`${each.file}: lint, render, sign and verify`, async function () {
      this.timeout(30_000)
      needCorpus(this)
      needJudge(this, 'pdftotext')
      needJudge(this, 'pdfsig')
      const source = published.find(({ file }) => file.startsWith(each.file))
      assert.ok(source, 'the corpus has the file')
      const text = inDialect(each, source.text)
      const uri = `file:///${each.file}.gw.md`

      const errors = lint(documentOf(text, uri), { clock: nodeClock, stage: 'draft' })
        .filter(({ severity }) => severity === 'error')
        .map((finding) => `${finding.rule} ${formatMessage(finding.message)}`)
      const year = Number(/(\d{4})年/.exec(text)?.[1] ?? 0)
      if (year >= 2013) assert.deepEqual(errors, [])

      const signal = new AbortController().signal
      press.update(uri, 1, text, EMPTY_PROFILE)
      const pdf = await press.pdf(uri, { epoch: 1_790_000_000, attachSource: false }, signal)
      const file = join(folder, `${each.file}.pdf`)
      writeFileSync(file, pdf)
      const printed = squeeze(judge('pdftotext', ['-raw', file, '-']).stdout).replace(/—\d+—/g, '')
      for (const line of text.split('\n---\n')[1]?.split('\n') ?? []) {
        const words = squeeze(line.replace(/^::\S+?\[(.*)\].*$/, '$1').replace(/^# |^::附件$/, ''))
        assert.ok(printed.includes(words), `printed: ${words.slice(0, 40)}`)
      }

      const { p12 } = await press.identity({ name: each.issuer, password: 'test', days: 30 })
      const { pdf: signed } = await press.sign(pdf, { key: { bytes: p12, password: 'test' } })
      writeFileSync(file, signed)
      assert.match(judge('pdfsig', ['-nocert', file]).stdout, /Signature is Valid/)
      const verdict = await press.verify(signed, [])
      assert.equal(verdict.valid, true)
      assert.equal(verdict.trusted, false)
    })
  }
})

/** The figures of docs/quality.md: measured on texts that stay outside, so that only counts and rule ids stand here. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import {
  folders,
  type Label,
  type Measured,
  measureCorpus,
  measureErrors,
  quantile,
  rates,
  SNAPSHOT,
  type Snapshot,
} from '../../scripts/quality.ts'
import { REASONS_OF_ERRORS } from '../../scripts/quality-reasons.ts'

const recorded = (): Snapshot => JSON.parse(readFileSync(SNAPSHOT, 'utf8'))

describe('quality on published documents', () => {
  let corpus: readonly Measured[]

  before(function () {
    const { corpus: folder } = folders()
    if (folder) corpus = measureCorpus(folder)
    else this.skip()
  })

  it('no error in documents of 2013 and later but real ones', () => {
    assert.deepEqual(
      corpus
        .filter(({ year }) => year >= 2013)
        .flatMap(({ file, errors }) => errors.map(({ rule }) => `${file.slice(0, 3)} ${rule}`))
        .filter((error) => REASONS_OF_ERRORS[error] === undefined),
      [],
    )
  })

  it('one warning in 3,000 characters on the median document at most, three at the 90th percentile', () => {
    const warnings = rates(corpus, 'warning', 3000)
    assert.ok(quantile(warnings, 0.5) <= 1, String(quantile(warnings, 0.5)))
    assert.ok(quantile(warnings, 0.9) <= 3, String(quantile(warnings, 0.9)))
  })

  it('findings are those recorded by npm run quality', () => {
    const { corpus: known } = recorded()
    // Another corpus may have other documents: only those that were recorded are compared.
    for (const { file, counts } of corpus) if (known[file]) assert.deepEqual(counts, known[file], file)
  })
})

describe('quality on published mistakes', () => {
  let labels: readonly Label[]

  before(function () {
    const { errors } = folders()
    if (errors) labels = measureErrors(errors)
    else this.skip()
  })

  it('nine in ten that a program can decide are found by a fitting rule', () => {
    const found = labels.filter(({ foundBy }) => foundBy.length > 0).length
    assert.ok(found / labels.length >= 0.9, `${found} of ${labels.length}`)
  })

  it('those found are the ones recorded by npm run quality', () => {
    const { errors: known } = recorded()
    for (const { file, number, foundBy } of labels) {
      const id = `${file} ${number}`
      if (known[id]) assert.deepEqual(foundBy, known[id], id)
    }
  })
})

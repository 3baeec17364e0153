import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { printSource } from '../conformance/cases.ts'
import { withScratch } from '../support/scratch.ts'
import { needPreflight, preflight } from './preflight.ts'
import { SAMPLES, sourceOf } from './samples.ts'

/** Where part 2 allows what part 1, which Preflight alone knows, did not; anything else it says is a fault. */
const ALLOWED_SINCE: readonly { readonly code: string; readonly details: RegExp; readonly why: string }[] = [
  { code: '7.11.2', details: /part must be 1$/, why: '6.6.4: the files say that they are of part 2' },
  { code: '4.1.3', details: /BlendMode value isn't valid/, why: '6.2.10: seals are multiplied with what is below' },
  { code: '3.1.11', details: /CIDSet entry is missing/, why: '6.2.11.4.2: a CIDSet need not be there' },
]

describe('PDF/A before PDFBox Preflight', () => {
  it('finds nothing but what part 2 allows, signed or not', async function () {
    this.timeout(120_000)
    needPreflight(this)
    await withScratch(async (folder) => {
      const files: string[] = []
      for (const { name, options = [], seals } of SAMPLES) {
        for (const signed of new Set([0, seals])) {
          const file = join(folder, `${name}-${signed}.pdf`)
          writeFileSync(file, await printSource(sourceOf(name), { options, seals: signed }))
          files.push(file)
        }
      }
      const remarks = preflight(folder, files)
      const others = remarks.filter(({ code, details }) => {
        return !ALLOWED_SINCE.some((allowed) => allowed.code === code && allowed.details.test(details))
      })
      assert.deepEqual(others, [])
      assert.equal(remarks.filter(({ code }) => code === '7.11.2').length, files.length, 'each file was read')
    })
  })
})

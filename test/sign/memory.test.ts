import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fromLatin1, latin1 } from '../../server/src/pdf/lexer.ts'
import { lastStartXref, makePdf } from '../pdf/samplePdf.ts'
import { withScratch } from '../support/scratch.ts'
import { testSigner } from './signing.ts'

const SIZE = 100_000_000

/** The sample with a picture of so many bytes. */
function fileWith(bytes: number): Uint8Array {
  const before = makePdf()
  const head = fromLatin1(
    `20 0 obj\n<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /Length ${bytes} >>\nstream\n`,
  )
  const end = fromLatin1('\nendstream\nendobj\n')
  const start = before.length + head.length + bytes + end.length
  const entry = `20 1\n${String(before.length).padStart(10, '0')} 00000 n \n`
  const prev = lastStartXref(latin1(before))
  const table = fromLatin1(
    `xref\n${entry}trailer\n<< /Size 21 /Root 1 0 R /Prev ${prev} >>\nstartxref\n${start}\n%%EOF\n`,
  )
  const whole = new Uint8Array(start + table.length).fill(0x78)
  whole.set(before)
  whole.set(head, before.length)
  whole.set(end, start - end.length)
  whole.set(table, start)
  return whole
}

/** Bytes that a process had in use at most for signing or verifying a file. */
function peakOf(folder: string, ...files: readonly string[]): number {
  const program = fileURLToPath(new URL('oneJob.ts', import.meta.url))
  const paths = ['key.p12', ...files].map((name) => join(folder, name))
  const run = spawnSync(process.execPath, ['--import', 'tsx', program, ...paths], { encoding: 'utf8' })
  assert.equal(run.status, 0, run.stderr)
  return Number(run.stdout) * 1024
}

describe('a file of 100 MB', () => {
  it('needs at most three times its size to be signed, signed again and verified', async function () {
    this.timeout(120_000)
    await withScratch(async (folder) => {
      writeFileSync(join(folder, 'key.p12'), (await testSigner()).p12)
      writeFileSync(join(folder, 'small.pdf'), fileWith(1000))
      writeFileSync(join(folder, 'large.pdf'), fileWith(SIZE))
      const program = peakOf(folder, 'small.pdf', 'signed.pdf')
      for (const files of [['large.pdf', 'once.pdf'], ['once.pdf', 'twice.pdf'], ['twice.pdf']]) {
        const needed = peakOf(folder, ...files) - program
        assert.ok(needed < 3 * SIZE, `${files.join(' to ')}: ${Math.round(needed / 1e6)} MB`)
      }
    })
  })
})

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { appendRevision, makePdf, streamText } from '../pdf/samplePdf.ts'
import { judge, needJudge } from '../support/judges.ts'
import { signByHand } from './handSigned.ts'
import { detach, inFolder, trustStore } from './judging.ts'
import { patch, sign, testSigner, verify } from './signing.ts'

describe('signatures before other judges', () => {
  it('pdfsig calls one, two and three signatures valid and trusted, and the last one total', async function () {
    this.timeout(30_000)
    needJudge(this, 'pdfsig')
    needJudge(this, 'certutil')
    const { pem } = await testSigner()
    let pdf = makePdf()
    for (let count = 1; count <= 3; count++) {
      pdf = await sign(pdf, { reason: '发文', location: '某某市' })
      await inFolder({ 'f.pdf': pdf, 'root.pem': pem }, (folder) => {
        const { stdout } = judge('pdfsig', ['-nssdir', trustStore(folder), join(folder, 'f.pdf')])
        assert.equal(stdout.match(/Signature is Valid/g)?.length, count, stdout)
        assert.equal(stdout.match(/Certificate is Trusted/g)?.length, count, stdout)
        assert.equal(stdout.match(/ - Total document signed/g)?.length, 1, stdout)
        assert.match(stdout, /Common Name: 某某市人民政府（测试）/)
        assert.match(stdout, /ETSI\.CAdES\.detached/)
      })
    }
  })

  it('OpenSSL accepts the CMS as CAdES', async function () {
    needJudge(this, 'openssl')
    const { cms, content } = detach(await sign(makePdf()))
    const { pem } = await testSigner()
    await inFolder({ 's.der': cms, 's.bin': content, 'root.pem': pem }, (folder) => {
      const at = (name: string): string => join(folder, name)
      const files = ['-in', at('s.der'), '-content', at('s.bin'), '-CAfile', at('root.pem'), '-out', at('out')]
      const run = judge('openssl', [
        'cms',
        '-verify',
        '-cades',
        '-binary',
        '-inform',
        'DER',
        '-purpose',
        'any',
        ...files,
      ])
      assert.match(run.stderr, /CAdES Verification successful/)
      assert.equal(run.code, 0)
    })
  })

  it('mutool sees no edit after the last signature', async function () {
    needJudge(this, 'mutool')
    await inFolder({ 'f.pdf': await sign(makePdf()) }, (folder) => {
      const { stdout } = judge('mutool', ['sign', '-v', join(folder, 'f.pdf')])
      assert.match(stdout, /The document is unchanged since signing/)
    })
  })

  for (const form of ['classic', 'generate'] as const)
    it(`qpdf finds no fault in a file with ${form === 'classic' ? 'a classic table' : 'xref and object streams'}, and we verify it`, async function () {
      needJudge(this, 'qpdf')
      await inFolder({ 'plain.pdf': makePdf() }, async (folder) => {
        const [plain, source, signed] = ['plain.pdf', 'source.pdf', 'signed.pdf'].map((name) => join(folder, name)) as [
          string,
          string,
          string,
        ]
        const modes = form === 'classic' ? ['--object-streams=disable'] : ['--object-streams=generate']
        assert.equal(judge('qpdf', [...modes, plain, source]).code, 0)
        const before = new Uint8Array(readFileSync(source))
        const after = await sign(await sign(before))
        assert.deepEqual(after.subarray(0, before.length), before, 'what stood there stays byte for byte')
        writeFileSync(signed, after)
        const run = judge('qpdf', ['--check', signed])
        assert.match(run.stdout, /No syntax or stream encoding errors found/)
        const verdict = await verify(after)
        assert.equal(verdict.valid && verdict.trusted, true)
        assert.deepEqual(
          verdict.signatures.map(({ coverage, changesAfter }) => [coverage, changesAfter]),
          [
            ['revision', 'allowed'],
            ['whole', 'none'],
          ],
        )
      })
    })

  const evil = streamText('', '0 0 0 rg 0 0 595 842 re f')
  /** What docs/signatures.md says of other readers: they judge the cryptography and not what came later. */
  const agreement = [
    {
      name: 'untouched',
      change: async (pdf: Uint8Array) => pdf,
      pdfsig: 'Signature is Valid',
      mutool: 'unchanged',
      ours: true,
    },
    {
      name: 'one byte changed',
      change: async (pdf: Uint8Array) => patch(pdf, '0 0 1 rg', '0 1 1 rg'),
      pdfsig: 'Digest Mismatch',
      mutool: 'Digest error',
      ours: false,
    },
    {
      name: 'the page replaced by a later revision',
      change: async (pdf: Uint8Array) => appendRevision(pdf, { 5: evil }),
      pdfsig: 'Signature is Valid',
      mutool: 'signature is valid but there have been edits',
      ours: false,
    },
    {
      name: 'bytes after the end',
      change: async (pdf: Uint8Array) => new Uint8Array([...pdf, 120, 120, 10]),
      pdfsig: 'Signature is Valid',
      mutool: 'signature is valid but there have been edits',
      ours: false,
    },
  ]
  for (const { name, change, pdfsig, mutool, ours } of agreement)
    it(`a file with ${name}: pdfsig «${pdfsig}», mutool «${mutool}», we say ${ours ? 'valid' : 'not valid'}`, async function () {
      needJudge(this, 'pdfsig')
      needJudge(this, 'mutool')
      const pdf = await change(await sign(makePdf()))
      assert.equal((await verify(pdf)).valid, ours)
      await inFolder({ 'f.pdf': pdf }, (folder) => {
        assert.match(judge('pdfsig', ['-nocert', join(folder, 'f.pdf')]).stdout, new RegExp(pdfsig))
        assert.match(judge('mutool', ['sign', '-v', join(folder, 'f.pdf')]).stdout, new RegExp(mutool))
      })
    })

  it('pdfsig does not mind a signature after one that forbids all changes; we do', async function () {
    needJudge(this, 'pdfsig')
    const entries = '/Reference [<< /TransformMethod /DocMDP /TransformParams << /P 1 >> >>]'
    const certified = await signByHand(makePdf(), { field: 6, value: 20, entries })
    const pdf = await signByHand(certified, { field: 7, value: 21 })
    assert.equal((await verify(pdf)).valid, false)
    await inFolder({ 'f.pdf': pdf }, (folder) => {
      const { stdout } = judge('pdfsig', ['-nocert', join(folder, 'f.pdf')])
      assert.equal(stdout.match(/Signature is Valid/g)?.length, 2, stdout)
    })
  })
})

import assert from 'node:assert/strict'
import { signedRevision } from '../../server/src/sign/signedRevision.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { appendRevision, makePdf } from '../pdf/samplePdf.ts'
import { evil } from './attacks/attack.ts'
import { patch, sign, verify } from './signing.ts'

describe('the file as it was signed', () => {
  it('is taken out byte for byte, by the name of the signature or its number', async () => {
    const once = await sign(makePdf())
    const twice = await sign(once)
    const attacked = appendRevision(twice, { 5: evil })
    assert.deepEqual(signedRevision(attacked, 'seal-1'), once)
    assert.deepEqual(signedRevision(attacked, '1'), once)
    assert.deepEqual(signedRevision(attacked, 'seal-2'), twice)
    assert.equal((await verify(signedRevision(attacked, 'seal-2'))).valid, true)
  })

  it('is refused where there is none', async () => {
    const signed = await sign(makePdf())
    assert.throws(() => signedRevision(signed, 'other'), { code: 'verify-no-signature' })
    assert.throws(() => signedRevision(signed, '2'), { code: 'verify-no-signature' })
    assert.throws(() => signedRevision(makePdf(), '1'), { code: 'verify-no-signature' })
    assert.throws(() => signedRevision(patch(signed, '/ByteRange', '/ByteRangX'), '1'), { code: 'verify-partial' })
  })
})

describe('what came after a signature', () => {
  it('is told saving by saving, allowed or not', async () => {
    const pdf = appendRevision(await sign(await sign(makePdf())), { 5: evil })
    const { revisions, signatures } = await verify(pdf)
    assert.equal(revisions, 4)
    assert.deepEqual(
      signatures.map(({ revision, later }) => [
        revision,
        ...later.map((each) => `${each.revision} ${each.allowed} ${formatMessage(each.text)}`),
      ]),
      [
        [2, '3 true 加了“某某市人民政府（测试）”的签章（seal-2）', '4 false 改动了第 1 页'],
        [3, '4 false 改动了第 1 页'],
      ],
    )
  })
})

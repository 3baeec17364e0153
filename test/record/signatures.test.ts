import assert from 'node:assert/strict'
import { type CheckedEntry, otherHolder, underOtherName } from '../../server/src/record/signatures.ts'
import { logOf } from './support.ts'

describe('holder of the certificate of an entry', () => {
  let checked: (signer: string, state?: CheckedEntry['state']) => CheckedEntry
  before(async () => {
    const [linked] = await logOf('拟稿')
    assert.ok(linked)
    checked = (signer, state = '有效') => ({ linked, state, signer })
  })

  it('is the actor, whatever marks, blanks and numbers stand beside the name', () => {
    for (const signer of ['王某', '王某（测试）', '王 某', '王某@330102', '王某-0001', '041@王某@2'])
      assert.equal(otherHolder(checked(signer)), undefined, signer)
  })

  it('is another one where any other name stands in it, which is a fault of who is trusted', () => {
    for (const signer of ['李某', '王某某', '王某@李某', '李某@王某', '（测试）王某', '']) {
      assert.equal(otherHolder(checked(signer)), signer)
      assert.ok(underOtherName(checked(signer)), signer)
      assert.equal(underOtherName(checked(signer, '未受信任')), undefined)
    }
  })

  it('may be the organ of the actor, which tells no name', () => {
    const organ = checked('某某市人民政府办公室')
    assert.equal(otherHolder(organ), '某某市人民政府办公室')
    assert.equal(underOtherName(organ), undefined)
  })
})

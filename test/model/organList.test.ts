import assert from 'node:assert/strict'
import fc from 'fast-check'
import { splitOrgans } from '../../server/src/model/organList.ts'

const names = (text: string) => splitOrgans(text).map(({ name }) => name)

describe('the names of a list of organs', () => {
  it('keeps a class together whose common word comes last', () => {
    assert.deepEqual(names('各省、自治区、直辖市人民政府，国务院各部委、各直属机构'), [
      '各省、自治区、直辖市人民政府',
      '国务院各部委',
      '各直属机构',
    ])
    assert.deepEqual(names('甲、乙省人民政府'), ['甲、乙省人民政府'])
    assert.deepEqual(names('各市（州）、直管市住建局，有关企业'), ['各市（州）、直管市住建局', '有关企业'])
    assert.deepEqual(names('各县、市、区'), ['各县、市、区'])
  })

  it('divides organs with names of their own', () => {
    assert.deepEqual(names('各乡镇人民政府、街道办事处，县直各单位'), ['各乡镇人民政府', '街道办事处', '县直各单位'])
    assert.deepEqual(names('某某市人民政府、某某市财政局'), ['某某市人民政府', '某某市财政局'])
    assert.deepEqual(names('市委、市人大、市政府、市政协'), ['市委', '市人大', '市政府', '市政协'])
    assert.deepEqual(names('甲县、乙县'), ['甲县', '乙县'])
  })

  it('says where each stands, and loses nothing but the marks between them', () => {
    const piece = fc.constantFrom('各县', '（市、区）', '人民政府', '市财政局', '、', '，', '；', ' ', '各处', '室')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        let end = 0
        for (const each of splitOrgans(text)) {
          assert.equal(text.slice(each.start, each.end), each.name)
          assert.match(text.slice(end, each.start), /^[、，；\s]*$/)
          end = each.end
        }
        assert.match(text.slice(end), /^[、，；\s]*$/)
      }),
    )
  })
})

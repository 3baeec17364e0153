import assert from 'node:assert/strict'
import { directoryOf } from '../../server/src/profile/directory.ts'
import { EMPTY_PROFILE, type Organ } from '../../server/src/profile/profile.ts'
import {
  areUnequal,
  isGovernmentBelow,
  organsBetween,
  rankOf,
  rankOfName,
} from '../../server/src/rules/organs/standing.ts'

const directory = directoryOf({
  ...EMPTY_PROFILE,
  organs: [
    { name: '某某市人民政府', short: '市政府', parent: '浙江省人民政府', level: '市' },
    { name: '某某市教育局', short: '市教育局', parent: '某某市人民政府', level: '市' },
    { name: '甲县人民政府', parent: '某某市人民政府', level: '县' },
  ],
})
const organ = (name: string) => directory.find(name) as Organ

describe('the standing of organs', () => {
  it('ranks a department with the governments below its own', () => {
    assert.deepEqual(
      ['国务院', '财政部', '浙江省人民政府', '市政府', '市教育局', '甲县人民政府'].map((name) => rankOf(organ(name))),
      [0, 1, 1, 2, 3, 3],
    )
    assert.equal(rankOf(organ('新华社')), undefined)
  })

  it('reads a level from the lowest word of a name', () => {
    assert.deepEqual(
      ['国务院办公厅', '某某省水利厅', '某某省某某市人民政府', '某某自治县人民政府', '甲镇人民政府', '水利厅'].map(
        rankOfName,
      ),
      [0, 1, 2, 3, 4, undefined],
    )
  })

  it('names the organs that a document would pass over', () => {
    const passed = organsBetween(organ('甲县人民政府'), organ('国务院'), directory).map(({ name }) => name)
    assert.deepEqual(passed, ['某某市人民政府', '浙江省人民政府'])
    assert.deepEqual(organsBetween(organ('国务院'), organ('甲县人民政府'), directory), [])
  })

  it('puts a government above its own department, whatever the directory knows', () => {
    assert.ok(areUnequal({ name: '乙市人民政府' }, { name: '乙市财政局' }))
    assert.ok(!areUnequal({ name: '乙市财政局' }, { name: '乙市教育局' }))
    assert.ok(!areUnequal({ name: '乙市人民政府' }, { name: '丙县财政局' }), 'two names do not say it')
  })

  it('knows the governments below that of a department, and no other', () => {
    for (const name of ['各县（市、区）人民政府', '甲县人民政府', '甲镇人民政府'])
      assert.ok(isGovernmentBelow(name, '某某市水利局'), name)
    for (const name of ['某某市人民政府', '市人民政府', '甲县水利局'])
      assert.ok(!isGovernmentBelow(name, '某某市水利局'), name)
  })
})

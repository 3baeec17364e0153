import assert from 'node:assert/strict'
import { directoryOf } from '../../server/src/profile/directory.ts'
import {
  governmentOf,
  isClass,
  isDepartment,
  isGovernment,
  isOffice,
  regionOf,
  sameOrgan,
} from '../../server/src/profile/organNames.ts'
import { EMPTY_PROFILE, type Organ, type Profile } from '../../server/src/profile/profile.ts'
import { PROVINCES, PUBLIC_ORGANS } from '../../server/src/standard/organs.ts'

function profile(...organs: Organ[]): Profile {
  return { ...EMPTY_PROFILE, organs }
}

const CITY: readonly Organ[] = [
  { name: '某某市人民政府', short: '市政府', parent: '浙江省人民政府', level: '市' },
  { name: '某某市教育局', short: '市教育局', parent: '某某市人民政府', level: '市' },
  { name: '甲县人民政府', parent: '某某市人民政府', level: '县' },
]

describe('public organs', () => {
  const count = (kind: string) => PUBLIC_ORGANS.filter((organ) => organ.kind === kind).length

  it('are as many as were set up', () => {
    assert.equal(count('组成部门'), 26)
    assert.equal(count('直属机构'), 14)
    assert.equal(count('直属事业单位'), 7)
    assert.equal(count('国家局'), 17)
    assert.equal(PROVINCES.length, 34)
  })

  it('have each form once, and parents that are in the list', () => {
    const names = new Set(PUBLIC_ORGANS.map(({ name }) => name))
    const forms = PUBLIC_ORGANS.flatMap(({ name, short, otherShorts = [] }) => [
      name,
      ...(short ? [short] : []),
      ...otherShorts,
    ])
    assert.equal(new Set(forms).size, forms.length)
    for (const { parent } of PUBLIC_ORGANS) assert.ok(parent === undefined || names.has(parent), parent)
  })

  it('are abbreviated by leaving characters out', () => {
    for (const { name, short, otherShorts = [] } of PUBLIC_ORGANS) {
      for (const form of [...(short ? [short] : []), ...otherShorts]) {
        if (form !== '中华人民共和国国务院') assert.match(name, new RegExp([...form].join('.*')), form)
      }
    }
  })
})

describe('the directory', () => {
  it('finds by full name, 规范化简称 and with the name of the state', () => {
    const { find } = directoryOf(EMPTY_PROFILE)
    assert.equal(find('人力资源社会保障部')?.name, '人力资源和社会保障部')
    assert.equal(find('中华人民共和国财政部')?.name, '财政部')
    assert.equal(find('发改部'), undefined)
  })

  it('takes short forms of the centre only among central organs', () => {
    const { find } = directoryOf(EMPTY_PROFILE)
    assert.equal(find('统计局'), undefined)
    assert.equal(find('统计局', find('国务院'))?.name, '国家统计局')
  })

  it('is extended by a profile, whose own names come first', () => {
    const { find, isBelow } = directoryOf(profile(...CITY, { name: '财政部', code: '财' }))
    const [school, province] = [find('市教育局') as Organ, find('浙江省人民政府') as Organ]
    assert.ok(isBelow(school, province))
    assert.ok(isBelow(school, find('国务院') as Organ))
    assert.ok(!isBelow(province, school))
    assert.deepEqual([find('财政部')?.code, find('财政部')?.kind], ['财', '组成部门'])
  })

  it('ends when organs are one another’s superiors', () => {
    const { find, isBelow } = directoryOf(profile({ name: '甲局', parent: '乙局' }, { name: '乙局', parent: '甲局' }))
    assert.ok(!isBelow(find('甲局') as Organ, find('国务院') as Organ))
  })
})

describe('the name of an organ', () => {
  it('begins with its region', () => {
    assert.equal(regionOf('某某市市场监督管理局'), '某某市')
    assert.equal(regionOf('浙江省某某市教育局'), '浙江省某某市')
    assert.equal(regionOf('某某市甲区民政局'), '某某市甲区')
    assert.equal(regionOf('某某市社区工作局'), '某某市')
    assert.equal(regionOf('财政部'), undefined)
    assert.equal(governmentOf('甲县水利局'), '甲县人民政府')
    assert.equal(governmentOf('甲县人民政府'), undefined)
  })

  it('ends with what it is', () => {
    assert.ok(isGovernment('某某市政府') && isGovernment('甲镇人民政府') && !isGovernment('市政府办公室'))
    assert.ok(isOffice('某某省人民政府办公厅') && !isOffice('某某省水利厅'))
    assert.ok(isDepartment('某某省水利厅') && isDepartment('某某市卫生健康委') && !isDepartment('省政府办公厅'))
    assert.ok(!isDepartment('某某市安全生产委员会'))
    assert.ok(isClass('各县（市、区）人民政府') && isClass('市直各部门') && !isClass('某某市财政局'))
  })

  it('may be shortened by leaving characters out', () => {
    assert.ok(sameOrgan('市人社局', '某某市人力资源和社会保障局'))
    assert.ok(sameOrgan('省发展改革委', '某某省发展和改革委员会'))
    assert.ok(sameOrgan('县政府', '甲县人民政府'))
    assert.ok(!sameOrgan('市教育局', '某某市体育局'))
    assert.ok(!sameOrgan('省水利厅', '某某市水利局'))
  })
})

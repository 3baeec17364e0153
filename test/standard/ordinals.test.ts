import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readChineseDigits, readChineseNumber, spellChineseNumber } from '../../server/src/standard/chineseNumber.ts'
import { readOrdinal, readPlanOrdinal } from '../../server/src/standard/ordinals.ts'

/** How a level of the 通用 series is spelt (GB/T 9704—2012 7.3.3). */
function spellOrdinal(level: number, number: number): string {
  const forms = [`${spellChineseNumber(number)}、`, `（${spellChineseNumber(number)}）`, `${number}.`, `（${number}）`]
  return forms[level - 1] ?? String.fromCharCode(0x245f + number)
}

function read(text: string): readonly (string | number)[] | undefined {
  const ordinal = readOrdinal(text)
  return ordinal && [ordinal.series, ordinal.level, ordinal.number, ordinal.written]
}

describe('Chinese numbers', () => {
  it('are read back as they are spelled', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        assert.equal(readChineseNumber(spellChineseNumber(value)), value)
      }),
    )
  })

  it('are spelled as ordinals are', () => {
    assert.deepEqual([1, 10, 11, 20, 21, 101, 110, 1003].map(spellChineseNumber), [
      '一',
      '十',
      '十一',
      '二十',
      '二十一',
      '一百零一',
      '一百一十',
      '一千零三',
    ])
  })

  it('are not read out of nonsense', () => {
    for (const text of ['', '一二', '十百', '百', '三千千', '甲'])
      assert.equal(readChineseNumber(text), undefined, text)
  })

  it('are read digit by digit in years', () => {
    assert.equal(readChineseDigits('二〇〇六'), 2006)
    assert.equal(readChineseDigits('一九九六'), 1996)
  })
})

describe('ordinals', () => {
  it('of the 通用 series', () => {
    assert.deepEqual(read('一、总体要求'), ['通用', 1, 1, '一、'])
    assert.deepEqual(read('（十九）加强领导'), ['通用', 2, 19, '（十九）'])
    assert.deepEqual(read('1.统一格式'), ['通用', 3, 1, '1.'])
    assert.deepEqual(read('（2）甲'), ['通用', 4, 2, '（2）'])
    assert.deepEqual(read('③甲'), ['通用', 5, 3, '③'])
  })

  it('misspelt keep the level that they mean', () => {
    const cases: readonly (readonly [string, number])[] = [
      ['一.甲', 1],
      ['一，甲', 1],
      ['(一)甲', 2],
      ['（一)甲', 2],
      ['（一）、甲', 2],
      ['㈠甲', 2],
      ['1．甲', 3],
      ['1、甲', 3],
      ['１．甲', 3],
      ['⒈甲', 3],
      ['1. 甲', 3],
      ['(1)甲', 4],
      ['1）甲', 4],
      ['⑴甲', 4],
    ]
    for (const [text, level] of cases) assert.equal(readOrdinal(text)?.level, level, text)
  })

  it('of the 法规 series, with half-width or full-width space', () => {
    assert.deepEqual(read('第一章　总则'), ['法规', 2, 1, '第一章'])
    assert.deepEqual(read('第二节 程序'), ['法规', 3, 2, '第二节'])
    assert.deepEqual(read('第二十一条　为了'), ['法规', 4, 21, '第二十一条'])
    assert.deepEqual(read('第12条 为了'), ['法规', 4, 12, '第12条'])
    assert.deepEqual(read('第一编　总则'), ['法规', 1, 1, '第一编'])
  })

  it('of the 预案 series are read by themselves only', () => {
    assert.deepEqual(readPlanOrdinal('1.2.3　预警分级')?.level, 3)
    assert.equal(readPlanOrdinal('1 总则')?.level, 1)
    assert.equal(readPlanOrdinal('1.5万元'), undefined)
    assert.equal(readPlanOrdinal('2026 年'), undefined)
  })

  it('are not seen in text', () => {
    for (const text of [
      '第一，加强',
      '一是加强',
      '1.5万元',
      '2026年',
      '2023. 这一年',
      '2023.5',
      '第三条规定的情形',
      '一、二级公路',
      '（2026年）',
      '（某某）',
      '十分重要',
    ]) {
      assert.equal(readOrdinal(text), undefined, text)
    }
  })

  it('are spelled so that they are read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 20 }), (level, number) => {
        const spelled = spellOrdinal(level, number)
        assert.deepEqual(read(`${spelled}甲`), ['通用', level, number, spelled])
      }),
    )
  })
})

import { fromLatin1, latin1 } from '../../../server/src/pdf/lexer.ts'
import { patch, rangeOf } from '../signing.ts'
import type { Attack } from './attack.ts'

export const rangeAttacks: readonly Attack[] = [
  {
    name: 'the range stops short',
    title: '签名范围提前结束',
    attack: (signed) => withRange(signed, ([a, b, c, d]) => [a, b, c, d - 100]),
    rules: ['sign-broken', 'sign-coverage'],
  },
  {
    name: 'the range does not begin at the start',
    attack: (signed) => withRange(signed, ([, b, c, d]) => [1, b - 1, c, d]),
    rules: ['sign-broken', 'sign-coverage'],
  },
  {
    name: 'the gap is wider than the signature',
    title: '空隙比签名宽',
    attack: (signed) => withRange(signed, ([a, b, c, d]) => [a, b - 1, c, d]),
    rules: ['sign-broken', 'sign-coverage'],
  },
  {
    name: 'the range ends behind the file',
    attack: (signed) => withRange(signed, ([a, b, c, d]) => [a, b, c, d + 1]),
    rules: ['sign-broken', 'sign-coverage'],
  },
  {
    name: 'the ranges overlap',
    title: '两段范围重叠',
    attack: (signed) => withRange(signed, ([a, b, , d]) => [a, b, b, d]),
    rules: ['sign-broken', 'sign-coverage'],
  },
  {
    name: 'the range is empty',
    attack: (signed) => withRange(signed, () => [0, 0, 0, 0]),
    rules: ['sign-broken', 'sign-coverage'],
  },
  {
    name: 'there is no range',
    attack: (signed) => patch(signed, '/ByteRange', '/ByteRangX'),
    rules: ['sign-broken', 'sign-coverage'],
  },
  {
    name: 'there is no signature in the dictionary',
    attack: (signed) => patch(signed, '/Contents <30', '/Contentz <30'),
    rules: ['sign-broken', 'sign-coverage'],
  },
  {
    name: 'the type of signature is unknown',
    attack: (signed) => patch(signed, '/ETSI.CAdES.detached', '/ETSI.CAdES.detacheX'),
    rules: ['sign-broken'],
  },
  {
    name: 'bytes are put into the gap behind the signature',
    title: '空隙里夹带数据',
    attack: (signed) => widenGap(signed),
    rules: ['sign-damaged'],
  },
]

function withRange(
  pdf: Uint8Array,
  change: (range: readonly [number, number, number, number]) => readonly number[],
): Uint8Array {
  const [, range = ''] = /\/ByteRange (\[[^\]]*\])/.exec(latin1(pdf)) ?? []
  return patch(pdf, range, `[${change(rangeOf(pdf)).join(' ')}`.padEnd(range.length - 1).concat(']'))
}

function widenGap(signed: Uint8Array): Uint8Array {
  const [, , end] = rangeOf(signed)
  const wider = withRange(signed, ([a, b, c, d]) => [a, b, c + 30, d])
  const text = latin1(wider)
  return fromLatin1(`${text.slice(0, end)}${'/Reason (forged)'.padEnd(30)}${text.slice(end)}`)
}

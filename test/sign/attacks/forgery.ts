import { fromLatin1, latin1 } from '../../../server/src/pdf/lexer.ts'
import { patch } from '../signing.ts'
import type { Attack } from './attack.ts'

const CONTENTS = /\/Contents <[0-9a-f]+>/
const RANGE = /\/ByteRange \[[^\]]*\]/

/** The content of page 1 changed, and an entry of the signature made unreadable, in the hope that nothing is checked then. */
function withEntry(entry: RegExp, value: string): Attack['attack'] {
  return (signed) => {
    const changed = latin1(patch(signed, '0 0 1 rg', '0 1 1 rg'))
    const [old = ''] = entry.exec(changed) ?? []
    return fromLatin1(changed.replace(old, value.padEnd(old.length)))
  }
}

/** Universal signature forgery (Mladenov et al. 2019): the signature is there, and nothing for it to be checked by. */
export const forgeryAttacks: readonly Attack[] = [
  ...['/ByteRange null', '/ByteRange []', '/ByteRange [0 0 0 0]', '/ByteRange [0 -1 0 -1]', '/ByteRange 0'].map(
    (value) => ({
      name: `the range is replaced by ${value}`,
      title: `USF：正文改过，签名范围写成 ${value.slice('/ByteRange '.length)}`,
      attack: withEntry(RANGE, value),
      rules: ['sign-broken', 'sign-coverage'],
    }),
  ),
  {
    name: 'the range is taken away',
    title: 'USF：正文改过，没有签名范围',
    attack: withEntry(RANGE, ''),
    rules: ['sign-broken', 'sign-coverage'],
  },
  ...['/Contents null', '/Contents <>', '/Contents <00>', '/Contents 0', '/Contents ()'].map((value) => ({
    name: `the signature is replaced by ${value}`,
    title: `USF：正文改过，签名数据写成 ${value.slice('/Contents '.length)}`,
    attack: withEntry(CONTENTS, value),
    rules: ['sign-broken', 'sign-coverage'],
  })),
  {
    name: 'the signature is taken away',
    title: 'USF：正文改过，没有签名数据',
    attack: withEntry(CONTENTS, ''),
    rules: ['sign-broken', 'sign-coverage'],
  },
  {
    name: 'the kind of signature is taken away',
    title: 'USF：正文改过，没有签名类型',
    attack: withEntry(/\/SubFilter \/ETSI.CAdES.detached/, ''),
    rules: ['sign-broken'],
  },
]

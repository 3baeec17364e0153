import { fromLatin1, latin1 } from '../../../server/src/pdf/lexer.ts'
import { lastStartXref, type Objects } from '../../pdf/samplePdf.ts'
import { rangeOf } from '../signing.ts'
import { type Attack, evil } from './attack.ts'

/** The objects of the signed revision behind its signature, by number. */
function objectsIn(part: string): Objects {
  const found = part.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)
  return Object.fromEntries([...found].map(([, number = '', body = '']) => [number, body]))
}

/** Offsets by object number, as a table has them. */
function placesIn(table: string): Record<number, number> {
  const runs = [...table.matchAll(/(\d+) \d+\n((?:\d{10} \d{5} n \n)+)/g)]
  return Object.fromEntries(
    runs.flatMap(([, first, rows = '']) =>
      [...rows.matchAll(/(\d{10}) /g)].map(([, offset], index) => [Number(first) + index, Number(offset)]),
    ),
  )
}

/**
 * Signature wrapping (Mladenov et al. 2019): the second signed part is moved to the end of the file, and in its old place,
 * where the table is looked for, stands another table. A second range behind the signature, in the gap, says where the
 * signed bytes are now.
 */
function wrapped(signed: Uint8Array, range: (gap: number, moved: number, rest: number) => string): Uint8Array {
  const text = latin1(signed)
  const [, gap, next, rest] = rangeOf(signed)
  const second = text.slice(next, next + rest)
  const table = lastStartXref(text)
  const contents = text.slice(gap, next).replace(/(00)+>$/, '>')
  const objects = objectsIn(second.slice(0, table - next))
  const entries = placesIn(text.slice(table))
  const build = (moved: number): string => {
    const placed = second.slice(0, second.indexOf('endobj'))
    let out = `${text.slice(0, gap)}${contents} ${range(gap, moved, rest)}${placed}endobj\n`
    for (const [number, body] of Object.entries({ ...objects, 5: evil })) {
      entries[Number(number)] = out.length
      out += `${number} 0 obj\n${body}\nendobj\n`
    }
    out = out.padEnd(table, '\n')
    const rows = Object.entries(entries).map(
      ([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`,
    )
    const trailer = text.slice(text.lastIndexOf('trailer'))
    return `${out}xref\n${rows.join('')}${trailer}`
  }
  const moved = build(build(0).length).length
  const first = build(moved)
  return fromLatin1(`${first.padEnd(moved, '\n')}${second}`)
}

export const wrappingAttacks: readonly Attack[] = [
  {
    name: 'the second signed part is moved, and a second range says where to',
    title: 'SWA：挪动已签的后半段，另写一个签名范围',
    attack: (signed) => wrapped(signed, (gap, moved, rest) => `/ByteRange [0 ${gap} ${moved} ${rest}]`),
    rules: ['sign-ambiguous', 'sign-broken', 'sign-coverage'],
  },
  {
    name: 'the second signed part is moved, and the range stays',
    title: 'SWA：挪动已签的后半段，签名范围照旧',
    attack: (signed) => wrapped(signed, () => ''),
    rules: ['sign-broken', 'sign-coverage'],
  },
]

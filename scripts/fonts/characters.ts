import { commonCharacters, gb2312 } from '../../server/src/standard/commonCharacters.ts'

const SYMBOL_RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x0020, 0x007e],
  [0x00a0, 0x00ff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x2070, 0x209c],
  [0x20ac, 0x20ac],
  [0x2100, 0x214f],
  [0x2150, 0x218b],
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
  [0x2460, 0x24ff],
  [0x2500, 0x25ff],
  [0x2600, 0x2642],
  [0x2713, 0x2717],
  [0x2e3a, 0x2e3b],
  [0x3000, 0x303f],
  [0x3200, 0x33ff],
  [0xfe30, 0xfe4f],
  [0xff01, 0xffee],
]

function range(first: number, last: number): string {
  let text = ''
  for (let code = first; code <= last; code++) text += String.fromCodePoint(code)
  return text
}

/** What every bundled face holds. */
export function usualCharacters(): string {
  return gb2312() + commonCharacters().join('') + SYMBOL_RANGES.map(([first, last]) => range(first, last)).join('')
}

/** What the 宋体 face holds besides, so that no name of the basic plane goes unprinted: CJK Unified Ideographs and Extension A. */
export function rareCharacters(): string {
  return range(0x4e00, 0x9fff) + range(0x3400, 0x4dbf)
}

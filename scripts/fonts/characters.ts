import { readFileSync } from 'node:fs'

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

/** All of GB 2312—1980: rows 1–9 (signs, kana, Greek, Cyrillic, lines) and 16–87 (characters), by the platform's decoder. */
function gb2312(): string {
  const decoder = new TextDecoder('gb2312')
  let text = ''
  for (let row = 0xa1; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell))
      if (!/[\u{fffd}\p{Private_Use}]/u.test(character)) text += character
    }
  }
  return text
}

/** 通用规范汉字表 (2013) beyond GB 2312; the file names its source. */
function commonCharacters(): string {
  const lines = readFileSync(new URL('./tongyong-beyond-gb2312.txt', import.meta.url), 'utf8').split('\n')
  return lines.filter((line) => !line.startsWith('#')).join('')
}

/** What every bundled face holds. */
export function usualCharacters(): string {
  return gb2312() + commonCharacters() + SYMBOL_RANGES.map(([first, last]) => range(first, last)).join('')
}

/** What the 宋体 face holds besides, so that no name of the basic plane goes unprinted: CJK Unified Ideographs and Extension A. */
export function rareCharacters(): string {
  return range(0x4e00, 0x9fff) + range(0x3400, 0x4dbf)
}

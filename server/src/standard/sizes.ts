import type { Pt } from './units.ts'

/** 字号 in points (layout.md §2); GB/T 9704—2012 names 二号 for titles, 三号 for text, 四号 for 版记 and 页码. */
export const SIZES = {
  初号: 42,
  小初: 36,
  一号: 26,
  小一: 24,
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
} as const satisfies Readonly<Record<string, Pt>>

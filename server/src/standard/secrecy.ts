/** 《中华人民共和国保守国家秘密法》（2024年修订）第十四条 */
export const SECRECY_LEVELS = ['绝密', '机密', '秘密'] as const

/** The longest periods in years: 《中华人民共和国保守国家秘密法》（2024年修订）第二十条. */
export const SECRECY_CAPS: ReadonlyMap<string, number> = new Map([
  ['绝密', 30],
  ['机密', 20],
  ['秘密', 10],
])

/** The levels as alternatives of a regular expression. */
export const ANY_LEVEL = SECRECY_LEVELS.join('|')

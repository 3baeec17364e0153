/** The classes of face that GB/T 9704—2012 5.2.2, 7.2 and 7.3 name, and 西文 for Latin letters and digits in the text. */
export const FONT_ROLES = ['小标宋', '仿宋', '楷体', '黑体', '宋体', '西文'] as const

/** What a face is used for. */
export type FontRole = (typeof FONT_ROLES)[number]

/** Levels of organs from high to low: the centre and the 行政区划 of the Constitution (第三十条). */
export const ORGAN_LEVELS = ['中央', '省', '市', '县', '乡'] as const

/** A level, as a profile writes it under 级别. */
export type OrganLevel = (typeof ORGAN_LEVELS)[number]

import { tooLarge } from '../damage.ts'

/** Work that one file may ask for. A volume of 2,000 pages stays far below. */
const LIMITS = { operators: 20_000_000, marks: 4_000_000, bytes: 500_000_000, forms: 50_000 } as const

/** Counts work over a whole file, so that forms nested in forms cannot multiply it without end. */
export interface Budget {
  /** @throws Failure `pdf-limit` */
  spend(kind: keyof typeof LIMITS, amount?: number): void
}

/** With nothing spent, for one file. */
export function createBudget(): Budget {
  const left = { ...LIMITS } as Record<keyof typeof LIMITS, number>
  return {
    spend(kind, amount = 1) {
      left[kind] -= amount
      if (left[kind] < 0) throw tooLarge('页面内容过多')
    },
  }
}

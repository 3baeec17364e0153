import type { OrganLevel } from './organLevels.ts'
import type { Mm } from './units.ts'

/** What the size of a seal depends on. */
export interface SealOwner {
  readonly name: string
  readonly level?: OrganLevel
  readonly kind?: string
  readonly sealDiameter?: Mm
}

/** 国发〔1999〕25号: diameters of organ seals. */
const STATE_COUNCIL: Mm = 60
const PROVINCE: Mm = 50
const CITY: Mm = 45
const TOWNSHIP: Mm = 42
/** Departments, enterprises and institutions: at most 45 mm; 42 mm is usual. */
const OTHERS: Mm = 42

/** Diameter of an organ's seal: as the directory says, else by rank (国发〔1999〕25号). */
export function sealDiameter(owner: SealOwner): Mm {
  if (owner.sealDiameter !== undefined) return owner.sealDiameter
  if (owner.name === '国务院') return STATE_COUNCIL
  if (owner.name === '国务院办公厅' || owner.level === '中央' || /^中华人民共和国.+部$/.test(owner.name))
    return PROVINCE
  const government = /人民政府$/.test(owner.name)
  if (owner.level === '省' || (government && /(?:省|自治区|特别行政区)人民政府$/.test(owner.name))) {
    return government ? PROVINCE : CITY
  }
  if (government && /(?:乡|镇|街道)人民政府$/.test(owner.name)) return TOWNSHIP
  if (government) return CITY
  return OTHERS
}

/** 签名章: most that the drawn signature fills; the standard gives no size, practice keeps it under two lines. Gap between two. */
export const SIGNATURE_SEAL = { width: 32, height: 14, gap: 3 } as const

/**
 * Seals of joint issue. 7.3.5.1: neither touching nor overlapping, inside the type area; derived: three of up to 50 mm fill
 * its width. The first row's top lies within one line of the text: a quarter of it.
 */
export const JOINT_SEALS = { perRow: 3, gap: 2, topLines: 0.25 } as const

/**
 * Blank lines between text and 署名 so that the seal presses name and date and its top stays within one line
 * of the text (7.3.5.1; derived).
 */
export function blankLinesAboveSeal(diameter: Mm): number {
  if (diameter <= 38) return 1
  return diameter > 52 ? 3 : 2
}

/** How far below the centre of the seal the middle of name and date lies (7.3.5.1 “slightly below”; derived). */
export const SEAL_DROP = { least: 2, usual: 3, most: 4 } as const

import { SIZES } from './sizes.ts'
import { type Mm, mmToPt, type Pt, ptToMm, type Rect } from './units.ts'

/** GB/T 9704—2012 5.1: A4, trimmed. */
export const PAPER = { width: 210, height: 297 } as const

/** 5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. */
export const TYPE_AREA: Rect = { x: 28, y: 37, width: 156, height: 225 }

/** 5.2.1 with 6.2: left edge of the type area of a back side, whose binding edge is at the right. */
export const VERSO_LEFT: Mm = PAPER.width - TYPE_AREA.x - TYPE_AREA.width

/** Lower edge of the type area. */
export const TYPE_AREA_BOTTOM: Mm = TYPE_AREA.y + TYPE_AREA.height

/** 5.2.3: 22 lines of 28 characters fill the type area. */
export const COLUMNS = 28

/** Height of a 3号 character: the glyph that the lines of the text are counted with. */
export const BODY_HEIGHT: Mm = ptToMm(SIZES.三号)

/** 字: width of a grid cell, 156 mm ÷ 28. */
export const CELL: Mm = TYPE_AREA.width / COLUMNS
export const CELL_PT: Pt = mmToPt(CELL)

/**
 * 行: distance of baselines (3.2, 5.2.3). First glyph on the upper edge of the type area, last glyph on its lower
 * edge: 21 pitches and one glyph make 225 mm.
 */
export const LINE_PITCH: Mm = 10.447

/** Practice, for 7.3.5.5: 28 to 31 pt is how far the line pitch of a page may be changed to keep text and seal together. */
export const LINE_PITCH_RANGE = { least: ptToMm(28), most: ptToMm(31) } as const

/** 7.3.3: every paragraph begins two characters in. */
export const INDENT_CELLS = 2

/** 版头 of the general format (7.2). */
export const HEAD = {
  /** 7.2.4: from the upper edge of the type area to the ink of 发文机关标志. */
  markTop: 35,
  /** Practice: the mark is no wider than 0.96 of the type area. */
  markWidth: 150,
  markSize: SIZES.初号,
  /** Practice: a long mark is narrowed rather than set smaller than this. */
  leastMarkSize: SIZES.一号,
  /**
   * 7.2.4: names of joint issue, 文件 to their right. Practice: sizes, their distance as a multiple of their height, the
   * gap before 文件 in characters, and how much larger 文件 becomes with every name beside it.
   */
  stack: { size: SIZES.小初, least: SIZES.五号, height: 75, pitch: 1.25, gap: 0.5, growth: 0.05 },
  /** 7.3.3: how much smaller stacked names become, step by step, until the first page shows text. */
  shrinks: [0.85, 0.7, 0.55, 0.4],
  /** 7.2.5, 7.2.6: blank lines under the mark. */
  numberBlankLines: 2,
  /** 7.2.7: red line under 发文字号. */
  redLineGap: 4,
  /** Practice: the standard gives no thickness. */
  redLineWeight: 0.4,
  /** 7.3.1: blank lines between the red line and the title. */
  titleBlankLines: 2,
  /** 7.2.6: 签发人 set two to a line. */
  approversPerLine: 2,
} as const

/** 7.3.1 and practice: 22 pt in 156 mm. */
export const TITLE_COLUMNS = 20

/** 7.3.4: 附件说明 in cells; a digit and its dot fill about one. */
export const ATTACHMENT_NOTE = { label: 2, ordinal: 5, name: 6 } as const

/** 7.3.5: 署名, 成文日期 and 印章, in cells and lines. */
export const SIGNATURE = {
  /** 7.3.5.1 */
  sealedDateRight: 4,
  /** 7.3.5.2 */
  unsealedRight: 2,
  unsealedDateShift: 2,
  unsealedBlankLines: 1,
  /** 7.3.5.3 */
  signatureSealRight: 4,
  signatureSealBlankLines: 2,
  signatureSealPostGap: 2,
  signatureSealDateBlankLines: 1,
} as const

/** Clause 7.4: 版记. */
export const IMPRINT = {
  /** 7.4.1 */
  thick: 0.35,
  thin: 0.25,
  size: SIZES.四号,
  /** Practice: distance of 4号 lines; the text stands in the middle between two lines. */
  linePitch: 8.5,
  /** Practice: blank between the text of a page and 版记 below it. */
  gap: 4,
  sideCells: 1,
} as const

/** Clause 7.5: 页码. */
export const PAGE_NUMBER = { size: SIZES.四号, gap: 7, sideCells: 1 } as const

/**
 * Clause 8: a page turned by 90° counter-clockwise, so that its head lies at the left edge of the type area: the binding
 * edge of odd pages, the fore edge of even ones. Lines run up the page from the lower left corner of the type area.
 */
export const TURNED = {
  width: TYPE_AREA.height,
  height: TYPE_AREA.width,
} as const

/** Clause 10.1: 信函格式. The lines are centred on the type area. */
export const LETTER = {
  /** From the upper edge of the paper to the ink of the mark. */
  markTop: 30,
  lineGap: 4,
  lineWidth: 170,
  /** From the lower edge of the paper to the second double line. */
  bottomLine: 20,
  /** 7/8 of the height of a 3号 character between line and text. */
  textGap: (ptToMm(SIZES.三号) * 7) / 8,
  titleBlankLines: 2,
  /** Practice: weights and gap of the double line. */
  thick: ptToMm(2.25),
  thin: ptToMm(0.75),
  between: ptToMm(1),
} as const

/** Clause 10.2: 命令（令）格式. */
export const ORDER = { markTop: 20, numberBlankLines: 2, bodyBlankLines: 2 } as const

/** Clause 10.3: 纪要格式. */
export const MINUTES = { markTop: 35, attendanceBlankLines: 1 } as const

/**
 * 字身: the square of a character reaches 0.88 em above and 0.12 em below the baseline in Chinese faces; 天头, lines and
 * blank lines are counted with it, 发文机关标志 with its ink.
 */
export const FACE_ABOVE_BASELINE = 0.88
export const FACE_BELOW_BASELINE = 0.12

/** 5.2.1: how far 天头 and 订口 may be off. */
export const MARGIN_TOLERANCE: Mm = 1

/** 行 if the 22 lines are boxes that fill 225 mm together, the other reading of 3.2 and 5.2.3. */
export const LINE_PITCH_OF_BOXES: Mm = TYPE_AREA.height / 22

/** 5.2.3: lines of a full page. */
export const LINES = 22

/** 3号 is 15.75 pt in the traditional table and 16 pt in word processors: sizes that differ less are the same 号. */
export const FONT_SIZE_TOLERANCE: Pt = 0.3

/** Distances of the edition of 1999 that are still met: mark of 下行文 and 上行文 below the edge of the type area. */
export const MARK_TOP_1999 = { downward: 25, upward: 80 } as const

/** 7.2.7 gives the red line no thickness: practice, 1 to 1.4 pt. */
export const RED_LINE_WEIGHTS: readonly [Mm, Mm] = [0.35, 0.5]

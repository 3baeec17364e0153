import type { FontRole } from '../../standard/fontRole.ts'
import { FONT_SIZE_TOLERANCE } from '../../standard/layout.ts'
import { SIZES } from '../../standard/sizes.ts'
import type { Pt } from '../../standard/units.ts'
import { visibleText } from '../../text/visible.ts'
import { isBlack, isRed, type Line } from '../line.ts'
import { measuredRow, type Requirement, type Row, toldRow, type Verdict } from '../row.ts'

/** What a line looks like: class of face, size and colour. */
interface Aspect {
  readonly roles: readonly FontRole[]
  readonly size?: Pt
  readonly colour?: '红' | '黑'
}

/** Rows on the look of an element, each only if the standard says something about it. */
export function aspectRows(what: Requirement, line: Line, aspect: Aspect): readonly Row[] {
  return [
    roleRow(what, line, aspect.roles),
    ...(aspect.size === undefined ? [] : [sizeRow(what, line, aspect.size)]),
    ...(aspect.colour === undefined ? [] : [colourRow(what, line, aspect.colour)]),
    ...(line.bold ? [boldRow(what, line)] : []),
  ]
}

function roleRow(what: Requirement, line: Line, roles: readonly FontRole[]): Row {
  const verdict: Verdict = line.role === undefined ? '不能自动判断' : roles.includes(line.role) ? '符合' : '偏差'
  return toldRow(
    { ...what, element: `${what.element}字体`, asks: roles.join('或') },
    {
      at: line,
      measured: line.role ?? '认不出',
      verdict,
      note:
        line.role === undefined ? `字体名“${visibleText(line.fontName)}”看不出属于哪一类` : visibleText(line.fontName),
    },
  )
}

/** 号 of a size in points, if it has a name. */
export function sizeName(size: Pt): string | undefined {
  return Object.entries(SIZES).find(([, points]) => Math.abs(points - size) <= FONT_SIZE_TOLERANCE)?.[0]
}

export function sizeRow(what: Requirement, line: Line, size: Pt): Row {
  const name = sizeName(line.size)
  const twelve = size === SIZES.四号 && name === '小四' ? '12 磅是小四号，4号是 14 磅' : undefined
  return measuredRow(
    { ...what, element: `${what.element}字号`, asks: `${sizeName(size) ?? ''}字（${size} 磅）` },
    {
      at: line,
      measured: line.size,
      expected: size,
      unit: '磅',
      tolerance: FONT_SIZE_TOLERANCE,
      note: twelve ?? (name !== undefined && name !== sizeName(size) ? `是${name}字` : undefined),
    },
  )
}

export function colourRow(what: Requirement, line: Line, colour: '红' | '黑'): Row {
  const { colour: found } = line
  const fits = colour === '红' ? isRed(found) : isBlack(found)
  return toldRow(
    { ...what, element: `${what.element}颜色`, asks: colour === '红' ? '红色' : '黑色' },
    {
      at: line,
      measured: found?.stated ?? '图案',
      verdict: found === undefined ? '不能自动判断' : fits ? '符合' : '偏差',
    },
  )
}

/** The standard tells elements apart by class of face; none is bold. */
function boldRow(what: Requirement, line: Line): Row {
  return toldRow(
    {
      requirement: 'F-2',
      clause: '5.2.2',
      ground: '推算',
      element: `${what.element}加粗`,
      asks: '标准用字体区分层次，没有加粗',
    },
    { at: line, measured: '加粗', verdict: '偏差', note: '加粗是常见的误用' },
  )
}

import { looksLikeDate } from '../../standard/dates.ts'
import { CELL, INDENT_CELLS, SIGNATURE, TYPE_AREA } from '../../standard/layout.ts'
import { SIZES } from '../../standard/sizes.ts'
import type { Mm } from '../../standard/units.ts'
import type { Anatomy } from '../anatomy.ts'
import type { Line } from '../line.ts'
import { type Found, measuredRow, type Requirement, type Row, toldRow, unseenRow } from '../row.ts'
import { greatest } from '../statistics.ts'
import { DATE_IN_HAN } from '../tail.ts'
import { aspectRows } from './aspect.ts'
import { blankLines, centreOf } from './place.ts'

/** 署名, 成文日期, seals, 附注 and the pages of attachments: 7.3.5 to 7.3.7. */
export function checkEnding(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  return [
    ...checkDate(anatomy, tolerance),
    ...checkSeals(anatomy, tolerance),
    ...checkNote(anatomy, tolerance),
    ...checkAttachments(anatomy, tolerance),
  ]
}

const DATE: Requirement = { requirement: 'SG-1', clause: '7.3.5.1', element: '成文日期', asks: '' }

function checkDate(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  const { date, format } = anatomy
  if (date === undefined)
    return format === '纪要'
      ? []
      : [unseenRow({ ...DATE, asks: '署名之下，右空四字或二字' }, '决议、公报等的日期在标题之下')]
  return [
    ...aspectRows(DATE, date, { roles: ['仿宋', '宋体', '西文'], size: SIZES.三号 }).slice(1),
    spelling(date),
    ...(anatomy.seals.length > 0 ? sealed(anatomy, date, tolerance) : signed(anatomy, date, tolerance)),
    withText(anatomy, date),
  ]
}

function spelling(date: Line): Row {
  const bare = date.text.replace(/\s/g, '')
  const what = { ...DATE, requirement: 'SG-16', clause: '7.3.5.4', asks: '阿拉伯数字，年份标全，月、日不编虚位' }
  if (DATE_IN_HAN.test(bare))
    return toldRow(what, { at: date, measured: date.text, verdict: '偏差', note: '用汉字写日期是 1999 年版的做法' })
  const padded = /年0|月0/.test(bare)
  return toldRow(what, {
    at: date,
    measured: date.text,
    verdict: padded || !looksLikeDate(bare) ? '偏差' : '符合',
    note: padded ? '月、日编了虚位' : undefined,
  })
}

/** Four characters, or more where a long name centred on the date would leave the type area. */
function dateRight(signatory: readonly Line[], date: Line): Mm {
  const widest = Math.max(0, greatest(signatory.map((line) => line.right - line.left)))
  return Math.max(SIGNATURE.sealedDateRight * CELL, (widest - (date.right - date.left)) / 2)
}

/** 7.3.5.1: date four characters from the right, name centred on it. */
function sealed(anatomy: Anatomy, date: Line, tolerance: Mm): readonly Row[] {
  const { signatory, area, seals, format } = anatomy
  // 7.3.5.1: each organ of a joint document signs at its own place, the last one above the date.
  if (seals.length > 1) return []
  const right = area.right(date.page) - date.right
  const rows = [
    measuredRow(
      { ...DATE, asks: '加盖印章的一般右空四字' },
      { at: date, measured: right, expected: dateRight(signatory, date), tolerance },
    ),
  ]
  const [name] = signatory
  if (name && signatory.length === 1)
    rows.push(
      measuredRow(
        { ...DATE, requirement: 'SG-3', element: '署名', asks: '在成文日期之上，以成文日期为准居中' },
        {
          at: name,
          measured: (name.left + name.right) / 2,
          expected: (date.left + date.right) / 2,
          tolerance: Math.max(tolerance, 1),
          mistake: Math.abs(name.right - date.right) < 1 ? '署名也右空四字是常见的误用' : undefined,
        },
      ),
    )
  if (signatory.length === 0 && format === '文件')
    rows.push(
      toldRow(
        { ...DATE, requirement: 'SG-3', element: '署名', asks: '印章之下有署名' },
        {
          at: date,
          measured: '没有署名',
          verdict: '不能自动判断',
          note: '单一机关只写日期不署名是 1999 年版的做法；用签名章的，签名代替署名',
        },
      ),
    )
  return rows
}

/** Without a seal on the page, it may be stamped on paper or left out: the rule that fits better counts. */
function signed(anatomy: Anatomy, date: Line, tolerance: Mm): readonly Row[] {
  const { signatory, area } = anatomy
  const right = area.right(date.page) - date.right
  const [name] = signatory
  const stamped: Found = {
    at: date,
    measured: right,
    expected: dateRight(signatory, date),
    tolerance,
  }
  if (name === undefined) return [measuredRow({ ...DATE, asks: '加盖印章的一般右空四字' }, stamped)]
  const shift = SIGNATURE.unsealedDateShift * CELL
  const asIfStamped = Math.abs((name.left + name.right) / 2 - (date.left + date.right) / 2)
  const asIfNot = Math.abs(date.left - name.left - shift)
  if (asIfStamped <= asIfNot)
    return [
      measuredRow({ ...DATE, asks: '加盖印章的一般右空四字' }, { ...stamped, note: '页面上没有印章，按纸上盖章量' }),
      measuredRow(
        { ...DATE, requirement: 'SG-3', element: '署名', asks: '以成文日期为准居中' },
        {
          at: name,
          measured: (name.left + name.right) / 2,
          expected: (date.left + date.right) / 2,
          tolerance: Math.max(tolerance, 1),
        },
      ),
    ]
  const what = { ...DATE, requirement: 'SG-10', clause: '7.3.5.2' }
  const widest = Math.max(name.right, date.right)
  return [
    measuredRow(
      { ...what, element: '署名', asks: '不加盖印章的右空二字' },
      {
        at: name,
        measured: area.right(name.page) - widest,
        expected: SIGNATURE.unsealedRight * CELL,
        tolerance,
        note: '页面上没有印章，按不加盖印章量',
      },
    ),
    measuredRow(
      { ...what, asks: '首字比署名首字右移二字' },
      { at: date, measured: date.left - name.left, expected: shift, tolerance },
    ),
  ]
}

/** 7.3.5.5 leaves only spacing as a remedy, and practice forbids 此页无正文. */
function withText({ body }: Anatomy, date: Line): Row {
  const what = { requirement: 'SG-18', clause: '7.3.5.5', element: '成文日期', asks: '与正文同处一面' }
  const empty = body.find(({ text }) => /此页无正文/.test(text))
  const alone = !body.some((line) => line.page === date.page && line !== empty)
  return toldRow(what, {
    at: date,
    measured: alone ? '这一面没有正文' : '这一面有正文',
    verdict: alone ? '偏差' : '符合',
    note: empty ? '“此页无正文”是 1999 年版明文禁止的做法' : undefined,
  })
}

function checkSeals(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  const { date, signatory, seals, body } = anatomy
  const [seal] = seals
  if (date === undefined || seal === undefined || seals.length > 1 || signatory.length !== 1) return []
  const what = { requirement: 'SG-4', clause: '7.3.5.1', element: '印章', asks: '' }
  const at = { page: date.page, box: seal }
  const rows = [
    measuredRow(
      { ...what, asks: '端正、居中下压署名和成文日期' },
      {
        at,
        measured: (seal.left + seal.right) / 2,
        expected: (date.left + date.right) / 2,
        tolerance: Math.max(tolerance, 1),
      },
    ),
  ]
  const above = body.filter((line) => line.page === date.page).at(-1)
  if (above)
    rows.push(
      measuredRow(
        { ...what, requirement: 'SG-5', asks: '顶端距正文（或附件说明）一行之内' },
        { at, measured: seal.top - above.bottom, expected: [0, anatomy.area.blankPitch], tolerance },
      ),
    )
  return rows
}

function checkNote({ note, date, area }: Anatomy, tolerance: Mm): readonly Row[] {
  if (note === undefined || date === undefined) return []
  const what = { requirement: 'N-1', clause: '7.3.6', element: '附注', asks: '' }
  const rows = [
    measuredRow(
      { ...what, asks: '居左空二字' },
      {
        at: note,
        measured: note.left - area.left(note.page),
        expected: INDENT_CELLS * CELL,
        tolerance,
      },
    ),
  ]
  const full = note.text.startsWith('（')
  rows.push(
    toldRow(
      { ...what, asks: '加圆括号' },
      { at: note, measured: note.text.slice(0, 1), verdict: full ? '符合' : '偏差' },
    ),
  )
  return rows
}

/** 7.3.7: label on the first line, title centred on the third. */
function checkAttachments(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  const { attachments, area } = anatomy
  return attachments.flatMap(({ label, title }): readonly Row[] => {
    const what = { requirement: 'N-4', clause: '7.3.7', element: '附件', asks: '' }
    const rows: Row[] = [
      ...aspectRows(what, label, { roles: ['黑体'], size: SIZES.三号 }),
      measuredRow(
        { ...what, asks: '顶格编排在版心左上角' },
        { at: label, measured: label.left - area.left(label.page), expected: 0, tolerance },
      ),
      measuredRow(
        { ...what, asks: '版心第一行' },
        {
          at: label,
          measured: label.top,
          expected: [TYPE_AREA.y, TYPE_AREA.y + Math.max(0, area.blankPitch - (label.bottom - label.top)) / 2],
          tolerance: Math.max(tolerance, 1),
        },
      ),
    ]
    if (/[：:]$/.test(label.text))
      rows.push(
        toldRow(
          { ...what, requirement: 'N-8', asks: '“附件”后不加冒号' },
          { at: label, measured: label.text, verdict: '偏差' },
        ),
      )
    const [first] = title
    if (first) {
      const heading = { ...what, requirement: 'N-5', element: '附件标题' }
      rows.push(
        measuredRow(
          { ...heading, asks: '居中' },
          {
            at: first,
            measured: (first.left + first.right) / 2,
            expected: centreOf(anatomy, first.page),
            tolerance: Math.max(tolerance, 1),
          },
        ),
        measuredRow(
          { ...heading, asks: '编排在版心第三行' },
          {
            at: first,
            measured: first.top - label.bottom,
            expected: blankLines(anatomy, 1),
            tolerance: Math.max(tolerance, 1),
          },
        ),
      )
    }
    return rows
  })
}

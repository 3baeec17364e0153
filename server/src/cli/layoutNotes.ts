import type { Terminal } from './host.ts'

/** What of the layout's results this room speaks of; the press hands them over as plain data. */
interface Facts {
  readonly pages: number
  readonly faces: readonly {
    readonly role: string
    readonly family: string
    readonly substitute: boolean
    readonly helps?: { readonly characters: readonly string[]; readonly count: number }
  }[]
  readonly problems: readonly { readonly code: string; readonly args: readonly (string | number)[] }[]
  readonly adjusted: readonly {
    readonly what: string
    readonly page: number
    readonly from: number
    readonly to: number
  }[]
}

/** Says what was adjusted and by how much: lines so that text and seal stay together (7.3.5.5), the mark so that page 1 shows text (7.3.3). */
export function noteAdjustments(terminal: Terminal, { adjusted }: Facts): void {
  const mm = (length: number) => `${length.toFixed(2)}毫米`
  const lines = adjusted
    .filter(({ what }) => what === 'linePitch')
    .map(({ page, from, to }) => `第${page + 1}面由${mm(from)}调为${mm(to)}`)
  if (lines.length > 0) terminal.err(`行距：${lines.join('，')}，使正文与落款、版记排得下（7.3.5.5）。\n`)
  for (const { what, from, to } of adjusted) {
    if (what === 'mark') terminal.err(`发文机关标志：字高由${mm(from)}缩为${mm(to)}，使首页显示正文（7.3.3）。\n`)
  }
}

const said = new WeakMap<Terminal, string>()

/** Says which faces stand in for those that the standard names, and for which characters others helped out. */
export function noteFaces(terminal: Terminal, { faces }: Facts): void {
  const substitutes = faces
    .filter(({ substitute, helps }) => substitute && !helps)
    .map(({ role, family }) => `${role}用“${family}”`)
  if (substitutes.length > 0) {
    const note = `字体：${substitutes.join('，')}代替。装有方正、中易字体的电脑会自动使用它们；也可用 --font 指定。\n`
    // A run that prints many copies says it once.
    if (said.get(terminal) !== note) terminal.err(note)
    said.set(terminal, note)
  }
  for (const { role, family, helps } of faces) {
    if (!helps) continue
    const { characters, count } = helps
    const named = `“${characters.join('')}”${count > characters.length ? `等 ${count} 个字` : ''}`
    terminal.err(`字体：${role}缺${named}，连同所在的人名、地名改用“${family}”。\n`)
  }
}

/** For `--strict`: says why pages with substitutes or missing characters are refused. True if they are. */
export function refusesFonts(terminal: Terminal, { faces, problems }: Facts): boolean {
  const roles = [...new Set(faces.filter(({ substitute }) => substitute).map(({ role }) => role))]
  const missing = [...new Set(problems.filter(({ code }) => code === 'glyph-missing').map(({ args }) => args[0]))]
  if (roles.length > 0) {
    terminal.err(`--strict：${roles.join('、')}用了代用字体，没有生成 PDF。请安装所需字体，或用 --font 指定。\n`)
  }
  if (missing.length > 0) {
    terminal.err(`--strict：字体里缺“${missing.join('')}”，没有生成 PDF。请用 --font 指定有这些字的字体。\n`)
  }
  return roles.length > 0 || missing.length > 0
}

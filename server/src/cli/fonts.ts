import { ChineseCommand, collect, oneOf } from './command.ts'
import { DONE } from './exitCode.ts'
import type { Host, ListedFont } from './host.ts'
import { parseFonts } from './renderDocument.ts'
import type { Session } from './session.ts'

interface FontsOptions {
  readonly format: 'table' | 'json'
  readonly font?: readonly string[]
}

/** Version of each entry that `fonts --format json` prints. */
const SCHEMA = 1

const ORIGINS: Readonly<Record<ListedFont['origin'], string>> = {
  configured: '由 --font 指定',
  installed: '本机已安装，按名称找到',
  bundled: '随附的开源字体',
}

export function fontsCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('fonts')
    .description('列出每种角色实际用哪个字体、为什么、有哪些字')
    .usage('[选项]')
    .option('--font <角色=字体>', '指定某个角色的字体文件，可写多次', collect)
    .option('--format <格式>', '输出格式：table、json（默认 table）', oneOf('--format', ['table', 'json']), 'table')
  return (command as ChineseCommand)
    .examples('hongtou fonts', 'hongtou fonts --font 仿宋=simfang.ttf', 'hongtou fonts --format json')
    .action((options: FontsOptions) => session.run((host) => runFonts(host, options))) as ChineseCommand
}

async function runFonts(host: Host, { font, format }: FontsOptions): Promise<number> {
  const fonts = await host.listFonts(parseFonts(font))
  host.terminal.out(
    format === 'json' ? `${JSON.stringify(fonts.map(entry), undefined, 2)}\n` : fonts.map(lines).join(''),
  )
  return DONE
}

function entry({ role, family, origin, substitute, embeddable, path, state, coverage, lacking }: ListedFont): object {
  const face = { schema: SCHEMA, role, family, origin, substitute, embeddable, file: path ?? null }
  return { ...face, used: state === 'used', state, coverage: coverage ?? null, lacking: lacking ?? null }
}

const STATES: Readonly<Record<ListedFont['state'], string>> = {
  used: '采用',
  helps: '后备',
  'not-embeddable': '不用（字体禁止嵌入）',
  unreadable: '不用（文件残缺）',
}

function lines(font: ListedFont): string {
  const { role, family, origin, substitute, path, state } = font
  const why = `${ORIGINS[origin]}${substitute ? '，代用' : ''}`
  const held = heldBy(font)
  return `${role}  ${STATES[state]}  ${family}  ${why}  ${path ?? ''}\n${held === '' ? '' : `      ${held}\n`}`
}

/** What 汉字 a face has, and of the role's own face, who has the others. */
function heldBy({ coverage, lacking }: ListedFont): string {
  if (!coverage) return ''
  const { gb2312, common, han } = coverage
  const has = `GB 2312 汉字 ${gb2312}/6763，通用规范汉字 ${common}/8105，共 ${han} 个汉字`
  if (!lacking || lacking.own === 0) return has
  const { own, afterHelp } = lacking
  return `${has}；缺的 ${own} 个通用规范汉字${afterHelp === 0 ? '由后备字体补齐' : `，后备字体也缺 ${afterHelp} 个`}`
}

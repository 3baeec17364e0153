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
    .description('列出每种角色实际用哪个字体，以及为什么')
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
    format === 'json' ? `${JSON.stringify(fonts.map(entry), undefined, 2)}\n` : fonts.map(line).join(''),
  )
  return DONE
}

function entry({ role, family, origin, substitute, embeddable, path, used }: ListedFont): object {
  return { schema: SCHEMA, role, family, origin, substitute, embeddable, file: path ?? null, used }
}

function line({ role, family, origin, substitute, embeddable, path, used }: ListedFont): string {
  const state = used ? '采用' : embeddable ? '后备' : '不用（字体禁止嵌入）'
  return `${role}  ${state}  ${family}  ${ORIGINS[origin]}${substitute ? '，代用' : ''}  ${path ?? ''}\n`
}

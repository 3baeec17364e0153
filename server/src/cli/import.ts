import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { ChineseCommand } from './command.ts'
import { refuseExisting } from './existing.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import { readBytes, singleInput } from './inputs.ts'
import type { Session } from './session.ts'
import { decodePlainText, TEXT_LIMIT } from './sourceText.ts'

const SOURCE = /\.gw\.md$/i

interface ImportOptions {
  readonly output?: string
  readonly force?: true
}

export function importCommand(session: Session): ChineseCommand {
  return new ChineseCommand('import')
    .description('把现成的纯文本公文转成公文源文件')
    .usage('[选项] <文件>')
    .argument('<文件>', '纯文本文件（.txt，UTF-8 或 GB 18030 编码）；- 表示标准输入')
    .option('-o, --output <文件>', '公文源文件（默认与原文件同名，后缀 .gw.md；- 表示标准输出）')
    .option('--force', '覆盖已有的文件')
    .examples(
      'hongtou import 通知.txt                  转成 通知.gw.md',
      'hongtou import 旧文.txt -o 通知.gw.md    转成指定的文件',
      '份号、密级、字号、署名、日期、附注、版记移到开头信息，附件说明由附件得出；正文一字不改。',
    )
    .action((file: string, options: ImportOptions) => session.run((host) => runImport(host, file, options)))
}

async function runImport(host: Host, file: string, options: ImportOptions): Promise<number> {
  const [input, { importText }] = await Promise.all([singleInput(host, file), import('../features/importText.ts')])
  if (!input.standardInput && SOURCE.test(input.uri))
    throw new Failure(
      'already-source',
      message('{0} 已经是公文源文件，不用转换。要整理写法请用 hongtou format。', input.name),
    )
  const bytes = await readBytes(host, input, TEXT_LIMIT)
  const { text, accounts } = importText(decodePlainText(bytes, input.name).text)
  if (options.output === '-' || (input.standardInput && options.output === undefined)) {
    host.terminal.out(text)
    return DONE
  }
  const target = host.toUri(options.output ?? input.name.replace(/(?:\.txt)?$/i, '.gw.md'))
  if (target === input.uri) {
    throw new Failure('usage', message('{0} 不能写回自己。请用 -o 写另一个文件名。', input.name))
  }
  if (!options.force) await refuseExisting(host, target)
  await host.files.write(target, new TextEncoder().encode(text))
  const path = host.toPath(target)
  const found = [...new Set(accounts.flatMap(({ name }) => name.split('、')))]
  host.terminal.err(
    `已转成 ${path}${found.length > 0 ? `，认出${found.join('、')}` : ''}。请核对，然后用 hongtou lint ${path} 校对。\n`,
  )
  return DONE
}

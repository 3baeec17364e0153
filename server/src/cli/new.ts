import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { ChineseCommand } from './command.ts'
import { refuseExisting } from './existing.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import type { Session } from './session.ts'
import { TEXT_LIMIT } from './sourceText.ts'

interface NewOptions {
  readonly output?: string
  readonly force?: true
}

const ENDING = '.gw.md'

export function newCommand(session: Session): ChineseCommand {
  return new ChineseCommand('new')
    .description('从模板新建一份公文')
    .usage('[选项] <文种>')
    .argument('<文种>', '通知、请示、函、纪要、命令等十五个文种之一')
    .option('-o, --output <文件>', '新文件（默认 文种.gw.md；- 表示标准输出）')
    .option('--force', '覆盖已有的文件')
    .examples('hongtou new 通知', 'hongtou new 请示 -o 关于追加经费的请示.gw.md')
    .action((genre: string, options: NewOptions) => session.run((host) => runNew(host, genre, options)))
}

async function runNew(host: Host, genre: string, options: NewOptions): Promise<number> {
  const template = await readTemplate(host, genre)
  if (options.output === '-') {
    host.terminal.out(new TextDecoder().decode(template))
    return DONE
  }
  const target = host.toUri(options.output ?? genre + ENDING)
  const path = host.toPath(target)
  if (!options.force) await refuseExisting(host, target)
  await host.files.write(target, template)
  host.terminal.err(`已新建 ${path}。把【】里的内容换成实际内容，然后用 hongtou lint ${path} 校对。\n`)
  return DONE
}

async function readTemplate(host: Host, genre: string): Promise<Uint8Array> {
  const names = (await host.files.list(host.templates))
    .filter(({ name, folder }) => !folder && name.endsWith(ENDING))
    .map(({ name }) => name.slice(0, -ENDING.length))
  if (!names.includes(genre)) {
    throw new Failure('no-template', message('没有“{0}”的模板。可选的文种：{1}。', genre, names.sort().join('、')))
  }
  return host.files.read(`${host.templates}/${encodeURIComponent(genre + ENDING)}`, TEXT_LIMIT)
}

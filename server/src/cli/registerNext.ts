import { ChineseCommand } from './command.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import { singleInput } from './inputs.ts'
import { addRegisterOption, type RegisterOptions } from './registerFile.ts'
import type { Session } from './session.ts'
import { foreseeNumber } from './takeNumber.ts'

interface NextOptions extends RegisterOptions {
  readonly series?: string
}

export function registerNextCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('next')
    .description('看一份公文会得到什么号，不登记')
    .usage('[选项] <文件>')
    .argument('<文件>', '公文源文件')
    .option('--series <代字>', '发文机关代字，例如 某政函（默认看文中的发文字号，再看单位配置）')
  return addRegisterOption(command as ChineseCommand)
    .examples('hongtou register next 通知.gw.md', 'hongtou register next 复函.gw.md --series 某政函')
    .action((file: string, options: NextOptions) =>
      session.run((host) => runNext(host, file, options)),
    ) as ChineseCommand
}

async function runNext(host: Host, file: string, options: NextOptions): Promise<number> {
  const input = await singleInput(host, file)
  const { number } = await foreseeNumber(host, input, options)
  host.terminal.out(`${number}\n`)
  return DONE
}

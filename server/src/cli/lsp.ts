import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { ChineseCommand } from './command.ts'
import { DONE } from './exitCode.ts'
import type { Session } from './session.ts'

export function lspCommand(session: Session): ChineseCommand {
  return new ChineseCommand('lsp')
    .description('语言服务器，供各种编辑器使用')
    .usage('[选项]')
    .option('--stdio', '经标准输入输出通信')
    .examples('hongtou lsp --stdio')
    .action((options: { readonly stdio?: true }) =>
      session.run(async (host) => {
        if (!options.stdio)
          throw new Failure('usage', message('请写 hongtou lsp --stdio。目前只支持经标准输入输出通信。'))
        await host.serve()
        return DONE
      }),
    )
}

import { voidNumber, withDeeds } from '../record/register/giveNumber.ts'
import { readNumber } from '../record/register/numberDocument.ts'
import { registerOf } from '../record/register/register.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { ChineseCommand } from './command.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import {
  addClerkOptions,
  addRegisterOption,
  type ClerkOptions,
  changeRegister,
  clerkOf,
  type RegisterOptions,
  registerOfFolder,
} from './registerFile.ts'
import type { Session } from './session.ts'

interface VoidOptions extends RegisterOptions, ClerkOptions {
  readonly reason: string
}

export function registerVoidCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('void')
    .description('作废一个号：它留在登记簿里，永远不再给别的公文')
    .usage('[选项] <发文字号>')
    .argument('<发文字号>', '例如 某政发〔2026〕5号')
    .requiredOption('--reason <原因>', '作废的原因')
  return addRegisterOption(addClerkOptions(command as ChineseCommand))
    .examples('hongtou register void 某政发〔2026〕5号 --reason 停止印发 --name 赵某 --organ 市政府办公室')
    .action((number: string, options: VoidOptions) =>
      session.run((host) => runVoid(host, number, options)),
    ) as ChineseCommand
}

async function runVoid(host: Host, text: string, options: VoidOptions): Promise<number> {
  const place = readNumber(text)
  if (!place) throw new Failure('usage', message('“{0}”不是完整的发文字号，要写成“某政发〔2026〕5号”的样子。', text))
  const { series, number, written } = place
  const deed = { action: '作废', series, number, reason: options.reason } as const
  const register = await registerOfFolder(host, host.toUri('.'), options)
  await changeRegister(host, register, async ({ entries }) => {
    voidNumber(registerOf(entries), deed)
    return { entries: await withDeeds(entries, [deed], clerkOf(host, options), host.crypto) }
  })
  host.terminal.err(`已作废${written}（${host.toPath(register)}）。\n`)
  return DONE
}

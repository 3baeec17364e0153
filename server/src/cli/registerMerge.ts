import { headsOf } from '../record/chain.ts'
import { isOneLog, unite } from '../record/merge.ts'
import { withDeeds } from '../record/register/giveNumber.ts'
import { registerOf } from '../record/register/register.ts'
import { beijingTime } from '../text/beijingTime.ts'
import { Failure } from '../text/failure.ts'
import { formatMessage, message } from '../text/message.ts'
import { visibleText } from '../text/visible.ts'
import { ChineseCommand } from './command.ts'
import { DONE, FAULT } from './exitCode.ts'
import type { Host } from './host.ts'
import {
  addClerkOptions,
  addRegisterOption,
  type ClerkOptions,
  changeRegister,
  clerkOf,
  type RegisterOptions,
  readSoundRegister,
  registerOfFolder,
} from './registerFile.ts'
import type { Session } from './session.ts'

export function registerMergeCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('merge')
    .description('把登记簿的几个副本合并成一份，并指出哪些号给了两次')
    .usage('[选项] <副本…>')
    .argument('<副本...>', '别人的登记簿，例如同步盘的冲突副本、git 另一个分支上的')
  return addRegisterOption(addClerkOptions(command as ChineseCommand))
    .examples(
      'hongtou register merge 发文登记（冲突副本）.jsonl --name 赵某 --organ 市政府办公室',
      '退出码：有号给了两次的为 1。先登记的算数，后登记的要另取一个号。',
    )
    .action((copies: readonly string[], options: RegisterOptions & ClerkOptions) =>
      session.run((host) => runMerge(host, copies, options)),
    ) as ChineseCommand
}

async function runMerge(
  host: Host,
  copies: readonly string[],
  options: RegisterOptions & ClerkOptions,
): Promise<number> {
  const register = await registerOfFolder(host, host.toUri('.'), options)
  const { entries } = await changeRegister(host, register, async (own) => {
    const others = await Promise.all(copies.map((copy) => readCopy(host, copy)))
    if (!isOneLog([own, ...others])) throw new Failure('register-other', message('这些不是同一份登记簿，不能合并。'))
    const united = unite([own, ...others])
    const deeds = headsOf(united).length > 1 ? [{ action: '合并' } as const] : []
    return { entries: await withDeeds(united, deeds, clerkOf(host, options), host.crypto) }
  })
  const { refused } = registerOf(entries)
  for (const { linked, reason } of refused) {
    const { entry } = linked
    const given = entry.action === '登记' ? `给 ${visibleText(entry.file)} ` : ''
    host.terminal.err(
      `警告：${entry.actor.name}${beijingTime(entry.time)}${given}登记的不算数。${formatMessage(reason)}\n`,
    )
  }
  if (refused.length > 0)
    host.terminal.err('不算数的，请把那份公文里的发文字号改回“〔年份〕号”，用 hongtou register take 另取一个号。\n')
  host.terminal.err(`已合并到 ${host.toPath(register)}，共${entries.length}条。\n`)
  return refused.length > 0 ? FAULT : DONE
}

/** A copy that the user names must be there and hold something. */
async function readCopy(host: Host, path: string) {
  const uri = host.toUri(path)
  const chain = await readSoundRegister(host, uri)
  if (chain.entries.length === 0) throw new Failure('register-empty', message('{0} 里一条登记也没有，没有合并。', path))
  return chain
}

import { giveAll } from '../record/register/giveNumber.ts'
import type { Uri } from '../text/finding.ts'
import { formatMessage } from '../text/message.ts'
import { folderOf } from '../text/uri.ts'
import { ChineseCommand } from './command.ts'
import { DONE, FAULT } from './exitCode.ts'
import type { Host } from './host.ts'
import { numberedDocuments } from './numberedDocuments.ts'
import {
  addClerkOptions,
  addRegisterOption,
  type ClerkOptions,
  changeRegister,
  clerkOf,
  type RegisterOptions,
  registerOfFolder,
} from './registerFile.ts'
import { gapText } from './registerTake.ts'
import type { Session } from './session.ts'

interface ImportOptions extends RegisterOptions, ClerkOptions {
  readonly reason: string
}

export function registerImportCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('import')
    .description('启用登记簿：把文件夹里已经编了号的公文一次登记上')
    .usage('[选项] [文件夹]')
    .argument('[文件夹]', '公文所在的文件夹（默认是当前文件夹）', '.')
  return addRegisterOption(addClerkOptions(command as ChineseCommand))
    .option('--reason <原因>', '中间没有见到的号怎样说明', '启用登记簿时没有见到')
    .examples('hongtou register import --name 赵某 --organ 市政府办公室', '退出码：有重号没有登记上的为 1。')
    .action((folder: string, options: ImportOptions) =>
      session.run((host) => runImport(host, folder, options)),
    ) as ChineseCommand
}

async function runImport(host: Host, folder: string, options: ImportOptions): Promise<number> {
  const register = await registerOfFolder(host, host.toUri(folder), options)
  const found = await numberedDocuments(host, folderOf(register) as Uri, register)
  const claims = found
    .map(({ number: { series, number }, registered }) => ({
      ...registered,
      series,
      number,
      reason: options.reason,
    }))
    .sort((a, b) => a.number - b.number || (a.file < b.file ? -1 : 1))
  const { added, refused } = await changeRegister(host, register, async ({ entries }) => {
    const given = await giveAll(entries, claims, clerkOf(host, options), host.crypto)
    return { ...given, added: given.entries.slice(entries.length) }
  })
  for (const { entry } of added) if (entry.action === '跳号') host.terminal.err(`${gapText(entry)}。\n`)
  for (const sentence of refused) host.terminal.err(`没有登记：${formatMessage(sentence)}\n`)
  const count = added.filter(({ entry }) => entry.action === '登记').length
  host.terminal.err(`登记了${count}份公文（${host.toPath(register)}）。\n`)
  return refused.length > 0 ? FAULT : DONE
}

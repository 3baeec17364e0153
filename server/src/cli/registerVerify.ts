import {
  type Given,
  type Register,
  registerOf,
  seriesOf,
  unexplained,
  writtenNumber,
} from '../record/register/register.ts'
import type { Uri } from '../text/finding.ts'
import { formatMessage } from '../text/message.ts'
import { folderOf } from '../text/uri.ts'
import { ChineseCommand } from './command.ts'
import { DONE, FAULT } from './exitCode.ts'
import type { Host } from './host.ts'
import { type NumberedDocument, numberedDocuments } from './numberedDocuments.ts'
import { placed } from './processLog.ts'
import { addRegisterOption, type RegisterOptions, readRegister, registerOfFolder } from './registerFile.ts'
import type { Session } from './session.ts'

export function registerVerifyCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('verify')
    .description('核对登记簿：有没有改动、重号、没有说明的跳号，与文件夹里各份公文的字号是否一致')
    .usage('[选项] [文件夹]')
    .argument('[文件夹]', '公文所在的文件夹（默认是当前文件夹）', '.')
  return addRegisterOption(command as ChineseCommand)
    .examples('hongtou register verify', '退出码：没有问题为 0，有问题为 1，读不了为 2。')
    .action((folder: string, options: RegisterOptions) =>
      session.run((host) => runVerify(host, folder, options)),
    ) as ChineseCommand
}

async function runVerify(host: Host, folder: string, options: RegisterOptions): Promise<number> {
  const uri = await registerOfFolder(host, host.toUri(folder), options)
  const { entries, problems } = await readRegister(host, uri)
  const name = host.toPath(uri)
  if (entries.length === 0 && problems.length === 0) {
    host.terminal.out(`还没有登记簿（${name}）。\n`)
    return FAULT
  }
  const register = registerOf(entries)
  const lines = new Map(entries.map(({ digest }, index) => [digest, index + 1]))
  const documents = await numberedDocuments(host, folderOf(uri) as Uri, uri)
  const found = [
    ...problems.map(placed),
    ...register.refused.map(
      ({ linked, reason }) => `第${lines.get(linked.digest)}行：不算数。${formatMessage(reason)}`,
    ),
    ...gapProblems(register),
    ...documents.flatMap((document) => documentProblem(host, register, document, documents) ?? []),
  ]
  for (const each of found) host.terminal.out(`${name} ${each}\n`)
  const count = [...register.series.values()].reduce((sum, { given }) => sum + given.size, 0)
  const verdict = found.length === 0 ? '没有发现问题' : `发现${found.length}处问题`
  host.terminal.out(`${name}：登记了${count}个号，${verdict}。\n`)
  return found.length > 0 ? FAULT : DONE
}

function gapProblems({ series }: Register): readonly string[] {
  return [...series].flatMap(([name, one]) =>
    unexplained(one).map((number) => `${writtenNumber(name, number)}跳过了，没有说明原因。`),
  )
}

/** What is wrong between a document and the register; one that was moved or renamed still has its number. */
function documentProblem(
  host: Host,
  register: Register,
  { uri: at, number, registered }: NumberedDocument,
  all: readonly NumberedDocument[],
): string | undefined {
  const { file, title } = registered
  const path = host.toPath(at)
  const given: Given | undefined = seriesOf(register, number.series).given.get(number.number)
  if (!given) return `${path} 的${number.written}没有登记。`
  if (given.voided) return `${path} 的${number.written}已经作废。`
  if (given.by.file === file) return undefined
  const isOwnerThere = all.some((other) => other.registered.file === given.by.file)
  if (!isOwnerThere && given.by.title === title) return undefined
  return `${path} 的${number.written}登记给了 ${given.by.file}。`
}

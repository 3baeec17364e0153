import { append, type Proposal } from '../record/append.ts'
import { hex } from '../record/digests.ts'
import type { Actor } from '../record/entry.ts'
import { isoTime } from '../text/isoTime.ts'
import { attachedFiles } from './attachedFiles.ts'
import { ChineseCommand } from './command.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import { beside, type Recorded, readProcess, readRecorded, refuseDamaged, writeLogFile } from './processLog.ts'
import { sayState } from './recordShow.ts'
import type { Session } from './session.ts'

interface AddOptions {
  readonly name: string
  readonly organ: string
  readonly post?: string
  readonly opinion?: string
  readonly to?: string
  readonly flow: string
}

export function recordAddCommand(session: Session): ChineseCommand {
  return new ChineseCommand('add')
    .description('记一笔：办了流程中的一步，或者退回、批注、传阅、催办、作废')
    .usage('[选项] <文件> <办理>')
    .argument('<文件>', '公文源文件；记录在它旁边的 .gw.log 里')
    .argument('<办理>', '流程中的一步（拟稿、审核、签发……），或者 退回、批注、传阅、催办、作废')
    .requiredOption('--name <姓名>', '办理人')
    .requiredOption('--organ <机关>', '办理人所在的机关')
    .option('--post <职务>', '办理人的职务')
    .option('--opinion <意见>', '办理意见')
    .option('--to <步骤>', '退回到哪一步')
    .option('--flow <流程>', '流程的名称或文件（默认 发文）', '发文')
    .examples(
      'hongtou record add 通知.gw.md 拟稿 --name 王某 --organ 市政府办公室',
      'hongtou record add 通知.gw.md 签发 --name 李某 --organ 市政府 --post 市长 --opinion 同意，请印发。',
      'hongtou record add 通知.gw.md 退回 --to 拟稿 --name 李某 --organ 市政府 --opinion 请补充依据。',
      '流程不允许的不记，并说明原因。本版本的记录还没有签名。',
    )
    .action((file: string, action: string, options: AddOptions) =>
      session.run((host) => runAdd(host, file, action, options)),
    ) as ChineseCommand
}

async function runAdd(host: Host, file: string, action: string, options: AddOptions): Promise<number> {
  const recorded = await readRecorded(host, file)
  const proposal = await proposalOf(host, recorded, action, options)
  const state = await host.locks.hold(recorded.logFile, async () => {
    const { log, flow } = await readProcess(host, file, options.flow)
    refuseDamaged(host, recorded.logFile, log)
    const appended = await append(log.entries, flow, proposal, host.crypto)
    const step = appended.state.steps.find((each) => each.step.name === action)
    // The text that was settled, so that later changes can be shown; its digest stands in the log.
    if (step?.complete && step.step.settles)
      await host.files.write(beside(recorded.input.uri, '.定稿.md'), new TextEncoder().encode(recorded.text))
    await writeLogFile(host, recorded.logFile, appended.entries)
    return appended.state
  })
  host.terminal.err(`已记入 ${host.toPath(recorded.logFile)}。\n`)
  sayState(host, state)
  return DONE
}

async function proposalOf(
  host: Host,
  recorded: Recorded,
  action: string,
  { name, organ, post, opinion, to }: AddOptions,
): Promise<Proposal> {
  const attachments: Proposal['attachments'][number][] = []
  for (const { path, bytes } of await attachedFiles(host, recorded)) {
    attachments.push({ name: path, sha256: hex(await host.crypto.digest('SHA-256', bytes)) })
  }
  const actor: Actor = { name, organ, ...(post === undefined ? {} : { post }) }
  return {
    time: isoTime(host.clock),
    actor,
    action,
    ...(to === undefined ? {} : { step: to }),
    ...(opinion === undefined ? {} : { opinion }),
    document: recorded.document,
    attachments,
  }
}

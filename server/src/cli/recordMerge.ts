import { linkBehind, type Proposal } from '../record/append.ts'
import { headsOf } from '../record/chain.ts'
import type { ProcessLog } from '../record/log.ts'
import { isOneLog, unite } from '../record/merge.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { isoTime } from '../text/isoTime.ts'
import { message } from '../text/message.ts'
import { ChineseCommand } from './command.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import { addPasswordOptions, type PasswordOptions } from './password.ts'
import { LOG_LIMIT, readLogFile, readLogText, readRecorded, refuseDamaged, writeLogFile } from './processLog.ts'
import { actorOf } from './recordAdd.ts'
import type { Session } from './session.ts'
import { withHand } from './withHand.ts'

interface MergeOptions extends PasswordOptions {
  readonly name: string
  readonly organ: string
  readonly post?: string
  readonly p12?: string
}

export function recordMergeCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('merge')
    .description('把同一份记录的几个副本合并成一份，各人的意见一条不丢')
    .usage('[选项] <文件> <副本…>')
    .argument('<文件>', '公文源文件；合并到它旁边的 .gw.log 里')
    .argument('<副本...>', '别人的 .gw.log，例如同步盘的冲突副本、git 另一个分支上的')
    .requiredOption('--name <姓名>', '合并的人')
    .requiredOption('--organ <机关>', '合并的人所在的机关')
    .option('--post <职务>', '合并的人的职务')
    .option('--p12 <文件>', '合并的人的证书：给“合并”这一条签名；不写就不签名，记录里标明')
  return addPasswordOptions(command as ChineseCommand)
    .examples(
      'hongtou record merge 通知.gw.md 通知（冲突副本）.gw.log --name 王某 --organ 市政府办公室',
      'hongtou record merge 通知.gw.md 副本.gw.log --name 王某 --organ 市政府办公室 --p12 王某.p12',
    )
    .action((file: string, copies: readonly string[], options: MergeOptions) =>
      session.run((host) => runMerge(host, file, copies, options)),
    ) as ChineseCommand
}

/** A copy that the user names must be there and hold something: otherwise nothing of it was kept. */
async function readCopy(host: Host, uri: Uri): Promise<ProcessLog> {
  const log = await readLogText(host, await host.files.read(uri, LOG_LIMIT))
  refuseDamaged(host, uri, log)
  if (log.entries.length === 0)
    throw new Failure('log-empty', message('{0} 里一条记录也没有，没有合并。', host.toPath(uri)))
  return log
}

async function runMerge(host: Host, file: string, copies: readonly string[], options: MergeOptions): Promise<number> {
  const recorded = await readRecorded(host, file)
  const count = await withHand(host, options, (signing) =>
    host.locks.hold(recorded.logFile, async () => {
      const own = await readLogFile(host, recorded.logFile)
      refuseDamaged(host, recorded.logFile, own)
      const logs = [own, ...(await Promise.all(copies.map((copy) => readCopy(host, host.toUri(copy)))))]
      if (!isOneLog(logs)) throw new Failure('log-other', message('这些不是同一份公文的办理记录，不能合并。'))
      const united = unite(logs)
      const merging: Proposal = {
        time: isoTime(host.clock),
        actor: actorOf(options, signing?.certificate),
        action: '合并',
        document: recorded.document,
        attachments: [],
      }
      const isForked = headsOf(united).length > 1
      const merged = isForked ? [...united, await linkBehind(united, merging, host.crypto, signing?.hand)] : united
      await writeLogFile(host, recorded.logFile, merged)
      return united.length
    }),
  )
  host.terminal.err(`已合并到 ${host.toPath(recorded.logFile)}，共${count}条记录。\n`)
  return DONE
}

import { link, type ProcessLog } from '../record/log.ts'
import { isOneLog, nextPlace, unite } from '../record/merge.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { isoTime } from '../text/isoTime.ts'
import { message } from '../text/message.ts'
import { ChineseCommand } from './command.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import { LOG_LIMIT, readLogFile, readLogText, readRecorded, refuseDamaged, writeLogFile } from './processLog.ts'
import type { Session } from './session.ts'

interface MergeOptions {
  readonly name: string
  readonly organ: string
}

export function recordMergeCommand(session: Session): ChineseCommand {
  return new ChineseCommand('merge')
    .description('把同一份记录的几个副本合并成一份，各人的意见一条不丢')
    .usage('[选项] <文件> <副本…>')
    .argument('<文件>', '公文源文件；合并到它旁边的 .gw.log 里')
    .argument('<副本...>', '别人的 .gw.log，例如同步盘的冲突副本、git 另一个分支上的')
    .requiredOption('--name <姓名>', '合并的人')
    .requiredOption('--organ <机关>', '合并的人所在的机关')
    .examples('hongtou record merge 通知.gw.md 通知（冲突副本）.gw.log --name 王某 --organ 市政府办公室')
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

async function runMerge(
  host: Host,
  file: string,
  copies: readonly string[],
  { name, organ }: MergeOptions,
): Promise<number> {
  const recorded = await readRecorded(host, file)
  const before = await host.locks.hold(recorded.logFile, async () => {
    const own = await readLogFile(host, recorded.logFile)
    refuseDamaged(host, recorded.logFile, own)
    const logs = [own, ...(await Promise.all(copies.map((copy) => readCopy(host, host.toUri(copy)))))]
    if (!isOneLog(logs)) throw new Failure('log-other', message('这些不是同一份公文的办理记录，不能合并。'))
    const united = unite(logs)
    const place = nextPlace(united)
    if (place.previous.length < 2) {
      await writeLogFile(host, recorded.logFile, united)
      return united.length
    }
    const { document } = recorded
    const entry = {
      schema: 1,
      ...place,
      time: isoTime(host.clock),
      actor: { name, organ },
      action: '合并',
      document,
      attachments: [],
    } as const
    await writeLogFile(host, recorded.logFile, [...united, await link(entry, host.crypto)])
    return united.length
  })
  host.terminal.err(`已合并到 ${host.toPath(recorded.logFile)}，共${before}条记录。\n`)
  return DONE
}

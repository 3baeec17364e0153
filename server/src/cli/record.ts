import { ChineseCommand } from './command.ts'
import { recordAddCommand } from './recordAdd.ts'
import { recordMergeCommand } from './recordMerge.ts'
import { recordSheetCommand } from './recordSheet.ts'
import { recordShowCommand } from './recordShow.ts'
import { recordVerifyCommand } from './recordVerify.ts'
import type { Session } from './session.ts'

export function recordCommand(session: Session): ChineseCommand {
  const record = new ChineseCommand('record').description('办理记录：谁在什么时候办了什么，能否证明').usage('<命令>')
  for (const command of [
    recordAddCommand,
    recordShowCommand,
    recordVerifyCommand,
    recordMergeCommand,
    recordSheetCommand,
  ]) {
    record.addCommand(command(session))
  }
  return record
}

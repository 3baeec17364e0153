import { ChineseCommand } from './command.ts'
import { registerImportCommand } from './registerImport.ts'
import { registerListCommand } from './registerList.ts'
import { registerMergeCommand } from './registerMerge.ts'
import { registerNextCommand } from './registerNext.ts'
import { registerTakeCommand } from './registerTake.ts'
import { registerVerifyCommand } from './registerVerify.ts'
import { registerVoidCommand } from './registerVoid.ts'
import type { Session } from './session.ts'

export function registerCommand(session: Session): ChineseCommand {
  const register = new ChineseCommand('register')
    .description('发文登记簿：给公文取号，不重号；跳号、作废都记下来')
    .usage('<命令>')
  for (const command of [
    registerNextCommand,
    registerTakeCommand,
    registerVoidCommand,
    registerListCommand,
    registerVerifyCommand,
    registerImportCommand,
    registerMergeCommand,
  ]) {
    register.addCommand(command(session))
  }
  return register
}

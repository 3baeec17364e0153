import type { Command } from 'commander'
import { buildCommand } from './build.ts'
import { certCommand } from './cert.ts'
import { checklistCommand } from './checklist.ts'
import { ChineseCommand, isHelpShown } from './command.ts'
import { TROUBLE } from './exitCode.ts'
import { explainCommand } from './explain.ts'
import { formatCommand } from './format.ts'
import type { Host, Terminal } from './host.ts'
import { importCommand } from './import.ts'
import { lintCommand } from './lint.ts'
import { lspCommand } from './lsp.ts'
import { newCommand } from './new.ts'
import { renderCommand } from './render.ts'
import { jsonFailure } from './report/json.ts'
import { rulesCommand } from './rules.ts'
import { createSession } from './session.ts'
import { signCommand } from './sign.ts'
import { verifyCommand } from './verify.ts'

const HELP_WIDTH = 100

const COMMANDS = [
  newCommand,
  importCommand,
  lintCommand,
  checklistCommand,
  formatCommand,
  renderCommand,
  signCommand,
  verifyCommand,
  buildCommand,
  lspCommand,
  rulesCommand,
  explainCommand,
  certCommand,
]

/** Help goes to the host's terminal, in a width that suits Chinese sentences. */
function speakThrough(terminal: Terminal, command: Command): void {
  command.configureOutput({
    writeOut: terminal.out,
    writeErr: terminal.err,
    getOutHelpWidth: () => HELP_WIDTH,
    getErrHelpWidth: () => HELP_WIDTH,
  })
  for (const each of command.commands) speakThrough(terminal, each)
}

/** Whoever asked for JSON reads standard output by program: it gets a document there when the command fails, too. */
function wantsJson(given: readonly string[]): boolean {
  return given.some((word, index) => word === '--format=json' || (word === '--format' && given[index + 1] === 'json'))
}

/** Runs the program with the arguments behind its name; the result is its exit code. Never throws. */
export async function runProgram(host: Host, given: readonly string[]): Promise<number> {
  const session = createSession(host)
  session.verbose = given.includes('--verbose')
  const program = new ChineseCommand('hongtou')
    .description('红头：用纯文本写公文，校对、生成红头 PDF、签章，全部在本机完成。')
    .usage('<命令> [选项]')
    .version(host.version, '-V, --version', '显示版本')
    .option('--verbose', '出错时显示技术细节')
    .addHelpText('after', '\n用 hongtou <命令> --help 查看某个命令的用法和示例。')
  for (const command of COMMANDS) program.addCommand(command(session))
  speakThrough(host.terminal, program)
  try {
    await program.parseAsync(given, { from: 'user' })
    return session.exitCode
  } catch (error) {
    if (isHelpShown(error)) return error.exitCode === 0 ? 0 : TROUBLE
    session.complain(error)
    if (wantsJson(given)) host.terminal.out(jsonFailure(error, host))
    return TROUBLE
  }
}

import type { Command } from 'commander'
import { ChineseCommand, isHelpShown } from './command.ts'
import { TROUBLE } from './exitCode.ts'
import type { Host, Terminal } from './host.ts'
import { createSession, type Session } from './session.ts'

const HELP_WIDTH = 100

/** In the order of the help. Only the command that is run is loaded: most need what the others do not. */
const COMMANDS: Readonly<Record<string, (session: Session) => Promise<ChineseCommand>>> = {
  new: async (session) => (await import('./new.ts')).newCommand(session),
  import: async (session) => (await import('./import.ts')).importCommand(session),
  lint: async (session) => (await import('./lint.ts')).lintCommand(session),
  checklist: async (session) => (await import('./checklist.ts')).checklistCommand(session),
  format: async (session) => (await import('./format.ts')).formatCommand(session),
  render: async (session) => (await import('./render.ts')).renderCommand(session),
  sign: async (session) => (await import('./sign.ts')).signCommand(session),
  timestamp: async (session) => (await import('./timestamp.ts')).timestampCommand(session),
  verify: async (session) => (await import('./verify.ts')).verifyCommand(session),
  measure: async (session) => (await import('./measure.ts')).measureCommand(session),
  fonts: async (session) => (await import('./fonts.ts')).fontsCommand(session),
  record: async (session) => (await import('./record.ts')).recordCommand(session),
  register: async (session) => (await import('./register.ts')).registerCommand(session),
  archive: async (session) => (await import('./archive.ts')).archiveCommand(session),
  build: async (session) => (await import('./build.ts')).buildCommand(session),
  lsp: async (session) => (await import('./lsp.ts')).lspCommand(session),
  rules: async (session) => (await import('./rules.ts')).rulesCommand(session),
  explain: async (session) => (await import('./explain.ts')).explainCommand(session),
  seal: async (session) => (await import('./seal.ts')).sealCommand(session),
  cert: async (session) => (await import('./cert.ts')).certCommand(session),
}

/** The command that is meant; all of them where none is, for the help and for what to say of an unknown one. */
function commandsFor(given: readonly string[], session: Session): Promise<readonly ChineseCommand[]> {
  const name = given.find((word) => !word.startsWith('-'))
  const one = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  const wanted = one ? [one] : isVersionWanted(given) ? [] : Object.values(COMMANDS)
  return Promise.all(wanted.map((make) => make(session)))
}

function isVersionWanted(given: readonly string[]): boolean {
  return given.length === 1 && (given[0] === '-V' || given[0] === '--version')
}

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
  try {
    for (const command of await commandsFor(given, session)) program.addCommand(command)
    speakThrough(host.terminal, program)
    await program.parseAsync(given, { from: 'user' })
    return session.exitCode
  } catch (error) {
    if (isHelpShown(error)) return error.exitCode === 0 ? 0 : TROUBLE
    session.complain(error)
    if (wantsJson(given)) host.terminal.out((await import('./report/json.ts')).jsonFailure(error, host))
    return TROUBLE
  }
}

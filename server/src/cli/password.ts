import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { type ChineseCommand, wholeNumber } from './command.ts'
import type { Host } from './host.ts'

/** Where a password comes from. It is never an argument: those are seen by every user of the machine. */
export interface PasswordOptions {
  readonly passwordEnv?: string
  readonly passwordFd?: number
}

export function addPasswordOptions(command: ChineseCommand): ChineseCommand {
  return command
    .option('--password-env <变量名>', '从这个环境变量读取证书密码')
    .option('--password-fd <编号>', '从这个文件描述符读取证书密码', wholeNumber('--password-fd', 0)) as ChineseCommand
}

/**
 * The password from the environment, a file descriptor or the person at the terminal.
 * @throws {Failure} `no-password` when there is none to be had
 */
export async function readPassword(host: Host, options: PasswordOptions, question: string): Promise<string> {
  if (options.passwordEnv !== undefined) {
    const value = host.environment[options.passwordEnv]
    if (value === undefined) {
      throw new Failure('no-password', message('环境变量 {0} 没有设置，读不到证书密码。', options.passwordEnv))
    }
    return value
  }
  if (options.passwordFd !== undefined) {
    return (await host.terminal.readDescriptor(options.passwordFd)).replace(/\r?\n$/, '')
  }
  const answer = await host.terminal.askSecret(question)
  if (answer === undefined) {
    throw new Failure(
      'no-password',
      message('需要证书密码，但这里不是终端，没法询问。请用 --password-env 变量名 或 --password-fd 编号 提供。'),
    )
  }
  return answer
}

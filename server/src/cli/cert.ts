import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { ChineseCommand, oneOf, wholeNumber } from './command.ts'
import { refuseExisting } from './existing.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import { addPasswordOptions, type PasswordOptions, readPassword } from './password.ts'
import { withProgress } from './progress.ts'
import type { Session } from './session.ts'
import { withPress } from './withPress.ts'

interface CertOptions extends PasswordOptions {
  readonly name: string
  readonly organ?: string
  readonly days: number
  readonly algorithm: 'RSA' | 'SM2'
  readonly output: string
  readonly force?: true
}

/** Long enough to try things out, short enough that nobody comes to rely on it. */
const DAYS = 365

export function certCommand(session: Session): ChineseCommand {
  const create = new ChineseCommand('new')
    .description('新建一个测试证书（自签名，只供试用，不能用于正式发文）')
    .usage('[选项]')
    .requiredOption('--name <名称>', '持有人，例如 某某市人民政府')
    .option('--organ <名称>', '所属机关')
    .option('--algorithm <算法>', '密钥的算法：RSA、SM2（国密），默认 RSA', oneOf('--algorithm', ['RSA', 'SM2']), 'RSA')
    .option('--days <天数>', `有效期（默认 ${DAYS} 天）`, wholeNumber('--days', 1), DAYS)
    .option(
      '-o, --output <P12>',
      '证书文件（默认 测试证书.p12）；同名的 .pem 是不含私钥的证书，供 verify --trust 使用',
      '测试证书.p12',
    )
    .option('--force', '覆盖已有的文件')
  addPasswordOptions(create as ChineseCommand)
    .examples(
      'hongtou cert new --name 某某市人民政府 -o 测试公章.p12',
      'hongtou cert new --name 某某市人民政府 --algorithm SM2 -o 国密测试公章.p12',
    )
    .action((options: CertOptions) => session.run((host) => runCertNew(host, options)))
  const cert = new ChineseCommand('cert').description('测试证书').usage('<命令>')
  cert.addCommand(create)
  return cert
}

async function runCertNew(host: Host, options: CertOptions): Promise<number> {
  if (!/\.(?:p12|pfx)$/i.test(options.output)) {
    throw new Failure('not-p12-name', message('证书文件 {0} 的扩展名要写 .p12。', options.output))
  }
  const p12 = host.toUri(options.output)
  const pem = host.toUri(`${options.output.replace(/\.(?:p12|pfx)$/i, '')}.pem`)
  if (!options.force) for (const uri of [p12, pem]) await refuseExisting(host, uri)
  const password = await readPassword(host, options, '请给证书设一个密码：')
  if (password === '') throw new Failure('no-password', message('证书密码不能为空。'))
  const { name, days, algorithm, organ } = options
  const request = { name, password, days, algorithm, ...(organ && { organ }) }
  const identity = await withPress(host, {}, (press) =>
    withProgress(host.terminal, '正在生成密钥', () => press.identity(request)),
  )
  await host.files.write(p12, identity.p12, { private: true })
  await host.files.write(pem, new TextEncoder().encode(identity.pem))
  host.terminal.err(`已生成测试证书 ${host.toPath(p12)} 和 ${host.toPath(pem)}。它只供试用，不能用于正式发文。\n`)
  return DONE
}

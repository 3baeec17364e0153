import type { Deed } from '../record/register/registerEntry.ts'
import { ChineseCommand, oneOf, wholeNumber } from './command.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import { singleInput } from './inputs.ts'
import {
  addClerkOptions,
  addRegisterOption,
  type ClerkOptions,
  clerkActor,
  type RegisterOptions,
} from './registerFile.ts'
import type { Session } from './session.ts'
import { foreseeNumber, type Numbered, takeNumber } from './takeNumber.ts'

interface TakeOptions extends RegisterOptions, ClerkOptions {
  readonly series?: string
  readonly number?: number
  readonly reason?: string
  readonly dryRun?: true
  readonly format: 'pretty' | 'json'
}

const SCHEMA = 1

export function registerTakeCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('take')
    .description('给一份公文登记发文字号，并写进它的前置信息；别的一个字不动')
    .usage('[选项] <文件>')
    .argument('<文件>', '公文源文件；文中已经写了发文字号的，就登记这一个')
  return addRegisterOption(addClerkOptions(command as ChineseCommand))
    .option('--series <代字>', '发文机关代字，例如 某政函（默认看文中的发文字号，再看单位配置）')
    .option('--number <号>', '要用的顺序号（默认是下一个）', wholeNumber('--number', 1))
    .option('--reason <原因>', '跳号的原因；用的号不是下一个时要写')
    .option('--dry-run', '只说会登记什么号，什么也不写')
    .option(
      '--format <形式>',
      'pretty 或 json（默认 pretty）',
      oneOf('--format', ['pretty', 'json'] as const),
      'pretty',
    )
    .examples(
      'hongtou register take 通知.gw.md --name 赵某 --organ 市政府办公室',
      'hongtou register take 复函.gw.md --series 某政函 --name 赵某 --organ 市政府办公室',
      'hongtou register take 通知.gw.md --number 12 --reason 9号至11号用于纸质公文 --name 赵某 --organ 市政府办公室',
      '有办理记录的公文，用 hongtou record add 通知.gw.md 登记 --number next，取号和登记一步办完。',
    )
    .action((file: string, options: TakeOptions) =>
      session.run((host) => runTake(host, file, options)),
    ) as ChineseCommand
}

async function runTake(host: Host, file: string, options: TakeOptions): Promise<number> {
  const input = await singleInput(host, file)
  const request = { ...options, actor: clerkActor(options) }
  const numbered = await (options.dryRun ? foreseeNumber : takeNumber)(host, input, request)
  if (options.format === 'json') host.terminal.out(json(host, numbered, options.dryRun === true))
  else if (options.dryRun) host.terminal.err(`${input.name} 会登记为${numbered.number}。没有写入。\n`)
  else host.terminal.err(sayNumbered(host, input.name, numbered))
  return DONE
}

/** What was done, for people. */
export function sayNumbered(host: Host, name: string, { number, register, deeds, written }: Numbered): string {
  const skipped = deeds.map((deed) => (deed.action === '跳号' ? `${gapText(deed)}。\n` : '')).join('')
  const into = written ? '，已写入前置信息' : ''
  if (deeds.length === 0) return `${name} 已经登记为${number}${into}。\n`
  return `${skipped}${name} 登记为${number}${into}（${host.toPath(register)}）。\n`
}

/** `跳过某政发〔2026〕3号至5号：原因` */
export function gapText(deed: Deed & { readonly action: '跳号' }): string {
  const { series, number, through, reason } = deed
  return `跳过${series}${number}号${through > number ? `至${through}号` : ''}：${reason}`
}

function json(host: Host, { number, register, deeds }: Numbered, dryRun: boolean): string {
  return `${JSON.stringify({ schema: SCHEMA, number, register: host.toPath(register), deeds, dryRun }, undefined, 2)}\n`
}

import { type Given, registerOf, type Series, writtenNumber } from '../record/register/register.ts'
import { beijingDay } from '../text/beijingTime.ts'
import { visibleText } from '../text/visible.ts'
import { ChineseCommand, oneOf } from './command.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import { addRegisterOption, type RegisterOptions, readRegister, registerOfFolder } from './registerFile.ts'
import { gapText } from './registerTake.ts'
import type { Session } from './session.ts'

interface ListOptions extends RegisterOptions {
  readonly series?: string
  readonly format: 'pretty' | 'json'
}

const SCHEMA = 1

export function registerListCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('list')
    .description('列出登记簿：每个号给了哪份公文，哪些跳过，哪些作废')
    .usage('[选项] [文件夹]')
    .argument('[文件夹]', '公文所在的文件夹（默认是当前文件夹）', '.')
  return addRegisterOption(command as ChineseCommand)
    .option('--series <代字>', '只列这个代字的，例如 某政发 或者 某政发〔2026〕')
    .option(
      '--format <形式>',
      'pretty 或 json（默认 pretty）',
      oneOf('--format', ['pretty', 'json'] as const),
      'pretty',
    )
    .examples('hongtou register list', 'hongtou register list 发文 --series 某政发〔2026〕 --format json')
    .action((folder: string, options: ListOptions) =>
      session.run((host) => runList(host, folder, options)),
    ) as ChineseCommand
}

async function runList(host: Host, folder: string, options: ListOptions): Promise<number> {
  const uri = await registerOfFolder(host, host.toUri(folder), options)
  const { entries, problems } = await readRegister(host, uri)
  if (problems.length > 0)
    host.terminal.err(`警告：${host.toPath(uri)} 与写下时不一样，请用 hongtou register verify 查看。\n`)
  const all = [...registerOf(entries).series]
  const wanted = all.filter(([name]) => options.series === undefined || name.startsWith(options.series))
  const sorted = wanted.sort(([a], [b]) => (a < b ? -1 : 1))
  if (options.format === 'json') host.terminal.out(json(sorted))
  else for (const [name, series] of sorted) host.terminal.out(lines(name, series).join(''))
  if (all.length === 0) host.terminal.err(`还没有登记过（${host.toPath(uri)}）。\n`)
  return DONE
}

type Named = readonly (readonly [string, Series])[]

/** In the order of their numbers: those that were given and those that were left out. */
function rows(name: string, { given, gaps }: Series): readonly (readonly [number, string])[] {
  const numbers = [...given.values()].map((each) => [each.number, givenText(name, each)] as const)
  return [...numbers, ...gaps.map((gap) => [gap.number, gapText(gap)] as const)].sort(([a], [b]) => a - b)
}

function lines(name: string, series: Series): readonly string[] {
  return rows(name, series).map(([, text]) => `${text}\n`)
}

function givenText(name: string, { number, by, voided }: Given): string {
  const who = `${beijingDay(by.time)}　${by.actor.name}`
  const what = by.title === undefined ? '' : `　${visibleText(by.title)}`
  const end = voided ? `　已作废：${visibleText(voided.reason)}` : ''
  return `${writtenNumber(name, number)}${what}　${visibleText(by.file)}　${who}${end}`
}

function json(series: Named): string {
  const told = series.map(([name, { given, gaps, last }]) => ({
    series: name,
    next: last + 1,
    numbers: [...given.values()]
      .sort((a, b) => a.number - b.number)
      .map(({ number, by, voided }) => ({
        number,
        file: by.file,
        title: by.title ?? null,
        time: by.time,
        actor: by.actor,
        voided: voided ? { reason: voided.reason, time: voided.time } : null,
      })),
    gaps: gaps.map(({ number, through, reason }) => ({ number, through, reason })),
  }))
  return `${JSON.stringify({ schema: SCHEMA, series: told }, undefined, 2)}\n`
}

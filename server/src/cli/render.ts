import { copyNumbers, copyTarget, copyText } from '../features/printRun.ts'
import type { Uri } from '../text/finding.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import { ChineseCommand } from './command.ts'
import { DONE, FAULT } from './exitCode.ts'
import type { Host } from './host.ts'
import { singleInput } from './inputs.ts'
import { refusesFonts } from './layoutNotes.ts'
import { checkDocument, speaks } from './pageReport.ts'
import { checkPdfTarget, targetOf } from './pdfTarget.ts'
import { addPrintOptions, type PrintOptions } from './printOptions.ts'
import { readDocument, type Source } from './readDocument.ts'
import { renderDocument } from './renderDocument.ts'
import { printReport } from './report/print.ts'
import { writeSeparate } from './separate.ts'
import type { Session } from './session.ts'

interface RenderOptions extends PrintOptions {
  readonly 份数?: string
  readonly output?: string
  readonly force?: true
}

export function renderCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('render')
    .description('生成红头 PDF')
    .usage('[选项] <文件>')
    .argument('<文件>', '公文源文件；- 表示标准输入')
  return addPrintOptions(command as ChineseCommand)
    .option('-o, --output <PDF>', '输出文件（默认与源文件同名同文件夹）')
    .option('--force', '覆盖已经签章的 PDF')
    .option('--份数 <份数>', '涉密公文逐份编号：每份一个 PDF，份号从 000001 起，文件名后加份号')
    .examples(
      'hongtou render 通知.gw.md',
      'hongtou render 通知.gw.md -o 发文/通知.pdf',
      'hongtou render 通知.gw.md --双面                  版记在背面，左右订口对称',
      'hongtou render 通知.gw.md --font 仿宋=simfang.ttf',
      'hongtou render 通知.gw.md --份数 10               得到 通知-000001.pdf 至 通知-000010.pdf',
      '有错误也照样生成，并说明有几处；有错误就停下的是 build。',
      '缺字、缺图的也生成，供看样，退出码为 1。',
    )
    .action((pattern: string, options: RenderOptions) => session.run((host) => runRender(host, pattern, options)))
}

async function runRender(host: Host, pattern: string, options: RenderOptions): Promise<number> {
  const input = await singleInput(host, pattern)
  const target = targetOf(host, input, options.output, '.pdf')
  await checkPdfTarget(host, target, options.force === true)
  const numbers = options.份数 === undefined ? [] : copyNumbers(Number(options.份数))
  for (const number of numbers) await checkPdfTarget(host, copyTarget(target, number), options.force === true)
  const source = await readDocument(host, createWorkspace(host.files), input)
  const rendered = await renderDocument(host, source, options)
  const { pdf, facts } = rendered
  const report = await checkDocument(host, source, 'draft', facts)
  if (speaks(report)) printReport(host, 'pretty', report, true)
  if (options.strict && refusesFonts(host.terminal, facts)) return FAULT
  if (numbers.length > 0) await writeCopies(host, source, target, numbers, options)
  else {
    await host.files.write(target, pdf)
    host.terminal.err(`已生成 ${host.toPath(target)}，共 ${facts.pages} 页。\n`)
  }
  await writeSeparate(host, target, rendered, options.force === true)
  tellErrors(host, source, report.errors)
  return tellLosses(host, report.losses) ? FAULT : DONE
}

/**
 * Whether something of the text is not on the pages. The PDF is written so that one can see where; the exit code keeps a
 * program from going on with it.
 */
function tellLosses(host: Host, losses: number): boolean {
  if (losses > 0) host.terminal.err(`PDF 与原文不符：有 ${losses} 处没有印出来，只能看样，不能印发。\n`)
  return losses > 0
}

/** 份号 stands on each copy, so each is set anew; 附件 that go by themselves have none. */
async function writeCopies(
  host: Host,
  source: Source,
  target: Uri,
  numbers: readonly string[],
  options: RenderOptions,
): Promise<void> {
  for (const number of numbers) {
    const { pdf } = await renderDocument(host, source, options, copyText(source.source.text, number))
    await host.files.write(copyTarget(target, number), pdf)
  }
  const [first, last] = [numbers[0] as string, numbers.at(-1) as string]
  host.terminal.err(
    `已生成 ${numbers.length} 份：${host.toPath(copyTarget(target, first))} 至 ${host.toPath(copyTarget(target, last))}。\n`,
  )
}

/** A draft may be printed with its errors, but not unawares. */
function tellErrors(host: Host, { input }: Source, errors: number): void {
  if (errors === 0) return
  const argument = input.standardInput ? '-' : input.name
  host.terminal.err(`有 ${errors} 处错误没有改，用 hongtou lint ${argument} 查看。\n`)
}

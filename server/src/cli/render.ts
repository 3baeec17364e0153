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
    .examples(
      'hongtou render 通知.gw.md',
      'hongtou render 通知.gw.md -o 发文/通知.pdf',
      'hongtou render 通知.gw.md --双面                  版记在背面，左右订口对称',
      'hongtou render 通知.gw.md --font 仿宋=simfang.ttf',
      '有错误也照样生成，并说明有几处；有错误就停下的是 build。',
      '缺字、缺图的也生成，供看样，退出码为 1。',
    )
    .action((pattern: string, options: RenderOptions) => session.run((host) => runRender(host, pattern, options)))
}

async function runRender(host: Host, pattern: string, options: RenderOptions): Promise<number> {
  const input = await singleInput(host, pattern)
  const target = targetOf(host, input, options.output, '.pdf')
  await checkPdfTarget(host, target, options.force === true)
  const source = await readDocument(host, createWorkspace(host.files), input)
  const rendered = await renderDocument(host, source, options)
  const { pdf, facts } = rendered
  const report = await checkDocument(host, source, 'draft', facts)
  if (speaks(report)) printReport(host, 'pretty', report, true)
  if (options.strict && refusesFonts(host.terminal, facts)) return FAULT
  await host.files.write(target, pdf)
  host.terminal.err(`已生成 ${host.toPath(target)}，共 ${facts.pages} 页。\n`)
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

/** A draft may be printed with its errors, but not unawares. */
function tellErrors(host: Host, { input }: Source, errors: number): void {
  if (errors === 0) return
  const argument = input.standardInput ? '-' : input.name
  host.terminal.err(`有 ${errors} 处错误没有改，用 hongtou lint ${argument} 查看。\n`)
}

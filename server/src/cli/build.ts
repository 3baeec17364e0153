import { createWorkspace } from '../workspace/workspace.ts'
import { aboutFiles } from './aboutFiles.ts'
import { ChineseCommand } from './command.ts'
import { DONE, FAULT } from './exitCode.ts'
import type { Host } from './host.ts'
import { singleInput } from './inputs.ts'
import { refusesFonts } from './layoutNotes.ts'
import { checkDocument, speaks } from './pageReport.ts'
import { checkPdfTarget, SIGNED_ENDING, targetOf } from './pdfTarget.ts'
import { addPreservationOptions, type PreservationOptions, readPreservation, tellNotes } from './preservation.ts'
import { addPrintOptions, type PrintOptions } from './printOptions.ts'
import { readDocument, type Source } from './readDocument.ts'
import { type Rendered, renderDocument } from './renderDocument.ts'
import { printReport } from './report/print.ts'
import { standing } from './report/report.ts'
import { writeSeparate } from './separate.ts'
import type { Session } from './session.ts'
import { signBytes } from './sign.ts'
import { addKeyOptions, blameFor, hasKey, type KeyOptions, readKey, readSeal } from './signingKey.ts'

interface BuildOptions extends PrintOptions, KeyOptions, PreservationOptions {
  readonly output?: string
  readonly force?: true
}

export function buildCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('build')
    .description('校对、生成 PDF、签章，一气呵成；有错误就停下')
    .usage('[选项] <文件>')
    .argument('<文件>', '公文源文件；- 表示标准输入')
    .option('--p12 <文件>', '证书文件；不写就不签章')
  return addPrintOptions(addPreservationOptions(addKeyOptions(command as ChineseCommand)))
    .option('-o, --output <PDF>', '输出文件（默认与源文件同名同文件夹，签章的在文件名后加“-签章”）')
    .option('--force', '覆盖已经签章的 PDF')
    .examples(
      'hongtou build 通知.gw.md --p12 公章.p12   得到 通知-签章.pdf',
      'hongtou build 通知.gw.md                  不签章，得到 通知.pdf',
      '按印发的要求校对：发文字号、成文日期等必须齐全。',
    )
    .action((pattern: string, options: BuildOptions) => session.run((host) => runBuild(host, pattern, options)))
}

async function runBuild(host: Host, pattern: string, options: BuildOptions): Promise<number> {
  const input = await singleInput(host, pattern)
  const target = targetOf(host, input, options.output, hasKey(options) ? SIGNED_ENDING : '.pdf')
  await checkPdfTarget(host, target, options.force === true)
  const source = await readDocument(host, createWorkspace(host.files), input)
  if (await hasErrors(host, source)) return stop(host)
  const rendered = await renderDocument(host, source, options)
  if (await hasErrors(host, source, rendered.facts)) return stop(host)
  if (options.strict && refusesFonts(host.terminal, rendered.facts)) return FAULT
  const signed = await signIfWanted(host, rendered, options)
  await host.files.write(target, signed)
  const how = hasKey(options) ? '已签章' : '没有签章（用 --p12 指定证书）'
  host.terminal.err(`已生成 ${host.toPath(target)}，共 ${rendered.facts.pages} 页，${how}。\n`)
  await writeSeparate(host, target, rendered, options.force === true)
  return DONE
}

function stop(host: Host): number {
  host.terminal.err('有错误，没有生成 PDF。请改正后再试。\n')
  return FAULT
}

/** Checks the document as at issue; with layout facts, by the rules that need them and no others. */
async function hasErrors(host: Host, source: Source, facts?: Rendered['facts']): Promise<boolean> {
  const report = await checkDocument(host, source, 'issue', facts)
  if (!facts || speaks(report)) printReport(host, 'pretty', report)
  return standing(report.file).some(({ severity }) => severity === 'error')
}

async function signIfWanted(host: Host, { pdf }: Rendered, options: BuildOptions): Promise<Uint8Array> {
  if (!hasKey(options)) return pdf
  const seal = await readSeal(host, options.seal)
  const key = await readKey(host, options)
  const preservation = await readPreservation(host, options)
  const request = { key, preservation, ...(seal && { seal }) }
  const signed = await aboutFiles(blameFor(host, options), () => signBytes(host, pdf, request))
  tellNotes(host, signed)
  return signed.pdf
}

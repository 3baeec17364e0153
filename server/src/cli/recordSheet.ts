import { ChineseCommand } from './command.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import { checkPdfTarget, targetOf } from './pdfTarget.ts'
import { readProcess, refuseDamaged, refuseOtherFlow } from './processLog.ts'
import { renderSheet } from './renderSheet.ts'
import type { Session } from './session.ts'

interface SheetOptions {
  readonly flow?: string
  readonly output?: string
}

export function recordSheetCommand(session: Session): ChineseCommand {
  return new ChineseCommand('sheet')
    .description('生成办文单（发文处理单、收文处理单）：公文要素，每一步的意见和日期')
    .usage('[选项] <文件>')
    .argument('<文件>', '公文源文件')
    .option('--flow <流程>', '流程的名称或文件（默认是记录里写明的，还没有记录的是 发文）')
    .option('-o, --output <PDF>', '输出文件（默认在文件名后加“-办文单”）')
    .examples('hongtou record sheet 通知.gw.md', 'hongtou record sheet 来文.gw.md --flow 收文 -o 收文处理单.pdf')
    .action((file: string, options: SheetOptions) =>
      session.run((host) => runSheet(host, file, options)),
    ) as ChineseCommand
}

export async function runSheet(host: Host, file: string, { flow: named, output }: SheetOptions): Promise<number> {
  const recorded = await readProcess(host, file, named)
  const target = targetOf(host, recorded.input, output, '-办文单.pdf')
  await checkPdfTarget(host, target, false)
  refuseDamaged(host, recorded.logFile, recorded.log)
  refuseOtherFlow(recorded)
  const { pdf } = await renderSheet(host, recorded)
  await host.files.write(target, pdf)
  host.terminal.err(`已生成 ${host.toPath(target)}。\n`)
  return DONE
}

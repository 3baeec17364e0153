import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { ABOUT_PDF, aboutFiles } from './aboutFiles.ts'
import { ChineseCommand } from './command.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import { readBytes, singleInput } from './inputs.ts'
import { PDF_LIMIT } from './pdfTarget.ts'
import { addPreservationOptions, type PreservationOptions, readPreservation, tellNotes } from './preservation.ts'
import { withProgress } from './progress.ts'
import type { Session } from './session.ts'
import { withPress } from './withPress.ts'

interface TimestampOptions extends PreservationOptions {
  readonly output?: string
}

export function timestampCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('timestamp')
    .description('给签过章的 PDF 加文档时间戳，供长期保存（PAdES B-LTA）')
    .usage('[选项] <PDF>')
    .argument('<PDF>', '签过章的 PDF')
  return addPreservationOptions(command as ChineseCommand)
    .option('-o, --output <PDF>', '输出文件（默认写回原文件：只在末尾追加，原有内容不动）')
    .examples(
      'hongtou timestamp 通知-签章.pdf --tsa http://tsa.example.cn/tsr',
      'hongtou timestamp 通知-签章.pdf --tsa http://tsa.example.cn/tsr --crl 中级.crl --crl 根.crl',
      '时间戳机构的证书到期之前再加一次，就能一直保存下去。',
    )
    .action((pattern: string, options: TimestampOptions) => session.run((host) => runTimestamp(host, pattern, options)))
}

async function runTimestamp(host: Host, pattern: string, options: TimestampOptions): Promise<number> {
  const preservation = await readPreservation(host, options)
  const { tsa } = preservation
  if (tsa === undefined) throw new Failure('usage', message('要用 --tsa 写明时间戳服务的网址。'))
  const input = await singleInput(host, pattern)
  const target = options.output === undefined ? input.uri : host.toUri(options.output)
  const pdf = await readBytes(host, input, PDF_LIMIT)
  const kept = await aboutFiles([[ABOUT_PDF, input.name]], () =>
    withPress(host, {}, (press) =>
      withProgress(host.terminal, '正在加时间戳', () => press.timestamp(pdf, { ...preservation, tsa })),
    ),
  )
  await host.files.write(target, kept.pdf)
  tellNotes(host, kept)
  host.terminal.err(`已加时间戳 ${host.toPath(target)}。\n`)
  return DONE
}

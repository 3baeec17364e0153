import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { ABOUT_PDF, aboutFiles } from './aboutFiles.ts'
import { ChineseCommand, oneOf } from './command.ts'
import { DONE, FAULT } from './exitCode.ts'
import type { Host } from './host.ts'
import { readBytes, singleInput } from './inputs.ts'
import { PDF_LIMIT } from './pdfTarget.ts'
import { jsonMeasure, prettyMeasure } from './report/measure.ts'
import { paint } from './report/paint.ts'
import type { Session } from './session.ts'

interface MeasureOptions {
  readonly format: 'pretty' | 'json'
  readonly tolerance?: number
}

/** Beyond a centimetre nothing would be measured. */
const MOST_TOLERANCE = 10

export function measureCommand(session: Session): ChineseCommand {
  return new ChineseCommand('measure')
    .description('按 GB/T 9704—2012 量 PDF 的版面')
    .usage('[选项] <PDF>')
    .argument('<PDF>', '任何软件生成的 PDF；- 表示标准输入')
    .option('--tolerance <毫米>', '位置允许相差多少毫米（默认 0.5）；天头、订口按标准允差 1 毫米', millimetres)
    .option('--format <格式>', '输出格式：pretty、json（默认 pretty）', oneOf('--format', ['pretty', 'json']), 'pretty')
    .examples(
      'hongtou measure 通知.pdf',
      'hongtou measure 通知.pdf --tolerance 0.2',
      'hongtou measure 通知.pdf --format json',
      '退出码：0 没有偏离标准的规定，1 有偏差，2 用法不对或文件读不出',
    )
    .action((pattern: string, options: MeasureOptions) => session.run((host) => runMeasure(host, pattern, options)))
}

function millimetres(value: string): number {
  const number = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN
  if (number >= 0 && number <= MOST_TOLERANCE) return number
  throw new Failure('usage', message('--tolerance 的值“{0}”不对，要写 0 到 {1} 之间的毫米数。', value, MOST_TOLERANCE))
}

async function runMeasure(host: Host, pattern: string, options: MeasureOptions): Promise<number> {
  const [{ measurePdf, TOLERANCE }, input] = await Promise.all([
    import('../measure/measure.ts'),
    singleInput(host, pattern),
  ])
  const pdf = await readBytes(host, input, PDF_LIMIT)
  const report = await aboutFiles([[ABOUT_PDF, input.name]], async () =>
    measurePdf(pdf, options.tolerance ?? TOLERANCE),
  )
  const { out, outColour } = host.terminal
  out(options.format === 'json' ? jsonMeasure(report, input.name) : prettyMeasure(report, input.name, paint(outColour)))
  return report.conforms ? DONE : FAULT
}

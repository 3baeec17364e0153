import { ChineseCommand, collect, oneOf, wholeNumber } from './command.ts'
import { addPasswordOptions } from './password.ts'
import { addDataOptions } from './preservation.ts'
import { type NewOptions, runSealNew, runSealSign, type SignOptions } from './sealMaking.ts'
import { runSealShow, runSealVerify, type ShowOptions, type VerifyOptions } from './sealReading.ts'
import type { Session } from './session.ts'
import { TRUST_HELP } from './trusted.ts'

/** Long enough to try things out; who makes seals in earnest says how long they shall be valid. */
const DAYS = 365

/** Electronic seals after GB/T 38540—2020. */
export function sealCommand(session: Session): ChineseCommand {
  const seal = new ChineseCommand('seal').description('电子印章（GB/T 38540—2020）').usage('<命令>')
  for (const make of [newCommand, showCommand, signCommand, verifyCommand]) seal.addCommand(make(session))
  return seal
}

function newCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('new')
    .description('制作电子印章')
    .usage('[选项]')
    .requiredOption('--name <名称>', '印章名称，例如 某某市人民政府')
    .requiredOption('--holder <证书>', '持有人的国密证书（PEM 或 DER），可写多次', collect)
    .requiredOption('--p12 <文件>', '制章人的国密证书文件（.p12 或 .pfx）')
    .option('--picture <图像>', '印章图像（PNG、SVG、OFD），默认按名称画一枚圆章（SVG）')
    .option('--emblem <SVG>', '画的圆章中央不用五角星，改用这幅徽标（单色实心路径；不能和 --picture 同用）')
    .option('--diameter <毫米>', '图像的宽度，默认按机关级别（国发〔1999〕25号）', wholeNumber('--diameter', 1))
    .option('--height <毫米>', '图像的高度，默认与宽度相同', wholeNumber('--height', 1))
    .option('--digest', '印章里只放持有人证书的杂凑值，不放证书')
    .option('--days <天数>', `有效期（默认 ${DAYS} 天）`, wholeNumber('--days', 1), DAYS)
    .option('-o, --output <文件>', '印章文件（默认 电子印章.esl）', '电子印章.esl')
    .option('--force', '覆盖已有的文件')
  return (addPasswordOptions(command as ChineseCommand) as ChineseCommand)
    .examples('hongtou seal new --name 某某市人民政府 --holder 公章.pem --p12 制章.p12 -o 公章.esl')
    .action((options: NewOptions) => session.run((host) => runSealNew(host, options))) as ChineseCommand
}

function showCommand(session: Session): ChineseCommand {
  return new ChineseCommand('show')
    .description('查看电子印章的内容（不核验真伪）')
    .usage('[选项] <印章>')
    .argument('<印章>', '电子印章文件')
    .option('--picture <文件>', '把印章图像另存为这个文件')
    .option('--force', '覆盖已有的文件')
    .option('--format <格式>', '输出格式：pretty、json（默认 pretty）', oneOf('--format', ['pretty', 'json']), 'pretty')
    .examples('hongtou seal show 公章.esl', 'hongtou seal show 公章.esl --picture 公章.svg')
    .action((path: string, options: ShowOptions) =>
      session.run((host) => runSealShow(host, path, options)),
    ) as ChineseCommand
}

function signCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('sign')
    .description('用电子印章给任何文件签章，签章另存为旁边的 .ses')
    .usage('[选项] <文件>')
    .argument('<文件>', '要签章的文件，OFD 里是 Signature.xml')
    .requiredOption('--seal <印章>', '电子印章文件')
    .requiredOption('--p12 <文件>', '印章持有人的国密证书文件（.p12 或 .pfx）')
    .option('--property <文字>', '原文的属性，OFD 里是 Signature.xml 的路径（默认是文件名）')
    .option('-o, --output <文件>', '签章文件（默认在文件名后加 .ses）')
    .option('--force', '覆盖已有的文件')
  return (addPasswordOptions(command as ChineseCommand) as ChineseCommand)
    .examples(
      'hongtou seal sign Signature.xml --seal 公章.esl --p12 公章.p12 --property /Doc_0/Signs/Sign_0/Signature.xml',
    )
    .action((path: string, options: SignOptions) =>
      session.run((host) => runSealSign(host, path, options)),
    ) as ChineseCommand
}

function verifyCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('verify')
    .description('验证电子印章，或者用电子印章签的章（.ses）')
    .usage('[选项] <印章或签章>')
    .argument('<印章或签章>', '电子印章文件，或者 .ses 签章文件')
    .option('--content <文件>', '签章所签的文件（.ses 默认是同名去掉 .ses 的）')
    .option('--trust <证书>', TRUST_HELP, collect)
    .option('--format <格式>', '输出格式：pretty、json（默认 pretty）', oneOf('--format', ['pretty', 'json']), 'pretty')
  return (addDataOptions(command as ChineseCommand) as ChineseCommand)
    .examples(
      'hongtou seal verify 公章.esl --trust 制章.pem',
      'hongtou seal verify SignedValue.dat --content Signature.xml --trust 根证书.pem',
      '退出码：0 有效且受信任，1 无效，2 用法不对或出错，3 有效但签章人或制章人未受信任',
    )
    .action((path: string, options: VerifyOptions) =>
      session.run((host) => runSealVerify(host, path, options)),
    ) as ChineseCommand
}

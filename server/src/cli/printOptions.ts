import { type ChineseCommand, collect } from './command.ts'

/** How a document is printed, for every command that makes a PDF. */
export interface PrintOptions {
  /** `角色=字体文件或字体名`, as often as wanted. */
  readonly font?: readonly string[]
  readonly attachSource?: true
  readonly strict?: true
  readonly 双面?: true
  readonly 套打?: true
}

export function addPrintOptions(command: ChineseCommand): ChineseCommand {
  return command
    .option('--双面', '双面打印：版记在背面，背面的订口留在右边')
    .option('--套打', '打印在印好红头的纸上：发文机关标志、红线留空，其余位置不变')
    .option('--font <角色=字体>', '指定某个角色的字体文件或字体名，可写多次', collect)
    .option('--strict', '有代用字体或者缺字就不生成 PDF')
    .option('--attach-source', '把源文件附在 PDF 里（有密级的公文不可以）') as ChineseCommand
}

import { fileURLToPath } from 'node:url'

/** Cases of test/conformance that between them have every format, turned pages, joint seals and 签名章. */
export const SAMPLES: readonly {
  readonly name: string
  readonly options?: readonly string[]
  readonly seals: number
}[] = [
  { name: '文件-下行', seals: 1 },
  { name: '版头-份号密级紧急程度', options: ['双面'], seals: 1 },
  { name: '上行文-三个签发人', seals: 3 },
  { name: '印章-五个机关', seals: 5 },
  { name: '信函', seals: 1 },
  { name: '命令-签名章', seals: 1 },
  { name: '纪要', seals: 0 },
  { name: '表格-横排', seals: 1 },
  { name: '表格-合并单元格', options: ['套打'], seals: 1 },
]

export function sourceOf(name: string): string {
  return fileURLToPath(new URL(`../conformance/cases/${name}.gw.md`, import.meta.url))
}

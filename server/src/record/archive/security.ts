import { message } from '../../text/message.ts'
import { byPeople, fault, type Inspected, type ItemName } from './inspected.ts'
import type { Opened } from './opened.ts'

function named(item: string, standard?: string): ItemName {
  return { property: '安全性', item, ...(standard !== undefined && { standard }) }
}

/** What a system runs when somebody opens it. */
const RUNS = /\.(?:exe|dll|com|bat|cmd|ps1|vbs|js|jar|msi|scr|sh|lnk|hta|docm|xlsm)$/i

/** What is read as XML, and what makes a reader of it fetch other files, or unfold a few bytes to gigabytes. */
const XML = /\.(?:xml|svg|xhtml|xsd|xslt?)$/i
const ENTITY = /<!ENTITY/i

/** Of a file in UTF-16 every second byte is 0. */
function hasEntity(bytes: Uint8Array): boolean {
  return ENTITY.test(new TextDecoder('latin1').decode(bytes).replaceAll('\0', ''))
}

/** 安全性: mostly what a program cannot see from inside a package. */
export function security({ bag, metadata }: Opened): readonly Inspected[] {
  const runs = [...bag.payload.keys()].filter((path) => RUNS.test(path))
  const [entity] = [...bag.payload].find(([path, bytes]) => XML.test(path) && hasEntity(bytes)) ?? []
  const secret = metadata?.items.has('密级和保密期限')
  return [
    fault(
      named('没有会运行的文件'),
      runs.length === 0 ? undefined : message('这些文件会运行：{0}。', runs.join('、')),
      message('没有程序和脚本。'),
    ),
    fault(
      named('XML 里没有实体声明'),
      entity === undefined
        ? undefined
        : message('“{0}”里有实体声明（<!ENTITY），可以借它引入别的文件、成倍地膨胀。', entity),
      message('XML 和 SVG 文件都没有声明实体。'),
    ),
    byPeople(named('装了杀毒软件', '系统环境中是否安装杀毒软件'), '看检测用的电脑装了没有、病毒库新不新。'),
    byPeople(named('没有病毒', '病毒感染'), '用本单位的杀毒软件检查。'),
    byPeople(named('载体里没有多余的文件', '载体中多余文件'), '用光盘、移动硬盘移交的，看归档包以外还有没有别的文件。'),
    byPeople(named('载体完好', '载体读取速度、载体外观'), '用光盘、移动硬盘移交的，看外观，试读取。'),
    byPeople(
      named('载体和传输安全', '归档过程安全性'),
      secret ? '公文标有密级：只能在符合保密要求的载体和网络上移交。' : '公文没有标密级。',
    ),
  ]
}

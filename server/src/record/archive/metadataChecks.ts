import { metadataOf } from '../../model/metadata.ts'
import { GENRES } from '../../standard/genres.ts'
import { METADATA_ITEMS } from '../../standard/metadata.ts'
import { ANY_LEVEL } from '../../standard/secrecy.ts'
import { TELEGRAM_URGENCIES } from '../../standard/urgency.ts'
import type { Message } from '../../text/finding.ts'
import { message } from '../../text/message.ts'
import type { Judges } from './inspect.ts'
import { byPeople, fault, type Inspected, type ItemName, notApplicable } from './inspected.ts'
import { type Opened, textAt } from './opened.ts'
import type { PackageMetadata } from './readMetadata.ts'

function named(item: string, standard?: string): ItemName {
  return { property: '真实性', item, ...(standard !== undefined && { standard }) }
}

/** 真实性 of the metadata: against the 定稿, the files, the log, and by itself. */
export function metadataChecks(opened: Opened, judges: Pick<Judges, 'read'>): readonly Inspected[] {
  const { metadata, unreadable } = opened
  const check = (name: ItemName, wrong: (data: PackageMetadata) => Message | undefined, well: Message): Inspected =>
    fault(name, metadata ? wrong(metadata) : unreadable, well)
  const files = metadata?.files.length ?? 0
  const actions = metadata?.actions.length ?? 0
  return [
    check(
      named('元数据与文件相符', '内容数据的电子属性一致性、元数据是否关联内容数据'),
      (data) => wrongFile(data, opened) ?? wrongAction(data, opened),
      message('{0}个文件、{1}项业务行为都相符。', files, actions),
    ),
    check(
      named('元数据与定稿相符'),
      (data) => wrongItem(data, opened, judges),
      message('定稿写明的各项（标题、发文字号、密级、署名、成文日期等）都与元数据相同。'),
    ),
    notApplicable(named('数据长度合规', '元数据项数据长度'), '元数据格式没有规定各项的长度。'),
    check(named('数据类型、格式合规', '元数据项数据类型、格式'), wrongType, message('日期和字节数的写法都合规。')),
    check(
      named('值在规定的范围里', '设定值域的元数据项值域符合度'),
      wrongValue,
      message('文种、密级、紧急程度都在条例规定的范围里。'),
    ),
    check(named('数据值合理', '元数据项数据值合理性'), wrongOrder, message('印发日期不早于成文日期。')),
    check(named('没有特殊字符', '元数据项数据包含特殊字符'), oddCharacter, message('没有不能印出来的字符。')),
    notApplicable(named('档号合规', '档号规范性'), '归档时还没有编档号，由档案部门整理后编。'),
    byPeople(named('没有重复归档', '元数据项数据重复性'), '在档案目录里查一查，有没有标题、发文字号相同的。'),
  ]
}

function wrongFile({ files }: PackageMetadata, { bag }: Opened): Message | undefined {
  const wrong = files.find(({ path, size }) => bag.payload.get(path)?.length !== size)
  if (wrong) return message('元数据里的“{0}”与文件不符。', wrong.path)
  const described = new Set(files.map(({ path }) => path))
  const missing = [...bag.payload.keys()].find(
    (path) => /^(?:正本|定稿|附件|办文单)\//.test(path) && !described.has(path),
  )
  return missing === undefined ? undefined : message('“{0}”没有写进元数据。', missing)
}

function wrongAction({ actions }: PackageMetadata, { log }: Opened): Message | undefined {
  const digests = log?.entries.map(({ digest }) => digest).join() ?? ''
  return actions.join() === digests ? undefined : message('元数据里的业务实体与办理记录不符。')
}

/**
 * An item of which the 定稿 says something else. What it does not say itself came from the settings of the office, which are
 * not in the package; the 发文机关标志 depends on them too, and the 署名 stands for the organs.
 */
function wrongItem(
  { items }: PackageMetadata,
  { bag, sources }: Opened,
  judges: Pick<Judges, 'read'>,
): Message | undefined {
  const source = textAt(bag, sources[0])
  if (source === undefined) return message('没有定稿，无从核对。')
  const document = judges.read(source)
  const said = metadataOf(document)
  const expected: readonly (readonly [item: string, values: readonly string[]])[] = [
    ['标题', [document.main.title?.value.join('') ?? ''].filter((text) => text !== '')],
    ...METADATA_ITEMS.filter(({ name }) => name !== 'issuerMark').map(({ item, name }) => [item, said[name]] as const),
  ]
  const wrong = expected.find(
    ([item, values]) => values.length > 0 && values.join('\n') !== items.get(item)?.join('\n'),
  )
  if (!wrong) return undefined
  const [item, values] = wrong
  return message('“{0}”，定稿是“{1}”，元数据是“{2}”。', item, values.join('、'), items.get(item)?.join('、') ?? '')
}

function wrongType({ items, files }: PackageMetadata): Message | undefined {
  for (const item of ['成文日期', '印发日期']) {
    const [day] = items.get(item) ?? []
    if (day !== undefined && !isDay(day)) return message('“{0}”写成“{1}”，不是日期。', item, day)
  }
  const odd = files.find(({ size }) => !Number.isSafeInteger(size) || size < 0)
  return odd && message('“{0}”的字节数不是数字。', odd.path)
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const moment = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text)
}

function wrongValue({ items }: PackageMetadata): Message | undefined {
  const [genre] = items.get('文种') ?? []
  if (genre !== undefined && !GENRES.some(({ name }) => name === genre)) return message('没有“{0}”这个文种。', genre)
  const [secrecy] = items.get('密级和保密期限') ?? []
  if (secrecy !== undefined && !new RegExp(`^(?:${ANY_LEVEL})`).test(secrecy))
    return message('没有“{0}”这个密级。', secrecy)
  const [urgency] = items.get('紧急程度') ?? []
  if (urgency === undefined || TELEGRAM_URGENCIES.includes(urgency)) return undefined
  return message('没有“{0}”这个紧急程度。', urgency)
}

/** Dates of one form sort as texts do. */
function wrongOrder({ items }: PackageMetadata): Message | undefined {
  const [issued] = items.get('成文日期') ?? []
  const [printed] = items.get('印发日期') ?? []
  if (issued === undefined || printed === undefined || issued <= printed) return undefined
  return message('印发日期 {0} 早于成文日期 {1}。', printed, issued)
}

function oddCharacter({ items }: PackageMetadata): Message | undefined {
  const odd = [...items].find(([, values]) => values.some((value) => /[\p{Cc}\p{Co}\p{Cn}\ufffd]/u.test(value)))
  return odd && message('“{0}”里有不能印出来的字符。', odd[0])
}

import { Failure } from '../../text/failure.ts'
import { message } from '../../text/message.ts'
import { visibleText } from '../../text/visible.ts'
import type { ZipEntry } from './zipDirectory.ts'
import { collision, isLongName, isOddName } from './zipNames.ts'

/** What a package may unfold to. */
export interface ZipLimits {
  readonly files: number
  readonly bytes: number
}

/** How many times its size a file, or the whole, may unfold to, once that is more than {@link FREE}. */
const MOST_RATIO = 200
const FREE = 10_000_000

/**
 * Why a package is not unpacked, by what its directory says: nothing has been unpacked yet. Undefined where it may be; the
 * files are then held to what the directory says.
 */
export function refuseZip(entries: readonly ZipEntry[], limits: ZipLimits): Failure | undefined {
  if (entries.length > limits.files)
    return new Failure('zip-limit', message('归档包里的文件超过{0}个，不予解开。', limits.files))
  return refuseNames(entries) ?? refuseSizes(entries, limits)
}

/** How much of a name a sentence shows: there are names without end. */
const SHOWN = 60

export function shownName(name: string): string {
  const characters = [...name]
  return visibleText(characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}……` : name)
}

function refuseNames(entries: readonly ZipEntry[]): Failure | undefined {
  const names = entries.map(({ name }) => name)
  const refuse = (template: string, name: string) => new Failure('zip-name', message(template, shownName(name)))
  const odd = names.find(isOddName)
  if (odd !== undefined) return refuse('归档包里有不正当的文件名“{0}”，不予解开。', odd)
  const long = names.find(isLongName)
  if (long !== undefined) return refuse('归档包里有太长的文件名“{0}”，别的系统存不下来，不予解开。', long)
  const special = entries.find((entry) => entry.special)
  if (special) return refuse('归档包里的“{0}”不是普通文件（是链接之类），不予解开。', special.name)
  const seen = new Set<string>()
  const again = names.find((name) => seen.size === seen.add(name).size)
  if (again !== undefined) return refuse('归档包里“{0}”出现了两次，不予解开。', again)
  const twice = collision(names)
  if (twice !== undefined)
    return refuse('归档包里的“{0}”与另一个文件只差大小写或字符的编码，有的系统会混为一个，不予解开。', twice)
  return undefined
}

function refuseSizes(entries: readonly ZipEntry[], limits: ZipLimits): Failure | undefined {
  const refuse = (template: string, ...args: readonly (string | number)[]) =>
    new Failure('zip-limit', message(template, ...args))
  const sum = (pick: (entry: ZipEntry) => number) => entries.reduce((total, entry) => total + pick(entry), 0)
  const size = sum((entry) => entry.size)
  if (size > limits.bytes)
    return refuse('归档包解开以后有{0} MB，超过{1} MB，不予解开。', megabytes(size), megabytes(limits.bytes))
  const bomb = entries.find((entry) => isBomb(entry.size, entry.packed))
  if (bomb)
    return refuse(
      '归档包里的“{0}”解开以后有{1} MB，是压缩后的{2}倍，像是压缩炸弹，没有解开。',
      shownName(bomb.name),
      megabytes(bomb.size),
      ratio(bomb.size, bomb.packed),
    )
  const packed = sum((entry) => entry.packed)
  if (isBomb(size, packed))
    return refuse(
      '归档包解开以后有{0} MB，是压缩后的{1}倍，像是压缩炸弹，没有解开。',
      megabytes(size),
      ratio(size, packed),
    )
  return undefined
}

function isBomb(size: number, packed: number): boolean {
  return size > FREE && size > MOST_RATIO * packed
}

function ratio(size: number, packed: number): number {
  return Math.round(size / Math.max(packed, 1))
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6)
}

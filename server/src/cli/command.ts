import { type Argument, Command, CommanderError, Help, type Option } from 'commander'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { nearest } from '../text/nearest.ts'
import { displayWidth } from './displayWidth.ts'

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
}

class ChineseHelp extends Help {
  override styleTitle(title: string): string {
    return TITLES[title] ?? title
  }

  override argumentTerm(argument: Argument): string {
    return argument.variadic ? `<${argument.name()}…>` : `<${argument.name()}>`
  }

  /** Without commander's English “(default: …)”: descriptions say it themselves. */
  override optionDescription(option: Option): string {
    return option.description
  }

  override argumentDescription(argument: Argument): string {
    return argument.description
  }

  override displayWidth(text: string): number {
    return displayWidth(text)
  }

  override subcommandTerm(command: Command): string {
    return `${command.name()} ${command.usage().replace('[选项] ', '')}`
  }
}

function usage(template: string, ...args: readonly string[]): Failure {
  return new Failure('usage', message(template, ...args))
}

/** A commander command that helps and complains in Chinese: wrong use is a {@link Failure} with code `usage`. */
export class ChineseCommand extends Command {
  constructor(name?: string) {
    super(name)
    this.exitOverride()
    this.helpOption('-h, --help', '显示帮助')
    this.helpCommand(false)
  }

  override createCommand(name?: string): ChineseCommand {
    return new ChineseCommand(name)
  }

  override createHelp(): Help {
    return Object.assign(new ChineseHelp(), this.configureHelp())
  }

  /** Examples behind the options of `--help`, one a line. */
  examples(...lines: readonly string[]): this {
    return this.addHelpText('after', `\n示例：\n${lines.map((line) => `  ${line}`).join('\n')}`) as this
  }

  /** As it is typed behind the program's name: `record add`. */
  private path(): string {
    const names: string[] = []
    for (let command: Command | null = this; command?.parent; command = command.parent) names.unshift(command.name())
    return names.join(' ')
  }

  // The methods below are the places where commander would write its own English sentence.

  missingArgument(name: string): never {
    throw usage('缺少参数 <{0}>。用 hongtou {1} --help 查看用法。', name, this.path())
  }

  optionMissingArgument(option: Option): never {
    throw usage('选项 {0} 后面要写一个值。用 hongtou {1} --help 查看用法。', option.flags, this.path())
  }

  missingMandatoryOptionValue(option: Option): never {
    throw usage('必须写明选项 {0}。用 hongtou {1} --help 查看用法。', option.flags, this.path())
  }

  unknownOption(flag: string): never {
    const known = this.options.flatMap(({ long, short }) => [long ?? [], short ?? []].flat())
    const meant = nearest(flag, known)
    if (meant) throw usage('没有选项 {0}，是不是 {1}？用 hongtou {2} --help 查看用法。', flag, meant, this.path())
    throw usage('没有选项 {0}。用 hongtou {1} --help 查看用法。', flag, this.path())
  }

  unknownCommand(): never {
    const [given = ''] = this.args
    const known = this.commands.map((command) => command.name())
    const meant = nearest(given, known)
    const path = ['hongtou', this.path()].filter(Boolean).join(' ')
    if (meant) throw usage('没有命令“{0}”，是不是“{1}”？用 {2} --help 查看全部命令。', given, meant, path)
    throw usage('没有命令“{0}”。用 {1} --help 查看全部命令。', given, path)
  }

  _excessArguments(given: readonly string[]): never {
    throw usage(
      '多出参数“{0}”。用 hongtou {1} --help 查看用法。',
      given[this.registeredArguments.length] ?? '',
      this.path(),
    )
  }
}

/** For an option with a fixed set of values, in capitals or not; it names them when another one is given. */
export function oneOf<T extends string>(flag: string, values: readonly T[]): (value: string) => T {
  return (value) => {
    const found = values.find((each) => each.toLowerCase() === value.toLowerCase())
    if (found === undefined) throw usage('{0} 的值“{1}”不对，只能是 {2}。', flag, value, values.join('、'))
    return found
  }
}

/** For an option that may be given several times. */
export function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value]
}

/** For an option that takes a whole number of at least `least`. */
export function wholeNumber(flag: string, least: number): (value: string) => number {
  return (value) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
    if (!(number >= least)) throw usage('{0} 的值“{1}”不对，要写不小于 {2} 的整数。', flag, value, String(least))
    return number
  }
}

/** Whether commander only ended because it printed a help text or the version. */
export function isHelpShown(error: unknown): error is CommanderError {
  return error instanceof CommanderError
}

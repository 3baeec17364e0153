/** Words in which a character stands for one that looks like it: what bad copies and character recognition leave behind. */
import { type Context, likely, misspelt, pairs, type WordPair } from './wordPair.ts'

/** These characters meet in no word, nor where two words touch. */
const NEVER = `
  侯选→候选 等侯→等候 气侯→气候 时侯→时候 侯补→候补 问侯→问候 拨尖→拔尖 折卸→拆卸 拆扣→折扣 签暑→签署 暑名→署名 公暑→公署 署假→暑假
  菅理→管理 监菅→监管 主菅→主管 祟尚→崇尚 嬴得→赢得 恰谈→洽谈 商恰→商洽 融恰→融洽 分晰→分析 清析→清晰 篇副→篇幅 大副度→大幅度
  大辐度→大幅度 坚恃→坚持 檀自→擅自 檀长→擅长 勤捡→勤俭 捡查→检查 捡验→检验 捡测→检测 捡举→检举 步阀→步伐 贿络→贿赂
  裁培→栽培 仲栽→仲裁 制栽→制裁 总栽→总裁 栽决→裁决 记栽→记载 刊栽→刊载 登栽→登载 簿弱→薄弱 挡案→档案 存挡→存档 归挡→归档
  阻档→阻挡 通辑→通缉 逻缉→逻辑 颂布→颁布 颂发→颁发 推侧→推测 监侧→监测 检侧→检测 预侧→预测 原侧→原则 圆林→园林
  问券→问卷 试券→试卷 痉孪→痉挛 了望塔→瞭望塔 了望台→瞭望台 了望哨→瞭望哨 九宵云外→九霄云外 醮水→蘸水 工怍→工作 不侯→不候 根椐→根据 依椐→依据 数椐→数据 证椐→证据 咨讯→咨询 戒燥→戒躁 撒除→撤除 保菅→保管

`

const IDIOMS = `
  未雨绸谬→未雨绸缪 一丝不芶→一丝不苟 脚塌实地→脚踏实地 脚蹋实地→脚踏实地 齐抓共菅→齐抓共管 失职读职→失职渎职 鬼鬼崇崇→鬼鬼祟祟
  灸手可热→炙手可热 床第之私→床笫之私 量体栽衣→量体裁衣 别出心栽→别出心裁 闻风而东→闻风而动 不折不抠→不折不扣
  有令不形→有令不行 如火如茶→如火如荼 名列前矛→名列前茅 历历再目→历历在目 滥用职劝→滥用职权 铺张浪废→铺张浪费 弄虚作甲→弄虚作假
`

const GUARDED: readonly (readonly [string, Context])[] = [
  ['自已→自己', { notBefore: /不$/, notAfter: /^经/ }],
  ['未尾→末尾', { notAfter: /^[随部款气]/ }],
  ['在按→在案', { before: /(?:记录|备份|登记|有据)$/ }],
  ['按排→安排', { before: /(?:统筹|合理|妥善|精心|科学|统一|周密|具体|时间|工作|的)$/, notAfter: /^[污放名序位号]/ }],
  ['供献→贡献', { notBefore: /提$/, notAfter: /^血/ }],
  ['周未→周末', { notBefore: /[一二两三四五六七八九十几每0-9本上下]$/ }],
  ...[
    '末来→未来',
    '末必→未必',
    '末经→未经',
    '末能→未能',
    '末完成→未完成',
    '末按→未按',
    '末及时→未及时',
    '末履行→未履行',
  ].map((pair): readonly [string, Context] => [pair, { notBefore: /[周年月期季岁旬始]$/ }]),
  ['治炼→冶炼', { notBefore: /[整陶]$/, notAfter: /^[油铁钢焦]/ }],
  ['署期→暑期', { notBefore: /[签部]$/ }],
  ['洽当→恰当', { notBefore: /[融接]$/ }],
  ...['登记薄→登记簿', '户口薄→户口簿', '账薄→账簿', '帐薄→账簿'].map((pair): readonly [string, Context] => [
    pair,
    { notAfter: /^弱/ },
  ]),
  ['侧量→测量', { notBefore: /[两左右内外一]$/ }],
  ['圆区→园区', { notBefore: /[团]$/ }],
  ['投人→投入', { notAfter: /^[员群力数民工才]/ }],
  ['深人→深入', { notAfter: /^[员心群士]/ }],
  ['机秘→机密', { notAfter: /^书/ }],
  ['绝秘→绝密', { notBefore: /[拒杜]$/, notAfter: /^[密方]/ }],
]

export const MISSPELT_SHAPES: readonly WordPair[] = [
  ...pairs(NEVER).map(([wrong, right]) => likely(wrong, right)),
  ...pairs(IDIOMS).map(([wrong, right]) => misspelt(wrong, right)),
  ...GUARDED.flatMap(([table, context]) => pairs(table).map(([wrong, right]) => likely(wrong, right, context))),
]

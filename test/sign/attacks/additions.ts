import { type Attack, changed, objectText, page, update, updateOf } from './attack.ts'

/** What a later revision adds beside the pages. */
export const additionAttacks: readonly Attack[] = [
  ['a script runs on opening', '打开时运行脚本', '/OpenAction << /S /JavaScript /JS (x) >>'],
  [
    'named scripts are added',
    '加上有名称的脚本',
    '/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (x) >>] >> >>',
  ],
  ['a file is attached', '加上附件', '/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a) >>] >> >>'],
  ['destinations are named', '加上命名目标', '/Dests << /a [3 0 R /Fit] >>'],
  ['actions run on closing', '关闭时运行动作', '/AA << /WC << /S /JavaScript /JS (x) >> >>'],
  ['permissions are added', '加上使用权限（Perms）', '/Perms << /DocMDP 20 0 R >>'],
  ['the viewer is told to hide its tools', '改变阅读器的界面', '/ViewerPreferences << /HideMenubar true >>'],
  ['the pages are labelled', '改页码标签', '/PageLabels << /Nums [0 << /S /r >>] >>'],
  ['an output intent is added', '加上输出意图', '/OutputIntents [<< /S /GTS_PDFX >>]'],
  ['a collection is added', '改成文件包', '/Collection << /View /D >>'],
  ['threads are added', '加上文章线索', '/Threads []'],
  ['the language is changed', '改语言', '/Lang (en)'],
].map(([name = '', title, entry = '']) => ({
  name,
  title: `${title}`,
  attack: updateOf((signed) => ({
    1: objectText(signed, 1).replace('/Type', `${entry} /Type`),
    20: '<< /Type /Sig >>',
  })),
  rules: changed,
}))

/** Ways to show other pages without touching their content. */
export const viewAttacks: readonly Attack[] = [
  ['a page is cropped', '裁切页面', '/CropBox [0 0 100 100]'],
  ['a page is turned', '旋转页面', '/Rotate 180'],
  ['a page gets another unit', '改页面的单位', '/UserUnit 3'],
  ['a page is bled', '改出血框', '/BleedBox [0 0 9 9]'],
  ['a page gets an action', '页面打开时运行动作', '/AA << /O << /S /JavaScript /JS (x) >> >>'],
  ['a page is shown for a second', '页面限时显示', '/Dur 1'],
  ['a page gets a transition', '翻页效果', '/Trans << /S /Wipe >>'],
  ['a page gets a group', '页面加透明组', '/Group << /S /Transparency /CS /DeviceCMYK >>'],
  ['a page gets data of its own', '页面加私有数据', '/PieceInfo << /A << /LastModified (D:2026) >> >>'],
].map(([name = '', title, entry = '']) => ({
  name,
  title: `${title}`,
  attack: update({ 3: page.replace('/Type', `${entry} /Type`) }),
  rules: changed,
}))

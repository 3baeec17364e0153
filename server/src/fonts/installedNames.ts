import type { FontRole } from '../standard/fontRole.ts'

/**
 * Names under which the usual faces of Chinese offices are installed, the preferred first. GB/T 9704—2012 5.2.2 and 7
 * name classes only (小标宋, 仿宋 …); these are the faces that practice means by them. Installed copies of the fonts that
 * the bundled faces are made of are not among them: they would bring other weights and nothing else.
 */
export const INSTALLED_NAMES: Readonly<Record<FontRole, readonly string[]>> = {
  小标宋: [
    '方正小标宋_GBK',
    'FZXiaoBiaoSong-B05',
    'FZXBSK--GBK1-0',
    '方正小标宋简体',
    'FZXBSJW--GB1-0',
    'FZXiaoBiaoSong-B05S',
    '华文中宋',
    'STZhongsong',
  ],
  仿宋: [
    '仿宋_GB2312',
    'FangSong_GB2312',
    '方正仿宋_GBK',
    'FZFSK--GBK1-0',
    'FZFangSong-Z02',
    '仿宋',
    'FangSong',
    '华文仿宋',
    'STFangsong',
    '朱雀仿宋',
    'Zhuque Fangsong',
    'FandolFang R',
    'FandolFang',
  ],
  楷体: [
    '楷体_GB2312',
    'KaiTi_GB2312',
    '方正楷体_GBK',
    'FZKTK--GBK1-0',
    'FZKai-Z03',
    '楷体',
    'KaiTi',
    '华文楷体',
    'STKaiti',
  ],
  黑体: ['方正黑体_GBK', 'FZHTK--GBK1-0', '黑体', 'SimHei', '华文黑体', 'STHeiti'],
  宋体: ['宋体', 'SimSun', '方正书宋_GBK', 'FZSSK--GBK1-0', '华文宋体', 'STSong'],
  西文: ['Times New Roman', 'TimesNewRomanPSMT'],
}

import { lengthRule } from '../../readings/lengthLimit.ts'

/** 部署专项工作或者具体任务的文件一般不超过4000字。 */
export default lengthRule({
  id: 'length-special',
  name: '部署专项工作的公文篇幅',
  kind: 'special',
  about: '部署专项工作或者具体任务的文件',
  limit: 4000,
  genre: '通知',
  otherGenre: '意见',
})

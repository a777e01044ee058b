/** Faces of the demo world: `avatar-<name>.webp`, 512×512. The name is the creator's handle, or its beginning (`noor_at_home`). */
export const portraits = [
  { name: 'ahe', zh: '戴毛线帽、围红围巾的年轻女人', en: 'A young woman in a wool hat and a red scarf' },
  { name: 'xiaozhu', zh: '长直发、穿高领毛衣的女人', en: 'A woman with long straight hair in a turtleneck' },
  { name: 'lin', zh: '短发齐刘海、穿绿上衣的女人', en: 'A woman with a bob and a green top' },
  { name: 'zhou', zh: '短发、胡茬、穿蓝衬衫的男人', en: 'A man with short hair, stubble and a blue shirt' },
  { name: 'jo', zh: '戴绿色耳机、穿紫色连帽衫的年轻人', en: 'A young person in green headphones and a violet hoodie' },
  { name: 'mei', zh: '丸子头、戴项链、闭着眼的女人', en: 'A woman with a top bun and a necklace, eyes closed' },
  { name: 'noor', zh: '戴灰绿色头巾的女人', en: 'A woman in a sage headscarf' },
  { name: 'ama', zh: '蓬松卷发、戴金耳环的女人', en: 'A woman with an afro and golden hoops' },
  { name: 'granny', zh: '灰白卷发、戴圆眼镜的奶奶', en: 'A grey-haired grandmother with round glasses' },
  { name: 'xia', zh: '编着粗辫子、戴耳环的女人', en: 'A woman with a thick braid and earrings' },
] as const

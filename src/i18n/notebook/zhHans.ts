import type { NotebookWords } from './words.ts';

export const zhHans: NotebookWords = {
  steps: {
    activate: (scheme) => `按“${scheme}”分级`,
    scheme: (scheme) => `修改方案“${scheme}”`,
    remove_scheme: (scheme) => `删除方案“${scheme}”`,
    note: (customer) => `${customer}的备注`,
  },
  bar: {
    label: '所有单元共用的口径',
    period: (range) => `期间 ${range}`,
    asOf: (day) => `截至${day}`,
    measure: (name) => `按${name}衡量`,
    tiers: (scheme) => `分级：${scheme}`,
    noDates: '文件没有日期',
    change: '更改',
  },
  footAsOf: (day) => `截至${day}。`,
  outsiders: {
    summary: (n) => `${n} 人没有订单。`,
    first: (n) => `显示前 ${n} 人。`,
    id: '客户',
    name: '名称',
  },
  ownSchemesLeftOut: '自定义方案中若引用了文件里的文字，则不会写入链接：请另存为文件。',
};

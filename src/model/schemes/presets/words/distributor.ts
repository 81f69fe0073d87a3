import type { Lang } from '../../../../i18n/lang.ts';
import type { PresetWords } from '../../types.ts';

export const strings: Readonly<Record<Lang, PresetWords>> = {
  en: {
    title: 'Agents and franchisees',
    rule: 'A: agents, and the top 20% of franchisees by annual volume; B: two years running of 10% growth, high cooperation and high loyalty; C: all others.',
    tiers: { A: 'A', B: 'B', C: 'C' },
    settings: {
      agents: {
        label: 'Agents are',
        definition: 'Texts of the customer type that mean an agent; agents are always A.',
      },
      franchisees: {
        label: 'Franchisees are',
        definition: 'Texts of the customer type that mean a franchisee; only these are ranked.',
      },
      share: {
        label: 'Best franchisees, %',
        definition: 'Share of the franchisees who are A; whoever equals the last one is in.',
      },
      rounding: {
        label: 'Part of a franchisee',
        definition: '20% of 11 franchisees are 2.2: rounded up to 3, or down to 2.',
        options: { up: 'rounded up', down: 'rounded down' },
      },
      volume: {
        label: 'Volume is',
        definition: 'What annual volume and its growth are measured by.',
        options: {
          auto: 'quantity if mapped, else the measure',
          quantity: 'quantity',
          amount: 'sales',
          profit: 'profit',
          measure: 'the measure in force',
        },
      },
      span: {
        label: 'Franchisees are ranked by',
        definition:
          'Volume of the last complete calendar year, or value of the whole period; the latter where there are no dates.',
        options: { year: 'the last complete year', period: 'the whole period' },
      },
      need: {
        label: 'B needs',
        definition: 'Whether growth, cooperation and loyalty must all be there, or one of them is enough.',
        options: { all: 'all three', any: 'any of the three' },
      },
      growth_by: {
        label: 'Growth is',
        definition:
          'In each of the last two complete years over the year before, or as the average yearly rate of both. Three years of data are needed; growth from nothing is unknown.',
        options: { each_year: 'in each year', average: 'on average' },
      },
      growth: { label: 'Growth at least, %', definition: 'Exactly this growth is enough.' },
      partial: {
        label: 'Year that is not over',
        definition: 'Whether the last year counts although the data end before December 31.',
        options: { exclude: 'does not count', include: 'counts' },
      },
      cooperation: {
        label: 'Cooperation at least',
        definition: 'Grade from 1 to 5; the words high, middle and low are read as 5, 3 and 1.',
      },
      loyal_by: {
        label: 'Loyalty is',
        definition:
          'The grade of the loyalty column, or the answers: fairly satisfied or better, a chance of buying again of 70% or more, and very likely to recommend.',
        options: {
          auto: 'the column if mapped, else the answers',
          grade: 'the column',
          answers: 'the answers',
        },
      },
      loyalty: {
        label: 'Loyalty at least',
        definition: 'Grade from 1 to 5; the words high, middle and low are read as 5, 3 and 1.',
      },
    },
    scores: {},
  },
  'zh-Hans': {
    title: '代理商与加盟商',
    rule: 'A类客户：代理商及年销量前20%的加盟商；B类客户：连续两年销量增长10%、配合度高、忠诚度高的客户；C类客户：其他客户。',
    tiers: { A: 'A类', B: 'B类', C: 'C类' },
    settings: {
      agents: { label: '代理商写作', definition: '客户类型中表示代理商的文字；代理商一律为A类。' },
      franchisees: { label: '加盟商写作', definition: '客户类型中表示加盟商的文字；只有加盟商参与排名。' },
      share: { label: '加盟商前（%）', definition: '列为A类的加盟商占比；与最后一名相同的也列入。' },
      rounding: {
        label: '不足一个时',
        definition: '11个加盟商的20%是2.2个：向上取为3个，或向下取为2个。',
        options: { up: '向上取整', down: '向下取整' },
      },
      volume: {
        label: '销量取',
        definition: '年销量及其增长以什么计。',
        options: {
          auto: '有数量列用数量，否则用当前指标',
          quantity: '数量',
          amount: '销售额',
          profit: '利润',
          measure: '当前指标',
        },
      },
      span: {
        label: '加盟商排名依据',
        definition: '最近一个完整日历年的销量，或整个时间段的价值；没有日期时用后者。',
        options: { year: '最近的完整年', period: '整个时间段' },
      },
      need: {
        label: 'B类要求',
        definition: '增长、配合度、忠诚度三项都要满足，或满足一项即可。',
        options: { all: '三项都满足', any: '满足任意一项' },
      },
      growth_by: {
        label: '增长计法',
        definition:
          '最近两个完整年各自比上一年的增长，或两年的年均增长率。需要三个完整年的数据；从零开始的增长视为未知。',
        options: { each_year: '每年都达到', average: '年均达到' },
      },
      growth: { label: '增长不低于（%）', definition: '恰好等于该值也算达到。' },
      partial: {
        label: '未结束的年份',
        definition: '数据在12月31日之前结束的最后一年是否计入。',
        options: { exclude: '不计入', include: '计入' },
      },
      cooperation: { label: '配合度不低于', definition: '1至5分；高、中、低分别按5、3、1分。' },
      loyal_by: {
        label: '忠诚度取自',
        definition: '忠诚度列的评分；或问卷：满意度为比较满意及以上、再次购买概率不低于70%、很大可能推荐。',
        options: { auto: '有忠诚度列用列，否则用问卷', grade: '忠诚度列', answers: '问卷' },
      },
      loyalty: { label: '忠诚度不低于', definition: '1至5分；高、中、低分别按5、3、1分。' },
    },
    scores: {},
  },
};

import { defaultMetricOptions } from '../../metrics/types.ts';
import { flag, number } from '../../setting.ts';
import { definePreset } from '../definePreset.ts';
import type { Condition } from '../types.ts';

/** Levels of relationship, the closest first. */
export const relationshipLevels = ['partner', 'proactive', 'accountable', 'reactive', 'basic'] as const;
export type RelationshipLevel = (typeof relationshipLevels)[number];

/** Names of the levels; the level to wish for is called the same. */
export const relationshipNames = {
  en: {
    partner: 'Partner',
    proactive: 'Proactive',
    accountable: 'Accountable',
    reactive: 'Reactive',
    basic: 'Basic',
  },
  'zh-Hans': {
    partner: '伙伴型',
    proactive: '能动型',
    accountable: '负责型',
    reactive: '被动型',
    basic: '基本型',
  },
} as const;

const atLeast = (of: 'joint' | 'contacts' | 'contacts_out' | 'outbound_quarters' | 'proposals' | 'followups', than: number): Condition => ({ kind: 'number', of, is: 'gte', than }); // prettier-ignore

export const preset = definePreset({
  id: 'relationship',
  order: 13,
  settings: {
    days: number('days', 1, 3650, defaultMetricOptions.followupDays),
    n: number('n', 1, 1000, 2),
    k: number('k', 1, 40, 2),
    proposal: flag('proposal', true),
  },
  rules: ({ days, n, k, proposal }) => {
    const conditions: Readonly<Record<RelationshipLevel, Condition>> = {
      partner: atLeast('joint', 1),
      proactive: {
        kind: 'all',
        parts: [
          atLeast('contacts_out', n),
          atLeast('outbound_quarters', k),
          ...(proposal ? [atLeast('proposals', 1)] : []),
        ],
      },
      accountable: atLeast('followups', 1),
      // Contacts that are none of the above: the customer's own, or ours that came too late to be a follow-up.
      // A log that names no directions cannot tell these from follow-ups.
      reactive: { kind: 'all', parts: [atLeast('contacts', 1), atLeast('followups', 0)] },
      basic: { kind: 'number', of: 'contacts', is: 'eq', than: 0 },
    };
    return {
      population: 'buyers',
      scores: [],
      tiers: relationshipLevels.map((id) => ({ id, name: null, when: conditions[id] })),
      rest: { id: 'unknown', name: null },
      options: { ...defaultMetricOptions, followupDays: days },
    };
  },
  strings: {
    en: {
      title: 'Level of relationship',
      rule: 'Basic: no contact after the sale; reactive: the customer calls; accountable: a call of ours within 30 days of a sale; proactive: regular calls of ours with proposals; partner: joint work.',
      tiers: { ...relationshipNames.en, unknown: 'Not known' },
      settings: {
        days: {
          label: 'A follow-up comes within, days',
          definition: 'Days after a sale in which a contact of ours counts as a follow-up.',
        },
        n: {
          label: 'Proactive from, contacts of ours',
          definition: 'The fewest contacts of ours with a proactive relationship.',
        },
        k: {
          label: 'spread over, quarters',
          definition: 'The fewest different calendar quarters in which these contacts took place.',
        },
        proposal: {
          label: 'One of them a proposal',
          definition: 'Whether at least one contact must be about a new product or a suggestion.',
          options: { yes: 'needed', no: 'not needed' },
        },
      },
      scores: {},
    },
    'zh-Hans': {
      title: '客户关系类型',
      rule: '基本型：售出后不再接触；被动型：客户有问题才联系；负责型：售出后30天内主动联系；能动型：不断主动联系并带去建议；伙伴型：共同努力。',
      tiers: { ...relationshipNames['zh-Hans'], unknown: '无法判断' },
      settings: {
        days: { label: '售后多少天内算回访', definition: '售出后这么多天内的主动联系算售后回访。' },
        n: { label: '能动型至少主动联系（次）', definition: '能动型关系最少的主动联系次数。' },
        k: { label: '分布在几个季度以上', definition: '这些联系最少分布在几个不同的自然季度。' },
        proposal: {
          label: '其中有一次建议',
          definition: '是否至少有一次联系与新产品或建议有关。',
          options: { yes: '需要', no: '不需要' },
        },
      },
      scores: {},
    },
  },
});

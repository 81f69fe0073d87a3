import type { Lang } from '../i18n/lang.ts';
import { metricWords } from '../i18n/metrics.ts';
import { roleNames } from '../i18n/roles.ts';
import { metricIds, type MetricId, type TextId } from '../model/metrics/types.ts';
import type { Model } from '../model/model.ts';
import { presetOf } from '../model/schemes/registry.ts';
import type { Quantity, Scheme } from '../model/schemes/types.ts';

const isMetric = (id: string): id is MetricId => (metricIds as readonly string[]).includes(id);

/** What a text of customers is called: its role, or the header of its column. */
export function textName(id: TextId, lang: Lang, model: Pick<Model, 'attributes'>): string {
  const column = model.attributes.find((attribute) => attribute.column === id);
  if (column && column.role === 'attribute') return column.header;
  return id in roleNames[lang]
    ? roleNames[lang][id as keyof (typeof roleNames)[Lang]]
    : (column?.header ?? id);
}

/** What a metric or text is called. */
export const fieldName = (id: MetricId | TextId, lang: Lang, model: Pick<Model, 'attributes'>): string =>
  isMetric(id) ? metricWords[lang].name[id] : textName(id, lang, model);

/** What a number that rules look at is called: a metric, or a score of the scheme. */
export function quantityName(of: Quantity, lang: Lang, scheme: Pick<Scheme, 'preset'>): string {
  if (!of.startsWith('score:')) return metricWords[lang].name[of as MetricId];
  const id = of.slice('score:'.length);
  return presetOf(scheme.preset)?.strings[lang].scores[id] ?? id;
}

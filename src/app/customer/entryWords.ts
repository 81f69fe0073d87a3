import type { Format } from '../../format/format.ts';
import { customerWords } from '../../i18n/customer/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import { roleNames } from '../../i18n/roles.ts';
import { units } from '../../lenses/frame.ts';
import type { Entry } from '../../model/customerPage/record.ts';

const isRole = (name: string): name is keyof (typeof roleNames)[Lang] => Object.hasOwn(roleNames.en, name);

/** What an entry of a joined file says, one phrase each. */
export function entryWords(entry: Entry, format: Format, lang: Lang): readonly string[] {
  const t = customerWords[lang].entries;
  const { kind, texts } = entry;
  if (kind === 'survey')
    return Object.entries(texts).map(([name, text]) =>
      t.answer(isRole(name) ? roleNames[lang][name] : name, text),
    );
  if (kind === 'receivables')
    return [
      ...(entry.amount === null
        ? Object.values(texts)
        : [t.invoice(format.money(units(entry.amount)), texts.order_id ?? null)]),
      entry.paid === null ? t.unpaid : t.paid(format.date(entry.paid)),
    ];
  return Object.values(texts);
}

import type { Format } from '../format/format.ts';
import { frameWords } from '../i18n/frame.ts';
import type { Lang } from '../i18n/lang.ts';
import { schemeWords } from '../i18n/schemes.ts';
import { metricUnits } from '../model/metrics/catalogue.ts';
import type { MetricId } from '../model/metrics/types.ts';
import { checkRules, severityOf, type Severity } from '../model/schemes/check.ts';
import {
  describeCheck,
  describeCondition,
  describeWhy,
  quantityText,
  type Telling,
} from '../model/schemes/describe.ts';
import type { Condition, Report, Scheme, TextTest, Tiering } from '../model/schemes/types.ts';
import { fieldName, quantityName, textName } from './fieldNames.ts';
import { inTenths } from './scoreParts.ts';
import { tierTitle } from './schemeNames.ts';
import type { Frame } from './types.ts';
import { whyTierWords } from './whyTierWords.ts';

/** What names and units are taken from. */
export type Where = Pick<Frame, 'model' | 'scope' | 'book'>;

/** What rules look at, in the reader's words; `value` is called by the measure in force. */
function tellingOf(
  scheme: Scheme,
  missing: readonly string[],
  { model, scope, book }: Where,
  format: Format,
  lang: Lang,
): Telling {
  return {
    words: schemeWords[lang],
    format,
    silenceDays: book.silenceDays,
    names: {
      quantity: (of) =>
        of === 'value' ? frameWords[lang].measures[scope.measure] : quantityName(of, lang, scheme),
      unit: (of) => (of.startsWith('score:') ? 'score' : metricUnits[of as MetricId]),
      text: (field) => textName(field, lang, model),
      missing: (id) => missing.includes(id),
    },
  };
}

/** Texts that are told one by one in a line. */
const mostTexts = 3;

/** The condition with its longer lists of texts cut short. */
function brief(condition: Condition): Condition {
  const test = <T extends TextTest>(of: T): T =>
    of.values.length > mostTexts + 1 ? { ...of, values: [...of.values.slice(0, mostTexts), '…'] } : of;
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { ...condition, parts: condition.parts.map(brief) };
    case 'text':
      return test(condition);
    case 'top_count':
    case 'top_share':
      return condition.within ? { ...condition, within: test(condition.within) } : condition;
    default:
      return condition;
  }
}

/** A rule in words, as a line of a table: of many texts it tells the first. */
export const ruleWords = (
  condition: Condition,
  { scheme, missing = [] }: { readonly scheme: Scheme; readonly missing?: readonly string[] },
  where: Where,
  format: Format,
  lang: Lang,
): string => describeCondition(brief(condition), tellingOf(scheme, missing, where, format, lang));

export interface SaidFinding {
  readonly severity: Severity;
  readonly text: string;
}

const gravest: readonly Severity[] = ['error', 'warning', 'note'];

/** What the check of a scheme's rules found, in sentences, the gravest first; columns that the files lack in one. */
export function findingWords(
  tried: Tiering,
  where: Where,
  format: Format,
  lang: Lang,
): readonly SaidFinding[] {
  const { scheme, rules, missing } = tried;
  const telling = tellingOf(scheme, missing, where, format, lang);
  const title = (at: number): string => {
    const tier = rules.tiers[at];
    return tier ? tierTitle(scheme, tier, lang) : '';
  };
  const said = checkRules(rules, tried)
    .filter(({ code }) => code !== 'missing')
    .map((check) => ({
      severity: severityOf(check),
      text: describeCheck(check, title, tierTitle(scheme, rules.rest, lang), telling),
    }));
  if (missing.length > 0) {
    const names = format.list(missing.map((id) => fieldName(id, lang, where.model)));
    said.push({ severity: 'warning', text: schemeWords[lang].checks.missing(names) });
  }
  return said.toSorted((a, b) => gravest.indexOf(a.severity) - gravest.indexOf(b.severity));
}

/** Why the customer at a rank is in the tier, and why not in the one above (null where there is none above). */
export const whyWords = (
  tiering: Tiering,
  rank: number,
  where: Where,
  format: Format,
  lang: Lang,
): { readonly own: string; readonly above: string | null } =>
  describeWhy(tiering.explain(rank), tellingOf(tiering.scheme, tiering.missing, where, format, lang));

/** The parts of a score that a rule looks at, in sentences. */
export interface SaidScore {
  readonly id: string;
  /** The score's name and value. */
  readonly head: string;
  readonly parts: readonly string[];
}

/** Ids of the scores that a report is about, in its order. */
function scoresIn(report: Report | null): readonly string[] {
  if (!report) return [];
  const { condition } = report;
  if (condition.kind === 'all' || condition.kind === 'any') return report.parts.flatMap(scoresIn);
  return 'of' in condition && condition.of.startsWith('score:') ? [condition.of.slice('score:'.length)] : [];
}

/**
 * What the weighted scores are made of that decide the tier of the customer at a rank. A score whose parts are all
 * either 0 or 100 stands for an either-or, of which points say nothing.
 */
export function scoreWords(
  tiering: Tiering,
  rank: number,
  where: Where,
  format: Format,
  lang: Lang,
): readonly SaidScore[] {
  const { scheme, rules, missing } = tiering;
  const telling = tellingOf(scheme, missing, where, format, lang);
  const { because, notAbove } = tiering.explain(rank);
  const words = whyTierWords[lang];
  return [...new Set([...scoresIn(because), ...scoresIn(notAbove)])].flatMap((id): SaidScore[] => {
    const score = rules.scores.find((found) => found.id === id);
    const whole = tiering.score(id)[rank];
    const parts = tiering.scoreParts?.(id, rank) ?? [];
    if (score?.kind !== 'weighted' || parts.length === 0 || whole === undefined || Number.isNaN(whole))
      return [];
    if (score.parts.every(({ scale }) => scale !== 'percentile' && scale.from === scale.to)) return [];
    const all = parts.reduce((sum, { weight }) => sum + weight, 0);
    const tenths = inTenths(
      parts.map(({ adds }) => adds ?? NaN),
      whole,
    );
    const said = parts.flatMap(({ of, weight, actual, points }, i) => {
      if (weight === 0) return [];
      const name = telling.names.quantity(of);
      const share = format.percentShort(weight / all);
      if (actual === null || points === null)
        return [
          missing.includes(of as MetricId) ? words.partMissing(name, share) : words.partUnknown(name, share),
        ];
      return [words.part(name, quantityText(of, actual, telling), format.decimal(points, 1), share, format.decimal(tenths[i], 1))]; // prettier-ignore
    });
    return [
      {
        id,
        head: words.scoreIs(telling.names.quantity(`score:${id}`), format.decimal(whole, 1)),
        parts: said,
      },
    ];
  });
}

import type { RoleChoice } from '../base/role.ts';
import { numberRoles } from '../ingest/statements/sales.ts';
import type { ImportPlan, Reader, Reading, Survey } from '../ingest/types.ts';

/** Smaller files are counted in the time that it takes to begin. */
export const earlyFrom = 4 * 1024 * 1024;

/** Enough rows to see what the file is like. */
const headBytes = 256 * 1024;

const mayBeRegular = ({ encoding, delimiter, escape, headerRow }: Reading): boolean =>
  encoding === 'utf-8' &&
  (delimiter === 'tab' || delimiter.length === 1) &&
  escape === undefined &&
  (headerRow === null || headerRow === 1);

/**
 * What the first part of a file lets expect of the whole, or null when it is not to be loaded before it is counted. The
 * counts are those of the first part.
 */
export async function expected(
  reader: Reader,
  file: Blob,
  { reading }: ImportPlan,
  signal: AbortSignal,
): Promise<Survey | null> {
  if (!mayBeRegular(reading)) return null;
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const whole = file.slice(0, head.lastIndexOf(10) + 1);
  const survey = await reader.survey(whole, reading, () => undefined, signal).catch(() => null);
  return survey?.regular ? survey : null;
}

/** Whether a file that was loaded as `expected` has been read as it must be. */
export function isAsExpected(expected: Survey, survey: Survey, { columns, shape }: ImportPlan): boolean {
  if (!survey.regular || survey.header !== expected.header) return false;
  // Texts are looked at when all is loaded. What other files hold is theirs to know.
  const isText = (role: RoleChoice): boolean =>
    (shape === 'lines' || shape === 'customers') &&
    role !== 'order_date' &&
    !(numberRoles as readonly RoleChoice[]).includes(role);
  return columns.every(({ index, role }) => {
    const before = expected.facts?.[index];
    const now = survey.facts?.[index];
    if (role === 'ignore' || isText(role) || !before) return true;
    return (
      now !== undefined &&
      (now.plainNumbers || !before.plainNumbers) &&
      (now.fewDecimals || !before.fewDecimals) &&
      (now.isoDates || !before.isoDates)
    );
  });
}

/**
 * Names of the columns under a header of one or several rows: the parts of a column joined by a blank. A part whose
 * cell is blank is that of the group to its left, where a row below names the column. `repeats` = equal parts are kept.
 */
export function headerNames(rows: readonly (readonly string[])[], repeats = false): string[] {
  const [first = []] = rows;
  if (rows.length < 2) return [...first];
  const width = Math.max(...rows.map((row) => row.length));
  const cell = (row: readonly string[], i: number): string => row[i]?.trim() ?? '';
  return Array.from({ length: width }, (_, i) => {
    const parts = rows.map((row, level) => {
      const named = rows.slice(level + 1).some((below) => cell(below, i) !== '');
      if (cell(row, i) !== '' || !named) return cell(row, i);
      let left = i;
      while (left > 0 && cell(row, left) === '') left--;
      // A name that stands alone over its own column is no group.
      const group = rows.slice(level + 1).some((below) => cell(below, left) !== '');
      return group ? cell(row, left) : '';
    });
    const shown = parts.filter((part) => part !== '');
    return (repeats ? shown : [...new Set(shown)]).join(' ');
  });
}

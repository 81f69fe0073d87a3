/** A flow between the same rows or others of neighbouring columns. */
export interface SankeyFlow {
  readonly from: number;
  readonly to: number;
  /** Thickness at either end, in any one unit for the whole picture. */
  readonly start: number;
  readonly end: number;
}

export interface SankeyBox {
  readonly width: number;
  readonly height: number;
  /** Pixels: width of a node, least gap between nodes of a column, height of a line of a label. */
  readonly node: number;
  readonly gap: number;
  readonly line: number;
}

export interface SankeyNode {
  readonly column: number;
  readonly row: number;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** Middle of the label, moved so that labels of a column stay a line apart. */
  readonly labelY: number;
}

export interface SankeyRibbon extends SankeyFlow {
  /** Column it starts in. */
  readonly column: number;
  /** SVG path of the filled ribbon. */
  readonly path: string;
  readonly x: number;
  /** Middle of the start. */
  readonly y: number;
  readonly thickness: number;
}

export interface Sankey {
  readonly nodes: readonly SankeyNode[];
  readonly ribbons: readonly SankeyRibbon[];
}

/** Pixels: thinner flows and nodes would not be seen. */
const thinnest = 1;

const round = (x: number): number => Math.round(x * 100) / 100;

/**
 * A Sankey diagram in which every column keeps the rows in the order of their numbers, whatever their size, and flows
 * leave and reach a node in the order of the rows at their other end; so two diagrams can be compared by eye. One scale
 * for all columns. A node is as large as the larger of what comes in and what goes out.
 * @param steps the flows from each column to the next
 * @param rows number of rows of a column; those without a flow are not drawn
 */
export function sankey(steps: readonly (readonly SankeyFlow[])[], rows: number, box: SankeyBox): Sankey {
  const columns = steps.length + 1;
  const size = (column: number, row: number): number => {
    const going = (steps[column] ?? []).filter((flow) => flow.from === row);
    const coming = (steps[column - 1] ?? []).filter((flow) => flow.to === row);
    return Math.max(total(going.map((f) => f.start)), total(coming.map((f) => f.end)));
  };
  const drawn = (column: number, row: number): boolean =>
    (steps[column] ?? []).some((f) => f.from === row) || (steps[column - 1] ?? []).some((f) => f.to === row);
  const sizes = Array.from({ length: columns }, (_, column) =>
    Array.from({ length: rows }, (__, row) => (drawn(column, row) ? size(column, row) : null)),
  );
  const least = Math.min(...sizes.map((column) => perUnit(column, box)));
  const scale = Number.isFinite(least) ? least : 0;
  const nodes = sizes.flatMap((column, c) => stack(column, c, columns, scale, box));
  const nodeAt = new Map(nodes.map((node) => [`${node.column},${node.row}`, node]));
  const ribbons = steps.flatMap((flows, column) => {
    const left = new Map<number, number>();
    const right = new Map<number, number>();
    // By origin for the starts and by goal for the ends, each in the order of the other end.
    const starts = flows.toSorted((a, b) => a.from - b.from || a.to - b.to);
    const ends = flows.toSorted((a, b) => a.to - b.to || a.from - b.from);
    const place = (list: readonly SankeyFlow[], side: 'from' | 'to', used: Map<number, number>) =>
      new Map(
        list.map((flow) => {
          const node = nodeAt.get(`${side === 'from' ? column : column + 1},${flow[side]}`)!;
          const at = used.get(flow[side]) ?? node.y;
          const thickness = (side === 'from' ? flow.start : flow.end) * scale;
          used.set(flow[side], at + thickness);
          return [flow, { x: side === 'from' ? node.x + box.node : node.x, y: at, thickness }] as const;
        }),
      );
    const startOf = place(starts, 'from', left);
    const endOf = place(ends, 'to', right);
    return starts.map((flow): SankeyRibbon => {
      const start = startOf.get(flow)!;
      const end = endOf.get(flow)!;
      return {
        ...flow,
        column,
        path: ribbon(start, end),
        x: start.x,
        y: start.y + start.thickness / 2,
        thickness: start.thickness,
      };
    });
  });
  return { nodes, ribbons };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Pixels for one unit, so that a column fits with its gaps. */
function perUnit(column: readonly (number | null)[], box: SankeyBox): number {
  const nodes = column.filter((size) => size !== null);
  const sum = total(nodes);
  return sum > 0 ? Math.max(0, box.height - box.gap * Math.max(0, nodes.length - 1)) / sum : Infinity;
}

function stack(
  column: readonly (number | null)[],
  c: number,
  columns: number,
  scale: number,
  box: SankeyBox,
): SankeyNode[] {
  const x = columns === 1 ? 0 : (c / (columns - 1)) * (box.width - box.node);
  const nodes: SankeyNode[] = [];
  let y = 0;
  let label = -Infinity;
  column.forEach((size, row) => {
    if (size === null) return;
    const height = Math.max(thinnest, size * scale);
    label = Math.max(y + height / 2, label + box.line);
    nodes.push({ column: c, row, size, x: round(x), y: round(y), height: round(height), labelY: label });
    y += height + box.gap;
  });
  // Labels that were pushed beyond the bottom go up again, each by as much as the one below needs.
  let limit = box.height;
  return nodes
    .toReversed()
    .map((node) => {
      const labelY = round(Math.min(node.labelY, limit - box.line / 2));
      limit = labelY - box.line / 2;
      return { ...node, labelY };
    })
    .toReversed();
}

interface End {
  readonly x: number;
  readonly y: number;
  readonly thickness: number;
}

function ribbon(start: End, end: End): string {
  const [a, b] = [round(start.x), round(end.x)];
  const middle = round((a + b) / 2);
  // Grown around its middle, so that a thin flow stays on its place.
  const edge = ({ y, thickness }: End): [number, number] => {
    const grown = Math.max(0, thinnest - thickness) / 2;
    return [round(y - grown), round(y + thickness + grown)];
  };
  const [top1, bottom1] = edge(start);
  const [top2, bottom2] = edge(end);
  return (
    `M${a} ${top1}C${middle} ${top1} ${middle} ${top2} ${b} ${top2}` +
    `L${b} ${bottom2}C${middle} ${bottom2} ${middle} ${bottom1} ${a} ${bottom1}Z`
  );
}

import { type Data, DataType, DateUnit, type Field, Precision, type Table, type Vector } from 'apache-arrow';
import type { BigColumn, Column, NumberColumn, PlainTable, TextColumn } from '../../base/table.ts';

/** Reads one chunk into `into` from `start` on; NULL becomes NaN. */
type ReadChunk = (chunk: Data, into: Float64Array, start: number) => void;

/** Values that lie side by side in a typed array: doubles, and days since 1970-01-01. */
const direct: ReadChunk = (chunk, into, start) => {
  const values = chunk.values as ArrayLike<number>;
  for (let i = 0; i < chunk.length; i++) into[start + i] = chunk.getValid(i) ? values[i]! : NaN;
};

/** Booleans, eight to a byte. */
const bits: ReadChunk = (chunk, into, start) => {
  const values = chunk.values as Uint8Array;
  for (let i = 0; i < chunk.length; i++) {
    const bit = chunk.offset + i;
    into[start + i] = chunk.getValid(i) ? (values[bit >> 3]! >> (bit & 7)) & 1 : NaN;
  }
};

function numberColumn(vector: Vector, type: NumberColumn['type'], read: ReadChunk): NumberColumn {
  const values = new Float64Array(vector.length);
  let start = 0;
  for (const chunk of vector.data) {
    read(chunk, values, start);
    start += chunk.length;
  }
  return { kind: 'number', type, values };
}

/** Doubles when every value is a safe integer; one value beyond 2^53 turns the whole column into bigints. */
function bigintColumn(vector: Vector): NumberColumn | BigColumn {
  const values = new Float64Array(vector.length);
  let row = 0;
  for (const chunk of vector.data) {
    const stored = chunk.values as BigInt64Array;
    for (let i = 0; i < chunk.length; i++, row++) {
      const value = chunk.getValid(i) ? Number(stored[i]) : NaN;
      if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
        return { kind: 'big', type: 'BIGINT', values: Array.from(vector as Iterable<bigint | null>) };
      }
      values[row] = value;
    }
  }
  return { kind: 'number', type: 'BIGINT', values };
}

const textColumn = (vector: Vector): TextColumn => ({
  kind: 'text',
  type: 'VARCHAR',
  length: vector.length,
  at: (row) => (row >= 0 && row < vector.length ? (vector.get(row) as string | null) : null),
});

function plainColumn({ name, type }: Field, vector: Vector): Column {
  if (DataType.isFloat(type) && type.precision === Precision.DOUBLE)
    return numberColumn(vector, 'DOUBLE', direct);
  if (DataType.isInt(type) && type.bitWidth === 64 && type.isSigned) return bigintColumn(vector);
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return textColumn(vector);
  if (DataType.isBool(type)) return numberColumn(vector, 'BOOLEAN', bits);
  if (DataType.isDate(type) && type.unit === DateUnit.DAY) return numberColumn(vector, 'DATE', direct);
  throw new Error(
    `column ${name} is ${String(type)}: only DOUBLE, BIGINT, VARCHAR, BOOLEAN and DATE may leave the engine`,
  );
}

/**
 * Decodes a result of DuckDB (Arrow 17) by position. Throws, naming column and type, for any type that the port does
 * not carry: Arrow hands out a DECIMAL without its scale and a HUGEINT as four words, so they must be cast in SQL.
 */
export function arrowToPlain(table: Table): PlainTable {
  return {
    rows: table.numRows,
    names: table.schema.fields.map((field) => field.name),
    columns: table.schema.fields.map((field, index) => plainColumn(field, table.getChildAt(index)!)),
  };
}

import type { Snippet } from 'svelte';

export type Direction = 'ascending' | 'descending';

export interface TableSort {
  readonly column: string;
  readonly direction: Direction;
}

export interface TableColumn<Row> {
  readonly id: string;
  readonly name: string;
  /** Figures stand at the end. */
  readonly align?: 'start' | 'end';
  readonly sortable?: boolean;
  /** The cell's text; `cell` wins where both are given. */
  readonly text?: (row: Row) => string;
  readonly cell?: Snippet<[row: Row]>;
}

/** The words of the pager, made by the caller in its language. */
export interface PagerWords {
  readonly previous: string;
  readonly next: string;
  /** "1–50 of 1,169" for the page that is shown. */
  readonly shown: string;
}

export interface HeatColumn {
  readonly id: string;
  readonly text: string;
  /** Spoken instead of `text` where that is too short. */
  readonly label?: string;
}

export interface HeatCell {
  /** Public name of the figure that `value` is. */
  readonly metric?: string;
  readonly value: number | null;
  readonly text: string;
  /** Below the text, smaller. */
  readonly note?: string;
  /** Step of the table's scale, 0 to 6; null has no colour. */
  readonly shade: number | null;
  /** The whole cell in words: what a screen reader says and a pointer shows. */
  readonly title?: string;
  /** Too few customers to mean much. */
  readonly dim?: boolean;
  /** Not observed to the end. */
  readonly hatched?: boolean;
}

export interface HeatRow {
  readonly id: string;
  readonly header: string;
  /** A second figure beside the header, such as the size of a cohort. */
  readonly note?: string;
  readonly cells: readonly HeatCell[];
}

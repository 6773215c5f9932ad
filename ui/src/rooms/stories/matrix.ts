import type { CompetencyView, StoriesView, StoryCell } from '$lib/ipc/bindings';

/** A row of the matrix: a competency, and its cell in each story's column. */
export interface MatrixRow {
  competency: CompetencyView;
  /** No story: one cell as wide as all columns. */
  hole: boolean;
  /** In the order of the stories; nothing where the story does not fit. */
  cells: (StoryCell | undefined)[];
}

/** A place in the matrix. Row −1 holds the titles. In the row of a hole the column is only remembered. */
export interface Place {
  row: number;
  column: number;
}

/** The rows of the matrix. */
export function rowsOf({ competencies, holes, stories }: StoriesView): MatrixRow[] {
  return competencies.map((competency) => ({
    competency,
    hole: holes.includes(competency.id),
    cells: stories.map((story) => story.cells.find((cell) => cell.competency === competency.id)),
  }));
}

/**
 * Where a key leads from a place; null for a key that is not for moving. Arrows stop at the edges; Home and End go to
 * the ends of a row, with `far` (Control, or Command on a Mac) to the corners.
 */
export function moved(
  key: string,
  far: boolean,
  from: Place,
  size: { rows: number; columns: number },
  isHole: (row: number) => boolean,
): Place | null {
  const within = (n: number, least: number, most: number) =>
    Math.min(Math.max(n, least), Math.max(most, least));
  const column = (n: number) => (isHole(from.row) ? from.column : within(n, 0, size.columns - 1));
  const row = (n: number) => within(n, -1, size.rows - 1);
  switch (key) {
    case 'ArrowDown':
      return { ...from, row: row(from.row + 1) };
    case 'ArrowUp':
      return { ...from, row: row(from.row - 1) };
    case 'ArrowRight':
      return { ...from, column: column(from.column + 1) };
    case 'ArrowLeft':
      return { ...from, column: column(from.column - 1) };
    case 'Home':
      return far ? { row: -1, column: 0 } : { ...from, column: column(0) };
    case 'End':
      return far
        ? { row: row(size.rows - 1), column: within(size.columns - 1, 0, size.columns - 1) }
        : { ...from, column: column(size.columns - 1) };
    case 'PageDown':
      return { ...from, row: row(size.rows - 1) };
    case 'PageUp':
      return { ...from, row: row(-1) };
    default:
      return null;
  }
}

import type { MockPoint } from '$lib/ipc/bindings';
import { SENIOR } from '$lib/summary/senior';
import { dayOfMonth } from '$lib/words/days';

/** The drawing's own measures. */
export const WIDTH = 260;
export const HEIGHT = 92;
const LEFT = 20;
const RIGHT = 240;
const TOP = 22;
const BOTTOM = 68;
/** Scores nearer to each other than this are not drawn as if they were far apart. */
const LEAST_SPAN = 23;
/** Up to so many points each have their day. */
const ALL_DAYS = 6;

/** A mock as a point of the drawing. */
export interface Dot {
  point: MockPoint;
  x: number;
  y: number;
  /** Its day is written below it. */
  labelled: boolean;
}

/** The points of the line, and how high the line of seniors lies. */
export function drawn(points: readonly MockPoint[]): { dots: Dot[]; senior: number } {
  const scores = points.map((point) => point.score);
  const high = Math.max(SENIOR, ...scores);
  const low = Math.min(SENIOR, high - LEAST_SPAN, ...scores);
  const y = (score: number) => TOP + ((high - score) / (high - low)) * (BOTTOM - TOP);
  const step = points.length > 1 ? (RIGHT - LEFT) / (points.length - 1) : 0;
  const dots = points.map((point, i) => ({
    point,
    x: points.length === 1 ? WIDTH / 2 : LEFT + i * step,
    y: y(point.score),
    labelled: points.length <= ALL_DAYS || i === 0 || i === points.length - 1,
  }));
  return { dots, senior: y(SENIOR) };
}

/** `Mock scores: 47 on 21 February, 52 on 28 February, 61 today. Senior is 70.` */
export function inOneSentence(points: readonly MockPoint[], today: string): string {
  const each = points.map(({ score, day }) =>
    day === today ? `${score} today` : `${score} on ${dayOfMonth(day)}`,
  );
  return `Mock scores: ${each.join(', ')}. Senior is ${SENIOR}.`;
}

/** Parts of charts: they know values, widths and labels, and nothing of answers. */
export { default as BarChart } from './BarChart.svelte';
export { default as ChartTable } from './ChartTable.svelte';
export { default as LineChart } from './LineChart.svelte';
export { default as Sparkline } from './Sparkline.svelte';
export type { Axis, AxisLabel, ChartValue } from './values';

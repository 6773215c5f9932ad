import type { Interview } from '$lib/ipc/bindings';

/** The earliest interview whose day has not passed; none when all have. */
export function nextOf(interviews: readonly Interview[], today: string): Interview | null {
  const coming = interviews.filter(({ day }) => day >= today);
  return coming.reduce<Interview | null>((first, one) => (first && first.day <= one.day ? first : one), null);
}

/** The list with one more, the earliest first. */
export function withInterview(interviews: readonly Interview[], added: Interview): Interview[] {
  return [...interviews, added].sort((a, b) => a.day.localeCompare(b.day));
}

/** The list without this one; of two alike, one stays. */
export function withoutInterview(interviews: readonly Interview[], gone: Interview): Interview[] {
  const at = interviews.findIndex(({ name, day }) => name === gone.name && day === gone.day);
  return interviews.filter((_, i) => i !== at);
}

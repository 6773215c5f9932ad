const COMMON = new Set(['onsite', 'interview', 'loop', 'screen', 'final', 'panel', 'phone']);

/** `the onsite` for a common noun, the name as it is for a company: `days to the onsite`, `days to Acme`. */
export function theInterview(name: string): string {
  const first = name.split(' ')[0]?.toLowerCase() ?? '';
  return COMMON.has(first) ? `the ${uncapped(name)}` : name;
}

/** A label within a sentence: `technical debt`, but `AI`. */
export function uncapped(label: string): string {
  const second = label.charAt(1);
  return second !== '' && second === second.toUpperCase() && second !== second.toLowerCase()
    ? label
    : label.charAt(0).toLowerCase() + label.slice(1);
}

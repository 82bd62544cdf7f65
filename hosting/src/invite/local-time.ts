// What a field of the type `datetime-local` holds: a time of this device's zone, without the zone.

/** In minutes, as the field shows it. */
export function toFieldValue(instant: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const date = [String(instant.getFullYear()).padStart(4, "0"), two(instant.getMonth() + 1), two(instant.getDate())];
  return `${date.join("-")}T${two(instant.getHours())}:${two(instant.getMinutes())}`;
}

/** Null while the field is not filled in. */
export function fromFieldValue(value: string): Date | null {
  // A date with a time and no zone is local time (ECMA-262, section 21.4.1.32).
  const instant = new Date(value);
  return value === "" || Number.isNaN(instant.getTime()) ? null : instant;
}

/** The next half hour that leaves some time to invite people. */
export function suggestBegin(now: Date): Date {
  const begin = new Date(now.getTime() + 10 * 60_000);
  begin.setMinutes(begin.getMinutes() <= 30 ? 30 : 60, 0, 0);
  return begin;
}

// How a recording's file is called, also while the browser keeps it: its name says when it began.
// No colons: Windows does not allow them.

const two = (value: number) => String(value).padStart(2, "0");

/** By the local clock: "meetogram 2026-11-29 15.42.07.webm". */
export function nameFile(beganAt: Date): string {
  const date = [beganAt.getFullYear(), beganAt.getMonth() + 1, beganAt.getDate()].map(two).join("-");
  const time = [beganAt.getHours(), beganAt.getMinutes(), beganAt.getSeconds()].map(two).join(".");
  return `meetogram ${date} ${time}.webm`;
}

const form = /^meetogram (\d{4,})-(\d\d)-(\d\d) (\d\d)\.(\d\d)\.(\d\d)\.webm$/;

/** Null for a file that is no recording. */
export function readBeganAt(fileName: string): Date | null {
  const [, year, month, day, hours, minutes, seconds] = (form.exec(fileName) ?? []).map(Number);
  if (year === undefined || month === undefined) return null;
  return new Date(year, month - 1, day, hours, minutes, seconds);
}

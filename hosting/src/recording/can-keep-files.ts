// Whether this browser has what a kept recording needs. A file of its own: the menu asks it, and
// loads nothing else.

export function canKeepFiles(): boolean {
  return typeof navigator.storage?.getDirectory === "function" && navigator.locks !== undefined;
}

// Gives a received file to the browser, which saves it among the downloads. It is never opened.

/** The browser has taken it by then. */
const takenAfterMs = 60_000;

export function saveFile(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), takenAfterMs);
}

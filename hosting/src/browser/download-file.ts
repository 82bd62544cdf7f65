// Gives a file to the browser, which saves it among the downloads. The browser opens nothing, and
// does not say whether it has succeeded.

/** The browser has taken it by then. */
const takenAfterMs = 60_000;

export function downloadFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), takenAfterMs);
}

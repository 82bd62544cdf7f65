// Asks the browser to keep the site's shell (src/service-worker), once the page has nothing better
// to do. It is several hundred kB, so a slow or a metered network is spared.

const path = "/service-worker.js";
/** By then a person is in the call, or is still reading the start screen. */
const delayMs = 20_000;

interface NetworkInformation {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

function isSpared(): boolean {
  const { connection } = navigator as Navigator & { connection?: NetworkInformation };
  return connection?.saveData === true || /^(?:slow-)?[23]g$/.test(connection?.effectiveType ?? "4g");
}

function register(): void {
  // Refused where site data is blocked. Everything works without it.
  navigator.serviceWorker?.register(path).catch(() => undefined);
}

export function keepShell(): void {
  window.addEventListener("appinstalled", register);
  setTimeout(() => {
    if (isSpared()) return;
    // Safari has no requestIdleCallback.
    if ("requestIdleCallback" in window) requestIdleCallback(register);
    else register();
  }, delayMs);
}

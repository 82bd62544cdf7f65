// The renderer processes of a browser, to suspend or kill what runs a page. Use it only for the
// browser of a single person.
import type { Browser } from "playwright-core";

export async function findRenderers(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return processInfo.flatMap(({ type, id }) => (type === "renderer" ? id : []));
  } finally {
    await session.detach();
  }
}

/** Suspends all pages of a browser, at least for this time and until the body has ended. */
export async function suspendFor(browser: Browser, durationMs: number, body: () => Promise<void>): Promise<void> {
  const renderers = await findRenderers(browser);
  const over = new Promise((resolve) => setTimeout(resolve, durationMs));
  signalProcesses(renderers, "SIGSTOP");
  try {
    await body();
    await over;
  } finally {
    signalProcesses(renderers, "SIGCONT");
  }
}

export function signalProcesses(pids: readonly number[], signal: "SIGSTOP" | "SIGCONT" | "SIGKILL"): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      // The process has ended by itself.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

// The renderer processes of a browser, for freezing and killing what runs a page. Only ever of a browser of one person alone.
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

/** Stops what runs a browser's pages, for so long or until the body is done if that takes longer. */
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
      // One that has ended by itself.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

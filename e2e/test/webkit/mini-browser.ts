// WebKitGTK's small browser on a display of its own, driven by WebDriver
// (https://www.w3.org/TR/webdriver2/).
import { spawn } from "node:child_process";
import { findFreePort } from "../../../scripts/system/ports.ts";
import type { WebKit } from "../../../scripts/system/browsers/webkit.ts";
import { eventually } from "../support/eventually.ts";
import { openDisplay } from "../support/device/virtual-display.ts";

export interface MiniBrowser {
  open(url: string): Promise<void>;
  /** Waits until there is one that is shown. */
  textOf(selector: string): Promise<string>;
  press(selector: string): Promise<void>;
  /** The body of a function in the page. */
  run<Result>(script: string): Promise<Result>;
  close(): Promise<void>;
}

export async function openMiniBrowser({ driver, browser }: WebKit): Promise<MiniBrowser> {
  const display = await openDisplay();
  const port = await findFreePort();
  const env = { ...process.env, DISPLAY: display.name, NO_AT_BRIDGE: "1", LIBGL_ALWAYS_SOFTWARE: "1" };
  const driving = spawn(driver, [`--port=${port}`], { stdio: "ignore", env });

  async function ask<Value>(method: string, path: string, body?: object): Promise<Value> {
    const headers = { "content-type": "application/json" };
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    const { value } = (await response.json()) as { value: Value };
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  }

  function endProcesses() {
    driving.kill();
    display.close();
  }

  async function begin(): Promise<string> {
    const isReady = () => ask<{ ready: boolean }>("GET", "/status").catch(() => ({ ready: false }));
    await eventually("the WebDriver", isReady, ({ ready }) => ready);
    const options = { "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } };
    const begun = await ask<{ sessionId: string }>("POST", "/session", { capabilities: { alwaysMatch: options } });
    return `/session/${begun.sessionId}`;
  }

  const session = await begin().catch((error: unknown) => {
    endProcesses();
    throw error;
  });
  const run = <Result>(script: string) => ask<Result>("POST", `${session}/execute/sync`, { script, args: [] });

  async function textOf(selector: string): Promise<string> {
    const read = () =>
      run<string | null>(`
        const element = document.querySelector(${JSON.stringify(selector)});
        return element?.getClientRects().length > 0 ? element.innerText.trim() || element.value || " " : null;`);
    return (await eventually(selector, read, (text) => text !== null))!;
  }

  return {
    open: (url) => ask("POST", `${session}/url`, { url }),
    textOf,
    async press(selector) {
      await textOf(selector);
      const element = await ask<object>("POST", `${session}/element`, { using: "css selector", value: selector });
      await ask("POST", `${session}/element/${String(Object.values(element)[0])}/click`, {});
    },
    run,
    async close() {
      await ask("DELETE", session).catch(() => undefined);
      endProcesses();
    },
  };
}

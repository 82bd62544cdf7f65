// Browser contexts for tests, each with one page, used again from test to test. A context keeps its
// HTTP cache and its renderer with the compiled code, which are most of what a new one costs.
// Nothing else of a test survives in it: what is not undone here closes it.
import type { BrowserContext, Page } from "playwright-core";

export interface PageInContext {
  readonly context: BrowserContext;
  readonly page: Page;
}

export interface Lease extends PageInContext {
  /** Makes the context as good as new for the next test. After a failed test it is closed. */
  release(hasFailed: boolean): Promise<void>;
}

export interface ContextPool {
  take(): Promise<Lease>;
}

interface PoolOptions {
  readonly origin: string;
  /** The path of a document at the origin that runs no script. */
  readonly blankPath: string;
  readonly permissions: readonly string[];
  open(): Promise<PageInContext>;
}

/** What a test may use. Anything else (a route, another tab) stays, and closes the context. */
const undoneOfContext = new Set(["on", "grantPermissions", "clearPermissions"]);
const undoneOfPage = new Set([
  ..."on goto reload goBack url isClosed screenshot waitForFunction waitForLoadState waitForTimeout".split(" "),
  ..."evaluate getByRole getByTestId getByText locator innerText keyboard".split(" "),
]);

interface Use {
  isLasting: boolean;
  readonly stopListening: (() => void)[];
}

function watchUse<T extends Page | BrowserContext>(target: T, undone: ReadonlySet<string>, use: Use): T {
  const on = (...given: Parameters<NodeJS.EventEmitter["on"]>) => {
    (target as unknown as NodeJS.EventEmitter).on(...given);
    use.stopListening.push(() => void (target as unknown as NodeJS.EventEmitter).off(...given));
  };
  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(target, name);
      // Playwright reads its own fields of an object that is given to it.
      if (value === undefined || typeof name === "symbol" || name.startsWith("_")) return value;
      if (!undone.has(name)) use.isLasting = true;
      if (name === "on") return on;
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}

async function clean({ context, page }: PageInContext, { origin, blankPath, permissions }: PoolOptions): Promise<void> {
  // Ends the test's document with its connections and devices. Another origin would end the
  // renderer too.
  await page.goto(origin + blankPath);
  const session = await context.newCDPSession(page);
  // Everything but the HTTP cache. It clears Session Storage too.
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await session.send("Page.resetNavigationHistory");
  await session.detach();
  await context.clearPermissions();
  await context.grantPermissions([...permissions], { origin });
}

export function createContextPool(options: PoolOptions): ContextPool {
  const idle: PageInContext[] = [];

  async function openContext(): Promise<PageInContext> {
    const opened = await options.open();
    await opened.context.grantPermissions([...options.permissions], { origin: options.origin });
    return opened;
  }

  return {
    async take() {
      const taken = idle.pop() ?? (await openContext());
      const use: Use = { isLasting: false, stopListening: [] };
      return {
        context: watchUse(taken.context, undoneOfContext, use),
        page: watchUse(taken.page, undoneOfPage, use),
        async release(hasFailed) {
          for (const stop of use.stopListening) stop();
          const isClean =
            !hasFailed &&
            !use.isLasting &&
            (await clean(taken, options).then(
              () => true,
              // The page has crashed, for example.
              () => false,
            ));
          if (isClean) idle.push(taken);
          else await taken.context.close();
        },
      };
    },
  };
}

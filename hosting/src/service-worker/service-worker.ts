// Keeps the shell: the pages, scripts and styles of one version, and nothing else. So the start
// screen opens without a network, and a call under way finds its own scripts although the server
// has a newer version. A newer worker waits until no page of the older one is left.
import { addRoute, matchPrecache, precache } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

/** The build puts the list here: hosting/shell.ts. */
declare const __SHELL__: { url: string; revision: string | null }[];

/** Damaged addresses too. */
const roomPath = /^\/+r\//i;
/** A network that is slower than this is as good as none. What it brings is still taken. */
const patienceMs = 3000;

interface Preloading {
  readonly navigationPreload?: { enable(): Promise<void> };
}

/** https://www.w3.org/TR/service-workers/#register-router-method */
interface RoutingInstallation extends Event {
  addRoutes?(
    rules: readonly { condition: { requestMethod?: string; requestMode?: string }; source: "network" }[],
  ): void;
}

interface Navigation extends Event {
  readonly preloadResponse?: Promise<Response | undefined>;
}

const { registration } = globalThis as unknown as { registration: Preloading };

// The server's answers are asked for without this worker, where the browser can arrange that.
addEventListener("install", (event) => {
  (event as RoutingInstallation).addRoutes?.([{ condition: { requestMethod: "POST" }, source: "network" }]);
});

addEventListener("activate", (event) => {
  (event as Event & { waitUntil(work?: Promise<void>): void }).waitUntil(registration.navigationPreload?.enable());
});

precache(__SHELL__);

registerRoute(
  new NavigationRoute(
    async ({ event, request, url }) => {
      const fetched = Promise.resolve((event as Navigation).preloadResponse).then((loaded) => loaded ?? fetch(request));
      const kept = () => matchPrecache(roomPath.test(url.pathname) ? "/room.html" : "/index.html");
      const patience = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs));
      const first = await Promise.race([fetched, patience]).catch(() => undefined);
      return first ?? (await kept()) ?? fetched;
    },
    { allowlist: [/^\/$/, roomPath] },
  ),
);

addRoute({ directoryIndex: "", cleanURLs: false });

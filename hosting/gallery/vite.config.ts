// Serves the gallery at /gallery in development. No build of the client reads this file.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import vue from "@vitejs/plugin-vue";
import { defineConfig, type Plugin } from "vite";

const port = 5_030;
const page = join(import.meta.dirname, "index.html");

/** Every address that a person can open shows the gallery. */
function servePage(): Plugin {
  return {
    name: "gallery",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { url = "/", headers } = request;
        if (!headers.accept?.includes("text/html")) return next();
        readFile(page, "utf8")
          .then((html) => server.transformIndexHtml(url, html))
          .then((html) => response.setHeader("content-type", "text/html").end(html))
          .catch(next);
      });
    },
  };
}

export default defineConfig({
  root: join(import.meta.dirname, ".."),
  // Beside that of the client's own server, which has other modules.
  cacheDir: "node_modules/.vite-gallery",
  plugins: [vue(), servePage()],
  optimizeDeps: { entries: ["gallery/main.ts"] },
  server: { port, open: "/gallery" },
});

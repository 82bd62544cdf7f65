// Names in the head of a page what it needs, so that the browser loads it in parallel with the
// small first script and not a round trip later. The start screen needs the application. A room
// also needs the room's screen. Otherwise both are the same page.
import type { Plugin, Rollup } from "vite";

const applicationPath = "/app/mount-app.ts";
const roomPath = "/app/RoomView.vue";

/** The chunks of these source files and of everything they import, without the page's own entry. */
function neededBy(paths: readonly string[], bundle: Rollup.OutputBundle): Set<Rollup.OutputChunk> {
  const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
  const needed = new Set<Rollup.OutputChunk>();
  for (const path of paths) {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(path)));
    if (chunk === undefined) throw new Error(`Nothing was made of ${path}`);
    needed.add(chunk);
  }
  for (const { imports } of needed) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName) && !chunk.isEntry) needed.add(chunk);
  }
  return needed;
}

function linksFor({ fileName, viteMetadata }: Rollup.OutputChunk): string[] {
  // Requested by the script that imports it, a style would arrive a round trip later.
  const styles = [...(viteMetadata?.importedCss ?? [])];
  return [
    `<link rel="modulepreload" crossorigin href="/${fileName}">`,
    ...styles.map((style) => `<link rel="preload" as="style" crossorigin href="/${style}">`),
  ];
}

/** Adds the links to index.html, and adds room.html to the build: Hosting serves it below /r/. */
export function preloading(): Plugin {
  return {
    name: "preloading",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset") throw new Error("There is no index.html to add links to");
        const html = String(page.source);
        const withLinks = (...paths: string[]) => {
          const links = [...neededBy(paths, bundle)].flatMap(linksFor);
          return html.replace("</head>", `  ${links.join("\n    ")}\n  </head>`);
        };
        this.emitFile({ type: "asset", fileName: "room.html", source: withLinks(applicationPath, roomPath) });
        page.source = withLinks(applicationPath);
      },
    },
  };
}

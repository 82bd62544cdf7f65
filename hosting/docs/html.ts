// Text to HTML. Whatever is put into the page goes through here, so nothing unescaped reaches it.
import { exampleOrigin } from "@meetogram/openapi";

export function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** `code` in backquotes becomes code; a code that has a section on the page becomes a link to it. */
export function inline(text: string, anchors: ReadonlySet<string> = new Set()): string {
  return escape(text).replaceAll(/`([^`]+)`/g, (_, code: string) => {
    return anchors.has(code) ? `<a href="#${code}"><code>${code}</code></a>` : `<code>${code}</code>`;
  });
}

/** Code with its strings and comments in another colour, and the origin marked, for the page to put its own. */
export function highlight(code: string): string {
  return escape(code)
    .replaceAll(/&quot;.*?&quot;/g, '<span class="string">$&</span>')
    .replaceAll(exampleOrigin, "<span data-origin>$&</span>");
}

// Text to HTML. Everything on the page passes through here, so nothing unescaped reaches it.
import { exampleOrigin } from "@meetogram/openapi";

export function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/**
 * `code` in backquotes becomes code. If the page has a section for it, it becomes a link.
 * [words](/path) becomes a link on this site.
 */
export function inline(text: string, anchors: ReadonlySet<string> = new Set()): string {
  return escape(text)
    .replaceAll(/`([^`]+)`/g, (_, code: string) => {
      return anchors.has(code) ? `<a href="#${code}"><code>${code}</code></a>` : `<code>${code}</code>`;
    })
    .replaceAll(/\[([^\]]+)\]\((\/[\w/.#-]*)\)/g, '<a href="$2">$1</a>');
}

/** Code with coloured strings. The origin is marked, so that the page can insert its own. */
export function highlight(code: string): string {
  return escape(code)
    .replaceAll(/&quot;.*?&quot;/g, '<span class="string">$&</span>')
    .replaceAll(exampleOrigin, "<span data-origin>$&</span>");
}

export function renderCode(code: string, label: string, example?: string): string {
  const marks = example === undefined ? "" : ` data-example="${example}" data-language="${label}"`;
  return `<figure class="code"><figcaption>${escape(label)}</figcaption><pre tabindex="0"${marks}><code>${highlight(code)}</code></pre></figure>`;
}

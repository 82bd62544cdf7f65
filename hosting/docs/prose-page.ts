// A page of plain sections: a title, paragraphs, a list, code.
import { escape, inline, renderCode } from "./html.ts";
import type { DocsLanguage } from "./language.ts";
import { renderLayout, type HeadWords, type PageAssets } from "./layout.ts";
import type { PageName } from "./paths.ts";

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly text?: readonly string[];
  /** What it is called, and what is said of it. */
  readonly items?: readonly (readonly [name: string, text: string])[];
  readonly code?: { readonly label: string; readonly text: string; readonly example?: string };
  /** Below the list or the code. */
  readonly after?: readonly string[];
}

export interface ProseWords extends HeadWords {
  readonly sections: readonly Section[];
}

const renderParagraphs = (paragraphs: readonly string[] = []) =>
  paragraphs.map((paragraph) => `<p>${inline(paragraph)}</p>`).join("\n");

function renderSection({ id, title, text, items, code, after }: Section): string {
  const list = (items ?? []).map(([name, said]) => `<div><dt>${inline(name)}</dt><dd>${inline(said)}</dd></div>`);
  return `<section id="${id}"><h2>${escape(title)}</h2>
${renderParagraphs(text)}
${list.length === 0 ? "" : `<dl class="facts">${list.join("\n")}</dl>`}
${code === undefined ? "" : renderCode(code.text, code.label, code.example)}
${renderParagraphs(after)}</section>`;
}

export function renderProsePage(page: PageName, language: DocsLanguage, words: ProseWords, assets: PageAssets): string {
  const links = words.sections.map(({ id, title }) => `<li><a href="#${id}">${escape(title)}</a></li>`);
  return renderLayout(
    {
      ...words,
      page,
      language,
      contents: `<ul>${links.join("")}</ul>`,
      main: words.sections.map(renderSection).join("\n"),
    },
    assets,
  );
}

// What all pages of the documentation have in common: the head, the bar with the ways to the other
// pages and to the other language, and the contents beside the text.
import { escape } from "./html.ts";
import { docsLanguages, languageNames, type DocsLanguage } from "./language.ts";
import { pageNames, pathOf, type PageName } from "./paths.ts";

export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

export interface HeadWords {
  /** For search engines, like the description. */
  readonly title: string;
  readonly description: string;
  readonly heading: string;
  readonly lead: string;
}

export interface Layout extends HeadWords {
  readonly page: PageName;
  readonly language: DocsLanguage;
  readonly contents: string;
  readonly main: string;
}

export const layoutWords = {
  en: {
    toStart: "Start screen",
    contents: "Contents",
    pagesLabel: "Documentation",
    copy: "Copy",
    copied: "Copied",
    notices: "Licences of third-party code",
    pages: { api: "Open requests", embed: "Embed", privacy: "Privacy", security: "Security" },
  },
  ru: {
    toStart: "На главную",
    contents: "Содержание",
    pagesLabel: "Документация",
    copy: "Копировать",
    copied: "Скопировано",
    notices: "Лицензии стороннего кода",
    pages: { api: "Открытые запросы", embed: "Встраивание", privacy: "Приватность", security: "Безопасность" },
  },
} as const satisfies Record<DocsLanguage, unknown>;

export const bolt = `<svg class="bolt" viewBox="0 0 64 64" aria-hidden="true"><rect width="64" height="64" rx="18" fill="var(--logo)" /><path d="M36.6 9.5 16.9 34.2c-1 1.3-.1 3.1 1.5 3.1h11l-3.3 15.6c-.4 2 2.1 3.2 3.4 1.6l18.9-24.9c1-1.3.1-3.1-1.5-3.1H36.3l3.6-15.2c.5-2-2-3.4-3.3-1.8Z" fill="var(--on-logo)" /></svg>`;
/** The colours of tokens.css. The script sets the theme that was chosen, before the first paint. */
export const themeColours = `<meta name="theme-color" content="#fbf5ea" media="(prefers-color-scheme: light)" data-theme="light" />
<meta name="theme-color" content="#17130f" media="(prefers-color-scheme: dark)" data-theme="dark" />
<script src="/assets/theme.js"></script>`;
export const squares = `<div class="squares" aria-hidden="true"><i></i><i></i><i></i><i></i></div>`;

function renderHead({ page, language, title, description }: Layout, { script, style }: PageAssets): string {
  const alternates = docsLanguages.map(
    (other) => `<link rel="alternate" hreflang="${other}" href="${pathOf(page, other)}" />`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escape(title)}</title>
<meta name="description" content="${escape(description)}" />
${themeColours}
<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
${alternates.join("\n")}
<link rel="alternate" hreflang="x-default" href="${pathOf(page, "en")}" />
<link rel="stylesheet" href="${style}" />
<script type="module" src="${script}"></script>
</head>`;
}

export function renderLayout(layout: Layout, assets: PageAssets): string {
  const { page, language, heading, lead, contents, main } = layout;
  const words = layoutWords[language];
  const languages = docsLanguages.map((other) => {
    const current = other === language ? ' aria-current="true"' : "";
    return `<a href="${pathOf(page, other)}" lang="${other}" hreflang="${other}"${current}>${languageNames[other]}</a>`;
  });
  const pages = pageNames.map((other) => {
    const current = other === page ? ' aria-current="page"' : "";
    return `<a href="${pathOf(other, language)}"${current}>${escape(words.pages[other])}</a>`;
  });
  return `${renderHead(layout, assets)}
<body data-copy="${escape(words.copy)}" data-copied="${escape(words.copied)}">
<header class="top">${squares}
<div class="bar"><a class="home" href="/" aria-label="meetogram: ${escape(words.toStart)}">${bolt}<span>meetogram</span></a>
<nav class="languages">${languages.join("")}</nav></div>
<nav class="pages" aria-label="${escape(words.pagesLabel)}">${pages.join("")}</nav>
<h1>${escape(heading)}</h1>
<p class="lead">${escape(lead)}</p></header>
<div class="columns">
<nav class="contents" aria-label="${escape(words.contents)}"><details open><summary>${escape(words.contents)}</summary>${contents}</details></nav>
<main>
${main}
<p class="muted last"><a href="/">${escape(words.toStart)}</a> · <a href="/third-party-notices.txt">${escape(words.notices)}</a></p>
</main></div>
</body>
</html>
`;
}

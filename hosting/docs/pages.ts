// Every page of the documentation as a file of the build.
import { docsLanguages } from "./language.ts";
import type { PageAssets } from "./layout.ts";
import { renderNotFound } from "./not-found.ts";
import { renderApiPage } from "./page.ts";
import { pageNames, pathOf, type PageName } from "./paths.ts";
import { renderProsePage, type ProseWords } from "./prose-page.ts";
import { embedWords } from "./texts/embed.ts";
import { privacyWords } from "./texts/privacy.ts";
import { securityWords } from "./texts/security.ts";
import type { DocsLanguage } from "./language.ts";

interface PageFile {
  readonly fileName: string;
  readonly source: string;
}

const proseWords: Readonly<Record<Exclude<PageName, "api">, Readonly<Record<DocsLanguage, ProseWords>>>> = {
  embed: embedWords,
  privacy: privacyWords,
  security: securityWords,
};

export function renderPages(assets: PageAssets): PageFile[] {
  const pages = docsLanguages.flatMap((language) =>
    pageNames.map((page) => ({
      fileName: `${pathOf(page, language).slice(1)}index.html`,
      source:
        page === "api"
          ? renderApiPage(language, assets)
          : renderProsePage(page, language, proseWords[page][language], assets),
    })),
  );
  return [...pages, { fileName: "404.html", source: renderNotFound(assets) }];
}

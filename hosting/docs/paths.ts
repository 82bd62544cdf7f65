// Where each page of the documentation is. Other pages link to these addresses.
import type { DocsLanguage } from "./language.ts";

export const pageNames = ["api", "embed", "privacy", "security"] as const;
export type PageName = (typeof pageNames)[number];

export function pathOf(page: PageName, language: DocsLanguage): string {
  const folder = page === "api" ? "" : `${page}/`;
  return `/docs/${language === "en" ? "" : `${language}/`}${folder}`;
}

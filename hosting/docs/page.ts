// The documentation page in one language, as static HTML from the contract's tables. It reads well
// without its script.
import { endpoints, errorStatuses, type Endpoint, type EndpointName, type ErrorCode } from "@meetogram/contract";
import { endpointNames, examples, pathFieldsOf, schemasOf, type EndpointWords } from "@meetogram/openapi";
import { clientExample, curlExample, fetchExample, printJson, startExample } from "./example-code.ts";
import { renderFields } from "./field-list.ts";
import { escape, highlight, inline } from "./html.ts";
import { pageWords, type DocumentedLanguage, type PageWords } from "./words.ts";

export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

export const pagePaths: Readonly<Record<DocumentedLanguage, string>> = { en: "/docs/", ru: "/docs/ru/" };

const languageNames: Readonly<Record<DocumentedLanguage, string>> = { en: "English", ru: "Русский" };
const errorCodes = Object.keys(errorStatuses) as ErrorCode[];
const anchors: ReadonlySet<string> = new Set([...errorCodes, ...endpointNames]);
const ofEveryRequest: readonly ErrorCode[] = [
  ...(["app-check-required", "app-check-unavailable"] as const),
  ...(["method-not-allowed", "not-found", "rate-limited", "internal"] as const),
];

const bolt = `<svg class="bolt" viewBox="0 0 64 64" aria-hidden="true"><rect width="64" height="64" rx="18" fill="var(--logo)" /><path d="M36.6 9.5 16.9 34.2c-1 1.3-.1 3.1 1.5 3.1h11l-3.3 15.6c-.4 2 2.1 3.2 3.4 1.6l18.9-24.9c1-1.3.1-3.1-1.5-3.1H36.3l3.6-15.2c.5-2-2-3.4-3.3-1.8Z" fill="var(--on-logo)" /></svg>`;

function renderCode(code: string, label: string, example?: string): string {
  const marks = example === undefined ? "" : ` data-example="${example}" data-language="${label}"`;
  return `<figure class="code"><figcaption>${escape(label)}</figcaption><pre tabindex="0"${marks}><code>${highlight(code)}</code></pre></figure>`;
}

function renderEndpoint(name: EndpointName, words: PageWords): string {
  const { methods, path, errors } = endpoints[name] as Endpoint;
  const told: EndpointWords<EndpointName> = words.api.endpoints[name];
  const { request, response } = schemasOf(name, told);
  const badges = methods.map((method) => `<span class="method">${method}</span>`).join(" ");
  const failures = errors.map((code) => `<li><a href="#${code}"><code>${code}</code></a></li>`).join("");
  return `<article id="${name}">
<h3><a href="#${name}">${escape(told.summary)}</a></h3>
<p class="route">${badges} <code>${escape(path).replaceAll("/", "/<wbr />")}</code></p>
${told.description.map((paragraph) => `<p>${inline(paragraph, anchors)}</p>`).join("\n")}
<div class="sides"><section><h4>${escape(words.request)}</h4>
${renderFields(request, words, pathFieldsOf(name))}</section>
<section><h4>${escape(words.answer)}</h4>
${renderFields(response, words)}</section></div>
${renderCode(curlExample(name), "curl", name)}
${renderCode(fetchExample(name), "fetch", name)}
${renderCode(printJson(examples[name].response), words.answer)}
<h4>${escape(words.canFail)}</h4><ul class="codes">${failures}</ul>
</article>`;
}

function renderError(code: ErrorCode, words: PageWords): string {
  const { title, cause, cure } = words.api.errors[code];
  const names = endpointNames.filter((name) => (endpoints[name].errors as readonly ErrorCode[]).includes(code));
  const where = ofEveryRequest.includes(code)
    ? escape(words.everyRequest)
    : names.map((name) => `<a href="#${name}"><code>${name}</code></a>`).join(", ");
  return `<article id="${code}" class="error">
<h3><a href="#${code}">${escape(title)}</a></h3>
<p class="route"><span class="method">${errorStatuses[code]}</span> <code>${code}</code> <span class="muted">${where}</span></p>
<dl class="cause"><dt>${escape(words.errors.cause)}</dt><dd>${inline(cause, anchors)}</dd>
<dt>${escape(words.errors.cure)}</dt><dd>${inline(cure, anchors)}</dd></dl>
</article>`;
}

function renderContents(words: PageWords): string {
  const link = (id: string, text: string) => `<li><a href="#${id}">${text}</a></li>`;
  const code = (id: string) => link(id, `<code>${id}</code>`);
  return `<ul>${link("start", escape(words.start.title))}${link("basics", escape(words.basics.title))}</ul>
<h2>${escape(words.requests)}</h2><ul>${endpointNames.map(code).join("")}</ul>
<h2>${escape(words.errors.title)}</h2><ul>${errorCodes.map(code).join("")}</ul>
<ul>${link("client", escape(words.client.title))}${link("openapi", escape(words.openapi.title))}</ul>`;
}

function renderHead(language: DocumentedLanguage, words: PageWords, { script, style }: PageAssets): string {
  const alternates = Object.entries(pagePaths).map(
    ([other, path]) => `<link rel="alternate" hreflang="${other}" href="${path}" />`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escape(words.title)}</title>
<meta name="description" content="${escape(words.description)}" />
<meta name="theme-color" content="#fbf5ea" media="(prefers-color-scheme: light)" data-theme="light" />
<meta name="theme-color" content="#17130f" media="(prefers-color-scheme: dark)" data-theme="dark" />
<script src="/assets/theme.js"></script>
<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
${alternates.join("\n")}
<link rel="stylesheet" href="${style}" />
<script type="module" src="${script}"></script>
</head>`;
}

export function renderPage(language: DocumentedLanguage, assets: PageAssets): string {
  const words = pageWords[language];
  const languages = (Object.keys(pagePaths) as DocumentedLanguage[]).map((other) => {
    const current = other === language ? ' aria-current="true"' : "";
    return `<a href="${pagePaths[other]}" lang="${other}" hreflang="${other}"${current}>${languageNames[other]}</a>`;
  });
  return `${renderHead(language, words, assets)}
<body data-copy="${escape(words.copy)}" data-copied="${escape(words.copied)}">
<header class="top"><div class="squares" aria-hidden="true"><i></i><i></i><i></i><i></i></div>
<div class="bar"><a class="home" href="/" aria-label="meetogram: ${escape(words.toStart)}">${bolt}<span>meetogram</span></a>
<nav class="languages">${languages.join("")}</nav></div>
<h1>${escape(words.heading)}</h1>
<p class="lead">${escape(words.lead)}</p></header>
<div class="columns">
<nav class="contents" aria-label="${escape(words.contents)}"><details open><summary>${escape(words.contents)}</summary>${renderContents(words)}</details></nav>
<main>
<section id="start"><h2>${escape(words.start.title)}</h2>
<p>${inline(words.start.text, anchors)}</p>
${renderCode(startExample, "fetch", "start")}
<p>${inline(words.start.after, anchors)}</p></section>
<section id="basics"><h2>${escape(words.basics.title)}</h2>
<ul class="cards">${words.basics.items.map(([title, text]) => `<li><h3>${inline(title)}</h3><p>${inline(text, anchors)}</p></li>`).join("\n")}</ul></section>
<section id="requests"><h2>${escape(words.requests)}</h2>
${endpointNames.map((name) => renderEndpoint(name, words)).join("\n")}</section>
<section id="errors"><h2>${escape(words.errors.title)}</h2>
<p>${inline(words.errors.text, anchors)}</p>
${errorCodes.map((code) => renderError(code, words)).join("\n")}</section>
<section id="client"><h2>${escape(words.client.title)}</h2>
<p>${inline(words.client.text)}</p>
${renderCode(clientExample, "TypeScript", "client")}</section>
<section id="openapi"><h2>${escape(words.openapi.title)}</h2>
<p>${inline(words.openapi.text)} <a href="/docs/openapi.json">${words.openapi.link}</a></p></section>
<p class="muted"><a href="/third-party-notices.txt">${escape(words.notices)}</a></p>
</main></div>
</body>
</html>
`;
}

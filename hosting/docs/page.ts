// The page of the open requests in one language, as static HTML from the contract's tables. It
// reads well without its script.
import { endpoints, errorStatuses, type Endpoint, type EndpointName, type ErrorCode } from "@meetogram/contract";
import { endpointNames, examples, pathFieldsOf, schemasOf, type EndpointWords } from "@meetogram/openapi";
import { clientExample, curlExample, fetchExample, printJson, startExample } from "./example-code.ts";
import { renderFields } from "./field-list.ts";
import { escape, inline, renderCode } from "./html.ts";
import type { DocsLanguage } from "./language.ts";
import { renderLayout, type PageAssets } from "./layout.ts";
import { pageWords, type PageWords } from "./words.ts";

const errorCodes = Object.keys(errorStatuses) as ErrorCode[];
const anchors: ReadonlySet<string> = new Set([...errorCodes, ...endpointNames]);
const ofEveryRequest: readonly ErrorCode[] = [
  ...(["app-check-required", "app-check-unavailable"] as const),
  ...(["method-not-allowed", "not-found", "rate-limited", "internal"] as const),
];

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

export function renderApiPage(language: DocsLanguage, assets: PageAssets): string {
  const words = pageWords[language];
  const main = `<section id="start"><h2>${escape(words.start.title)}</h2>
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
<p>${inline(words.openapi.text)} <a href="/docs/openapi.json">${words.openapi.link}</a></p></section>`;
  return renderLayout({ ...words, page: "api", language, contents: renderContents(words), main }, assets);
}

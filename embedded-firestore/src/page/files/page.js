// The page of the embedded Firestore. Asks the server once a second while it is visible.
import { createDocumentView } from "./documents.js";
import { translate, words } from "./words.js";

const element = (id) => document.getElementById(id);
const databases = element("database");
const view = createDocumentView(() => databases.value);
let shown = "";

async function read(path) {
  const response = await fetch(`/emulator/v1/${path}`);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

function textElement(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function showDatabases(names) {
  const known = [...databases.options].map(({ value }) => value);
  if (known.join() === names.join()) return;
  const { value } = databases;
  databases.replaceChildren(
    ...names.map((name) => new Option(name.replace(/^projects\/(.+)\/databases\//, "$1 · "), name)),
  );
  if (names.includes(value)) databases.value = value;
  else void view.reset();
}

function showDenials(denials) {
  const items = [...denials].reverse().map(({ method, path, uid, time, explanation }) => {
    const made = document.createElement("li");
    const who = uid === null ? words.nobody : words.signedIn;
    made.append(textElement("strong", `${method} /${path}`), ` (${who}, ${new Date(time).toLocaleTimeString()})`);
    made.append(textElement("pre", explanation));
    return made;
  });
  element("denials").replaceChildren(...(items.length > 0 ? items : [textElement("li", words.noDenials)]));
}

function showCoverage(gaps) {
  const rows = gaps.map(({ line, column, gap, text }) => {
    const row = document.createElement("tr");
    row.append(textElement("td", `${line}:${column}`), textElement("td", words[gap]), document.createElement("td"));
    row.lastChild.append(textElement("code", text));
    return row;
  });
  if (rows.length === 0) {
    const row = document.createElement("tr");
    const cell = textElement("td", words.noGaps);
    cell.colSpan = 3;
    row.append(cell);
    rows.push(row);
  }
  document.querySelector("#coverage tbody").replaceChildren(...rows);
}

/** Touches the page only where something is new, so that a reader keeps their place. */
async function refresh() {
  const { databases: names } = await read("databases");
  showDatabases(names);
  const project = databases.value.split("/")[1] ?? "none";
  const at = `projects/${encodeURIComponent(project)}`;
  const [{ denials }, { gaps }] = await Promise.all([read(`${at}:denials`), read(`${at}:coverage`)]);
  const fresh = JSON.stringify([project, denials, gaps]);
  if (fresh !== shown) {
    showDenials(denials);
    showCoverage(gaps);
    shown = fresh;
  }
  await view.refresh();
}

function showProblem(text) {
  const problem = element("problem");
  if (problem.textContent !== text) problem.textContent = text;
  problem.hidden = text === "";
}

async function run() {
  try {
    if (!document.hidden) await refresh();
    showProblem("");
  } catch {
    showProblem(words.lost);
  }
  setTimeout(run, 1000);
}

translate();
databases.addEventListener("change", () => void view.reset());
await view.reset();
await run();

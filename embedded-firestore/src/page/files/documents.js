// The documents of one database, one place at a time: the collections of a document, the documents
// of a collection, and the fields of a document. Read as the administrator.
import { words } from "./words.js";

const element = (id) => document.getElementById(id);

async function request(path, body) {
  const response = await fetch(`/v1/${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { Authorization: "Bearer owner" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error.message);
  return answer;
}

async function readDocument(database, segments) {
  const { collectionIds = [] } = await request(`${pathOf(database, segments)}:listCollectionIds`, {});
  if (segments.length === 0) return { ids: collectionIds };
  const documents = [[database, "documents", ...segments].join("/")];
  const [{ found }] = await request(`${database}/documents:batchGet`, { documents });
  return { ids: collectionIds, fields: found ? JSON.stringify(found.fields ?? {}, undefined, 2) : words.missing };
}

async function readCollection(database, segments, pageToken) {
  const query = new URLSearchParams({ pageSize: "100", showMissing: "true", "mask.fieldPaths": "__name__" });
  if (pageToken !== undefined) query.set("pageToken", pageToken);
  const { documents = [], nextPageToken } = await request(`${pathOf(database, segments)}?${query}`);
  return { ids: documents.map(({ name }) => name.slice(name.lastIndexOf("/") + 1)), nextPageToken };
}

function pathOf(database, segments) {
  return [database, "documents", ...segments.map(encodeURIComponent)].join("/");
}

function button(text, onClick) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", onClick);
  return made;
}

function item(content) {
  const made = document.createElement("li");
  made.append(content);
  return made;
}

/** `database()`: the name that is chosen, or nothing. */
export function createDocumentView(database) {
  let segments = [];
  let turn = 0;
  let shown = "";
  let isPaged = false;

  const isCollection = () => segments.length % 2 === 1;
  const items = (ids) => ids.map((id) => item(button(id, () => void go([...segments, id]))));

  function go(parts) {
    segments = parts;
    turn += 1;
    shown = "";
    isPaged = false;
    const places = [button(words.root, () => void go([]))];
    segments.forEach((segment, i) =>
      places.push(
        " / ",
        button(segment, () => void go(segments.slice(0, i + 1))),
      ),
    );
    element("place").replaceChildren(...places);
    return refresh();
  }

  function show({ ids, fields, nextPageToken }) {
    const isEmpty = ids.length === 0 && (isCollection() || segments.length === 0);
    element("entries").replaceChildren(...(isEmpty ? [item(words.noDocuments)] : items(ids)));
    element("fields").hidden = fields === undefined;
    element("fields").textContent = fields ?? "";
    showMore(nextPageToken);
  }

  function showMore(pageToken) {
    const more = element("more");
    more.hidden = pageToken === undefined;
    more.onclick = async () => {
      isPaged = true;
      const asked = turn;
      const page = await readCollection(database(), segments, pageToken);
      if (asked !== turn) return;
      element("entries").append(...items(page.ids));
      showMore(page.nextPageToken);
    };
  }

  /** Touches the page only if something is new. Leaves a list alone that was made longer. */
  async function refresh() {
    if (isPaged) return;
    const asked = turn;
    const hasDatabase = database() !== "";
    const read = isCollection() ? readCollection : readDocument;
    const found = hasDatabase ? await read(database(), segments) : { ids: [] };
    const text = JSON.stringify(found);
    if (asked !== turn || isPaged || text === shown) return;
    shown = text;
    show(found);
  }

  return { refresh, reset: () => go([]) };
}

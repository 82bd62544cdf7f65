// The examples as text to copy and run: curl for a shell, fetch for a script. A test runs each of
// them.
import { endpoints, type Endpoint, type EndpointName } from "@meetogram/contract";
import { exampleOrigin, examples } from "@meetogram/openapi";

interface Call {
  readonly method: string;
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
}

function toCall(name: EndpointName): Call {
  const { methods, path } = endpoints[name] as Endpoint;
  const body: Record<string, unknown> = { ...examples[name].request };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, field: string) => {
    const value = String(body[field]);
    delete body[field];
    return value;
  });
  return { method: methods[0] ?? "GET", url: exampleOrigin + filled, body };
}

/** JSON as people write it: short objects on one line. */
export function printJson(value: unknown, indent = ""): string {
  const oneLine = JSON.stringify(value, null, 1)
    .replaceAll(/\n\s*/g, " ")
    .replaceAll(/\[ | \]/g, (bracket) => bracket.trim());
  if (typeof value !== "object" || value === null || oneLine.length + indent.length <= 60) return oneLine;
  const inner = `${indent}  `;
  const entries = Array.isArray(value)
    ? value.map((item) => inner + printJson(item, inner))
    : Object.entries(value).map(([key, item]) => `${inner}"${key}": ${printJson(item, inner)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${entries.join(",\n")}\n${indent}${close}`;
}

function printObject(value: unknown, indent: string): string {
  return printJson(value, indent).replaceAll(/"(\w+)":/g, "$1:");
}

export function curlExample(name: EndpointName): string {
  const { method, url, body } = toCall(name);
  if (method === "GET") return `curl ${url}`;
  if (Object.keys(body).length === 0) return `curl -X POST ${url}`;
  return `curl ${url} \\\n  -H 'Content-Type: application/json' \\\n  -d '${printJson(body, "  ")}'`;
}

export function fetchExample(name: EndpointName): string {
  const { method, url, body } = toCall(name);
  const hasBody = Object.keys(body).length > 0;
  const options = hasBody
    ? `, {\n  method: "POST",\n  headers: { "Content-Type": "application/json" },\n  body: JSON.stringify(${printObject(body, "  ")}),\n}`
    : method === "POST"
      ? `, { method: "POST" }`
      : "";
  return `const response = await fetch("${url}"${options});
const answer = await response.json();
if (!response.ok) throw new Error(\`\${answer.code}: \${answer.message}\`);`;
}

/** From nothing to a seat in a room. */
export const startExample = `const origin = "${exampleOrigin}";

async function ask(path, body = {}) {
  const response = await fetch(origin + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(\`\${answer.code}: \${answer.message}\`);
  return answer;
}

const { uuid, hostKey } = await ask("/create");
const { userID } = await ask("/user/generateID");
const seat = await ask("/connect", {
  uuid,
  userID,
  hostKey,
  session: crypto.randomUUID(),
  constraints: { audio: true, video: true },
});
console.log(\`\${origin}/r/\${uuid}\`, seat.role);`;

export const clientExample = `import { ApiError, createClient } from "@meetogram/client";

const meetogram = createClient({ baseURL: "${exampleOrigin}" });

try {
  const idempotencyKey = crypto.randomUUID();
  const { uuid } = await meetogram.createRoom({ capacity: 4 }, { idempotencyKey });
  console.log(await meetogram.room({ uuid }));
} catch (error) {
  if (error instanceof ApiError) console.error(error.code, error.retryAfterMs);
  else throw error;
}`;

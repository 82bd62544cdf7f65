import { expect } from "chai";
import type { Method } from "../../../src/rules/index.ts";
import { compileRules } from "../../../src/rules/index.ts";
import { inDocuments, lookupOf, requestOf, toDocument } from "../expect.ts";

function isAllowed(body: string, path: string, method: Method = "get", version: "1" | "2" = "2"): boolean {
  return compileRules(inDocuments(body, version)).decide(requestOf({ method, path }), lookupOf({})).isAllowed;
}

describe("match blocks", () => {
  it("deny unmatched paths", () => {
    expect(isAllowed("", "rooms/a")).to.equal(false);
    expect(isAllowed("match /rooms/{r} {}", "rooms/a")).to.equal(false);
    expect(isAllowed("match /rooms/{r} { allow read; }", "users/a")).to.equal(false);
  });

  it("match the whole path, not a prefix", () => {
    const body = "match /rooms/{r} { allow read; }";
    expect(isAllowed(body, "rooms/a")).to.equal(true);
    expect(isAllowed(body, "rooms/a/users/b")).to.equal(false);
  });

  it("nest by joining their paths", () => {
    const body = "match /rooms/{r} { match /users/{u} { allow read: if r == 'a' && u == 'b'; } }";
    expect(isAllowed(body, "rooms/a/users/b")).to.equal(true);
    expect(isAllowed(body, "rooms/b/users/b")).to.equal(false);
    expect(isAllowed(body, "users/b")).to.equal(false);
  });

  it("grant access if any of them does", () => {
    const body = "match /rooms/{r} { allow read: if false; } match /rooms/a { allow read: if true; }";
    expect(isAllowed(body, "rooms/a")).to.equal(true);
    expect(isAllowed(body, "rooms/b")).to.equal(false);
    expect(isAllowed("match /rooms/{r} { allow read: if null.x; allow get: if true; }", "rooms/a")).to.equal(true);
  });

  it("distinguish methods", () => {
    const granted = (methods: string): string =>
      (["get", "create", "update", "delete"] as const)
        .filter((method) => isAllowed(`match /rooms/{r} { allow ${methods}; }`, "rooms/a", method))
        .join();
    expect(granted("read")).to.equal("get");
    expect(granted("list")).to.equal("");
    expect(granted("write")).to.equal("create,update,delete");
    expect(granted("create, delete")).to.equal("create,delete");
    expect(granted("get, update")).to.equal("get,update");
  });

  it("know the name of the database", () => {
    expect(isAllowed("match /rooms/{r} { allow read: if database == '(default)'; }", "rooms/a")).to.equal(true);
    const source = "service cloud.firestore { match /databases/other/documents/{d=**} { allow read; } }";
    const decide = (database: string): boolean =>
      compileRules(source).decide(requestOf({ database }), lookupOf({})).isAllowed;
    expect(decide("other")).to.equal(true);
    expect(decide("(default)")).to.equal(false);
  });

  it("let an inner capture shadow an outer one, except in functions declared outside", () => {
    const body = `match /rooms/{x} {
      function outer() { return x; }
      match /users/{x} { allow read: if x == 'b' && outer() == 'a'; }
    }`;
    expect(isAllowed(body, "rooms/a/users/b")).to.equal(true);
  });

  it("let an inner function shadow an outer one of the same name", () => {
    const body = `function f() { return false; }
      match /rooms/{r} { function f() { return true; } allow read: if f(); }
      match /users/{u} { allow read: if f(); }`;
    expect(isAllowed(body, "rooms/a")).to.equal(true);
    expect(isAllowed(body, "users/a")).to.equal(false);
  });
});

describe("recursive captures", () => {
  it("contain the rest of the path as a path", () => {
    const body = "match /rooms/{rest=**} { allow read: if rest[0] == 'a' && rest == /a/users/b; }";
    expect(isAllowed(body, "rooms/a/users/b")).to.equal(true);
    expect(isAllowed(body, "rooms/b/users/b")).to.equal(false);
  });

  it("match one or more segments in version 1, zero or more in version 2", () => {
    const body = "match /rooms/{r}/{rest=**} { allow read; }";
    expect(isAllowed(body, "rooms/a/users/b", "get", "1")).to.equal(true);
    expect(isAllowed(body, "rooms/a", "get", "1")).to.equal(false);
    expect(isAllowed(body, "rooms/a", "get", "2")).to.equal(true);
  });

  it("match at the root", () => {
    expect(isAllowed("match /{all=**} { allow read; }", "rooms/a/users/b", "get", "1")).to.equal(true);
    expect(isAllowed("match /{all=**} { allow read; }", "rooms/a", "get", "2")).to.equal(true);
  });

  it("may appear anywhere in version 2", () => {
    const body = "match /{path=**}/users/{u} { allow read: if u == 'b'; }";
    expect(isAllowed(body, "users/b")).to.equal(true);
    expect(isAllowed(body, "rooms/a/users/b")).to.equal(true);
    expect(isAllowed(body, "rooms/a/users/c")).to.equal(false);
    expect(isAllowed(body, "rooms/a/users/b/inbox/c")).to.equal(false);
  });

  it("stay fast at any nesting", () => {
    const open = Array.from({ length: 8 }, (_, i) => `match /{p${i}=**} {`).join(" ");
    const body = `${open} match /end { allow read; } ${"}".repeat(8)}`;
    const path = Array.from({ length: 90 }, () => "a").join("/");
    expect(isAllowed(body, path)).to.equal(false);
  });
});

describe("functions", () => {
  it("take arguments, bind variables and call each other", () => {
    const body = `
      function double(x) { return x * 2; }
      function sum(a, b) { let c = double(a); let d = c + b; return d; }
      match /rooms/{r} { allow read: if sum(2, 3) == 7; }`;
    expect(isAllowed(body, "rooms/a")).to.equal(true);
  });

  it("see request, resource and the captures around their declaration", () => {
    const body = `match /rooms/{r} {
      function isNamed(name) { return r == name && request.path[4] == name && resource == null; }
      allow read: if isNamed('a');
    }`;
    expect(isAllowed(body, "rooms/a")).to.equal(true);
  });
});

describe("request and resource", () => {
  const decide = (condition: string, given: Parameters<typeof requestOf>[0]): boolean =>
    compileRules(inDocuments(`match /rooms/{r} { allow read, write: if ${condition}; }`)).decide(
      requestOf(given),
      lookupOf({}),
    ).isAllowed;

  it("contain the documents before and after a write", () => {
    const resource = toDocument("rooms/abc", { a: 1, b: { c: [true, null] }, at: new Date(0) });
    const requestResource = toDocument("rooms/abc", { a: 2 });
    const given = { method: "update", resource, requestResource } as const;
    expect(decide("resource.data.a + 1 == request.resource.data.a", given)).to.equal(true);
    expect(decide("resource.data.b.c == [true, null] && resource.data.at == timestamp.value(0)", given)).to.equal(true);
    expect(decide("resource.id == 'abc' && resource.__name__ == request.path", given)).to.equal(true);
    expect(decide("request.method == 'update' && !('b' in request.resource.data)", given)).to.equal(true);
    expect(decide("request.resource.data.b == null", given)).to.equal(false);
  });

  it("are null where there is no document", () => {
    expect(decide("resource == null && request.resource == null && request.query == null", {})).to.equal(true);
    expect(decide("resource.data.a == 1", {})).to.equal(false);
  });

  it("contain the caller's auth", () => {
    const auth = { uid: "u", token: { room: "abc", level: 3, rate: 0.5, roles: ["host"], nested: { ok: true } } };
    expect(decide("request.auth.uid == 'u' && request.auth.token.room == r", { auth })).to.equal(true);
    expect(decide("request.auth.token.level is int && request.auth.token.rate is float", { auth })).to.equal(true);
    expect(decide("'host' in request.auth.token.roles && request.auth.token.nested.ok", { auth })).to.equal(true);
    expect(decide("request.auth.token.none == null", { auth })).to.equal(false);
    expect(decide("request.auth.token.get('none', 'x') == 'x'", { auth })).to.equal(true);
  });

  it("support every stored type", () => {
    const fields = {
      bytes: { bytesValue: "+/8=" },
      place: { geoPointValue: { latitude: 1.5 } },
      ref: { referenceValue: "projects/demo/databases/(default)/documents/users/u" },
      nan: { doubleValue: "NaN" },
      big: { integerValue: "9223372036854775807" },
      empty: { mapValue: {} },
      list: { arrayValue: {} },
    } as const;
    const resource = { ...toDocument("rooms/abc", {}), fields };
    const condition = `resource.data.bytes.toHexString() == 'FBFF' && resource.data.place == latlng.value(1.5, 0)
      && resource.data.ref == /databases/$(database)/documents/users/u && math.isNaN(resource.data.nan)
      && resource.data.big == 9223372036854775807 && resource.data.empty == {} && resource.data.list == []`;
    expect(decide(condition, { resource })).to.equal(true);
  });

  it("do not confuse field names with JavaScript properties", () => {
    for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty", "length", "type"]) {
      const resource = toDocument("rooms/abc", { a: 1 });
      expect(decide(`resource.data.${name} == null`, { resource }), name).to.equal(false);
      expect(decide(`resource.data.${name} != null`, { resource }), name).to.equal(false);
      expect(decide(`!('${name}' in resource.data)`, { resource }), name).to.equal(true);
    }
  });
});

// Writes that no SDK sends: masks with fewer or more paths than the fields, transforms, sequences,
// and preconditions that probe for documents.
import { paths } from "@meetogram/contract";
import { otherRoom, room, seats } from "../callers.ts";
import { nameOf } from "../rest.ts";
import { absent, ownSeat, secret, theRoom, type RawRow } from "./raw-request-row.ts";

const commit = (does: string, because: string | undefined, changes: string, write: () => object): RawRow => ({
  does,
  ...(because === undefined ? {} : { because }),
  address: ":commit",
  body: () => ({ writes: [write()].flat() }),
  changes,
});

const masked = (path: string, fieldPaths: readonly string[], fields: object) => () => ({
  update: { name: nameOf(path), fields },
  updateMask: { fieldPaths },
});
const host = { role: { stringValue: "host" } };
const audio = (value: object) => ({ constraints: { mapValue: { fields: { audio: value } } } });

const masks: readonly RawRow[] = [
  commit(
    "send a role that the mask leaves out",
    undefined,
    ownSeat,
    masked(ownSeat, ["name"], { name: { nullValue: null }, ...host }),
  ),
  commit(
    "change only audio by its mask",
    undefined,
    ownSeat,
    masked(ownSeat, ["constraints.audio"], audio({ booleanValue: false })),
  ),
  commit(
    "set audio to a string by its mask",
    "it is a boolean",
    ownSeat,
    masked(ownSeat, ["constraints.audio"], audio({ stringValue: "on" })),
  ),
  commit(
    "delete audio by a mask without a value",
    "it is required",
    ownSeat,
    masked(ownSeat, ["constraints.audio"], {}),
  ),
  commit(
    "delete the role by a mask without a value",
    "only the server assigns roles",
    ownSeat,
    masked(ownSeat, ["role"], {}),
  ),
  commit(
    "send the role and name it in the mask",
    "only the server assigns roles",
    ownSeat,
    masked(ownSeat, ["name", "role"], { name: { nullValue: null }, ...host }),
  ),
  commit("quote the role in the mask", "only the server assigns roles", ownSeat, masked(ownSeat, ["`role`"], host)),
  commit("create a room by an empty mask", "only the server creates rooms", absent, masked(absent, [], {})),
  commit("create a room that must not exist yet", "only the server creates rooms", absent, () => ({
    update: { name: nameOf(absent), fields: {} },
    currentDocument: { exists: false },
  })),
];

const transforms: readonly RawRow[] = (
  [
    ["joinedAt", { setToServerValue: "REQUEST_TIME" }, ownSeat],
    ["session", { setToServerValue: "REQUEST_TIME" }, ownSeat],
    ["role", { appendMissingElements: { values: [{ stringValue: "host" }] } }, ownSeat],
    ["leaseUntil", { maximum: { integerValue: "9999999999999" } }, ownSeat],
    ["name", { increment: { integerValue: "1" } }, ownSeat],
    ["constraints.audio", { setToServerValue: "REQUEST_TIME" }, ownSeat],
    ["constraints.smell", { increment: { integerValue: "1" } }, ownSeat],
    ["capacity", { increment: { integerValue: "1" } }, theRoom],
    ["capacity", { minimum: { integerValue: "1" } }, theRoom],
    ["emptyMinutes", { maximum: { integerValue: "525600" } }, theRoom],
    ["hosts", { appendMissingElements: { values: [{ stringValue: seats.active.participant }] } }, theRoom],
    ["hosts", { removeAllFromArray: { values: [{ stringValue: seats.host.participant }] } }, theRoom],
    ["expireAt", { setToServerValue: "REQUEST_TIME" }, theRoom],
    ["expireAt", { maximum: { doubleValue: 1e300 } }, theRoom],
    ["isLocked", { increment: { integerValue: "1" } }, theRoom],
    ["hasWaitingRoom", { increment: { integerValue: "1" } }, theRoom],
    ["admitted", { appendMissingElements: { values: [{ stringValue: seats.active.participant }] } }, theRoom],
    ["hasKnocked", { increment: { integerValue: "1" } }, ownSeat],
  ] as const
).flatMap(([fieldPath, change, path]) => {
  const fieldTransforms = [{ fieldPath, ...change }];
  const does = `transform ${fieldPath} by ${Object.keys(change).join()}`;
  return [
    commit(does, "the result is not allowed", path, () => ({
      update: { name: nameOf(path), fields: {} },
      updateMask: { fieldPaths: [] },
      updateTransforms: fieldTransforms,
    })),
    commit(`${does}, without an update`, "the result is not allowed", path, () => ({
      transform: { document: nameOf(path), fieldTransforms },
    })),
  ];
});

const sequences: readonly RawRow[] = [
  commit("leave and take the seat again as a host", "only the server assigns seats", ownSeat, () => [
    { delete: nameOf(ownSeat) },
    { update: { name: nameOf(ownSeat), fields: host } },
  ]),
  commit("change the name first and then the role", "only the server assigns roles", ownSeat, () => [
    masked(ownSeat, ["name"], { name: { nullValue: null } })(),
    masked(ownSeat, ["role"], host)(),
  ]),
  commit("verify the secret together with an allowed write", "only the server reads it", ownSeat, () => [
    { verify: nameOf(secret), currentDocument: { exists: true } },
    masked(ownSeat, ["name"], { name: { nullValue: null } })(),
  ]),
];

/**
 * At most, these reveal whether a document exists. Names are random, and the probes reveal and
 * change nothing else.
 */
const probes: readonly RawRow[] = [secret, paths.room(otherRoom), absent, `rooms/${room}/private/absent`].flatMap(
  (path) =>
    [{ exists: true }, { exists: false }, { updateTime: "2020-01-01T00:00:00Z" }].map((currentDocument): RawRow => ({
      ...commit(
        `delete ${path.replace(room, "{uuid}").replace(otherRoom, "{another}")} where ${JSON.stringify(currentDocument)}`,
        "a precondition grants no access",
        path,
        () => ({ delete: nameOf(path), currentDocument }),
      ),
      isConditional: true,
    })),
);

export const rawWrites: readonly RawRow[] = [...masks, ...transforms, ...sequences, ...probes];

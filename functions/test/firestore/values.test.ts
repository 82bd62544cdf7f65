import { expect } from "chai";
import { Timestamp as AdminTimestamp } from "firebase-admin/firestore";
import { Timestamp } from "../../src/firestore/timestamp.ts";
import { encodeValue } from "../../src/firestore/values.ts";
import { set } from "../../src/firestore/writes.ts";
import { openDatabase } from "../stage/database.ts";
import { firestore as administrator } from "../stage/meeting.ts";

const instant = 1_700_000_000_123;
const plain = {
  nothing: null,
  yes: true,
  no: false,
  empty: "",
  text: "Привет 👋 \u0000",
  zero: 0,
  whole: -9_007_199_254_740_991,
  fraction: 0.1,
  huge: 1e300,
  unending: Number.POSITIVE_INFINITY,
  list: [1, "two", { three: [null] }],
  none: [],
  map: { "a key with spaces.and.dots": { inner: true } },
};

describe("values", () => {
  it("are for the Admin SDK what they are here", async () => {
    const { firestore, root } = openDatabase();
    const bytes = Buffer.from([0, 255, 128]);
    await firestore.commit(set(root, { ...plain, bytes, at: Timestamp.fromMillis(instant) }));
    const document = await administrator().doc(root).get();
    expect(document.data()).to.deep.equal({ ...plain, bytes, at: AdminTimestamp.fromMillis(instant) });
  });

  it("are here what they are for the Admin SDK", async () => {
    const { firestore, root } = openDatabase();
    const bytes = Buffer.from([0, 255, 128]);
    const at = new AdminTimestamp(1_700_000_000, 123_456_000);
    await administrator()
      .doc(root)
      .set({ ...plain, bytes, at });
    const { fields } = await firestore.get(root);
    const { at: read, ...rest } = fields!;
    expect(rest).to.deep.equal({ ...plain, bytes });
    expect((read as Timestamp).toMillis()).to.equal(instant);
    await firestore.commit(set(root, { at: read }));
    const written = (await administrator().doc(root).get()).get("at") as AdminTimestamp;
    expect(written.isEqual(at), "to the microsecond").to.equal(true);
  });

  it("have no names with a meaning", async () => {
    const { firestore, root } = openDatabase();
    const fields = { constructor: { toString: "p", length: 1 }, stringValue: true, fields: {} };
    await firestore.commit(set(root, fields));
    expect((await firestore.get(root)).fields).to.deep.equal(fields);
  });

  it("are refused if Firestore has nothing like them", () => {
    for (const value of [undefined, () => 1, Symbol("s"), 1n, new Date(), new Map(), [undefined]]) {
      expect(() => encodeValue(value)).to.throw(TypeError);
    }
  });
});

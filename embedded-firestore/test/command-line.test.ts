import { expect } from "chai";
import { parseCommandLine } from "../src/command-line.ts";

describe("command-line arguments", () => {
  const parse = (text: string): ReturnType<typeof parseCommandLine> => parseCommandLine(text.split(" "));

  it("are those of the official emulator, in both spellings", () => {
    const expected = { host: "::1", port: 9000, projectId: "p", rules: "a.rules", allowRemote: false };
    expect(parse("--host ::1 --port=9000 --project_id p --rules a.rules")).to.include(expected);
    expect(parse("--host=::1 --port 9000 --project-id=p --rules=a.rules")).to.include(expected);
    expect(parse("--host-port=localhost:9")).to.include({ host: "localhost", port: 9 });
  });

  it("report ignored flags, with or without a value", () => {
    expect(parse("--single_project_mode --websocket_port 9150 --seed_from_export=x --port 1")).to.deep.include({
      ignored: ["--single_project_mode", "--websocket_port", "--seed_from_export"],
      port: 1,
    });
  });

  it("name the files to start with and to leave behind", () => {
    expect(parse("--import a.json --export-on-exit=b.json")).to.include({ importFile: "a.json", exportFile: "b.json" });
    expect(parse("--import a.json --export-on-exit")).to.include({ importFile: "a.json", exportFile: "a.json" });
    expect(parse("--export-on-exit --import=a.json --port 1")).to.include({ exportFile: "a.json", port: 1 });
    expect(parse("--port 1")).not.to.have.any.keys("importFile", "exportFile");
    expect(() => parse("--export-on-exit")).to.throw("--export-on-exit needs a file");
    expect(() => parse("--import")).to.throw("--import needs a value");
  });

  it("are rejected if unknown or without a required value", () => {
    expect(() => parse("--prot 1")).to.throw("There is no --prot");
    expect(() => parse("--port --rules x")).to.throw("--port needs a value");
    expect(() => parse("--port 70000")).to.throw("no port 70000");
    expect(() => parse("serve")).to.throw('What is "serve"?');
  });
});

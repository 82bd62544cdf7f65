// The package's declarations, as TypeScript emits them, but with the contract's types written out.
// So users of the package need neither the contract nor valibot, not even for types.
import { relative } from "node:path";
import { dirname, join } from "node:path/posix";
import ts from "typescript";

const probe = "contract-types.ts";
const entries = ["index", "element", "room/index"];

/** Aliases of the contract's types. TypeScript resolves them without intermediate names. */
const probeText = `import type { ControlMessage, EmbedCommand, EmbedErrorCode, EmbedEvent, EndpointName, ErrorCode, RequestOf, ResponseOf, Signal } from "@meetogram/contract";
export type Codes = ErrorCode;
export type Commands = EmbedCommand;
export type EmbedCodes = EmbedErrorCode;
export type Events = EmbedEvent;
export type Requests = { [N in EndpointName]: RequestOf<N> };
export type Responses = { [N in EndpointName]: ResponseOf<N> };
export type Messages = ControlMessage;
export type Signals = Signal;
`;

const format =
  ts.TypeFormatFlags.NoTruncation |
  ts.TypeFormatFlags.InTypeAlias |
  ts.TypeFormatFlags.MultilineObjectLiterals |
  ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;

/** Takes the folder of the package; returns a map from file name to text. */
export function createDeclarations(folder) {
  const { config } = ts.readConfigFile(`${folder}/tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  Object.assign(options, { noEmit: false, declaration: true, emitDeclarationOnly: true, types: [] });
  const host = ts.createCompilerHost(options);
  const probePath = `${folder}/src/${probe}`;
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => path === probePath || fileExists.call(host, path);
  host.getSourceFile = (path, ...rest) =>
    path === probePath ? ts.createSourceFile(path, probeText, options.target) : getSourceFile.call(host, path, ...rest);
  const program = ts.createProgram([...entries.map((entry) => `${folder}/src/${entry}.ts`), probePath], options, host);
  const [fault] = ts.getPreEmitDiagnostics(program);
  if (fault) throw new Error(ts.flattenDiagnosticMessageText(fault.messageText, "\n"));

  const files = new Map([["contract.d.ts", printContract(program, program.getSourceFile(probePath))]]);
  for (const source of program.getSourceFiles()) {
    const place = relative(`${folder}/src`, source.fileName).replaceAll("\\", "/");
    if (place.startsWith("..") || source.fileName === probePath) continue;
    const contract = place.includes("/") ? '"../contract.js"' : '"./contract.js"';
    program.emit(source, (_path, text) =>
      files.set(
        place.replace(/\.ts$/, ".d.ts"),
        text.replaceAll('"@meetogram/contract"', contract).replaceAll(/(from "\.\.?\/.+)\.ts"/g, '$1.js"'),
      ),
    );
  }
  return pick(files);
}

/** What the entries lead to. The rest is not for users, and names types of Firebase. */
function pick(files) {
  const picked = new Map();
  const names = entries.map((entry) => `${entry}.d.ts`);
  for (const name of names) {
    const text = files.get(name);
    if (picked.has(name)) continue;
    picked.set(name, text);
    for (const [, path] of text.matchAll(/from "(\.[^"]+)\.js"/g)) names.push(`${join(dirname(name), path)}.d.ts`);
  }
  return picked;
}

function printContract(program, source) {
  const checker = program.getTypeChecker();
  const [codes, commands, embedCodes, events, requests, responses, messages, signals] = source.statements
    .filter(ts.isTypeAliasDeclaration)
    .map((alias) => checker.typeToString(checker.getTypeFromTypeNode(alias.type), alias, format));
  return `// Written out from meetogram's contract by the build.
export type ErrorCode = ${codes};
export type EmbedCommand = ${commands};
export type EmbedErrorCode = ${embedCodes};
export type EmbedEvent = ${events};
export type Requests = ${requests};
export type Responses = ${responses};
export type ControlMessage = ${messages};
export type Signal = ${signals};
export type EndpointName = keyof Requests;
export type RequestOf<N extends EndpointName> = Requests[N];
export type ResponseOf<N extends EndpointName> = Responses[N];
`;
}

// What others use: the document, the examples, the schemas, and the words in both languages.
export { endpointNames, printDocument } from "./document.ts";
export { exampleOrigin, examples, samples } from "./examples.ts";
export { pathFieldsOf, schemasOf, type Schema } from "./schemas.ts";
export { en } from "./words-en.ts";
export { ru } from "./words-ru.ts";
export type { ApiWords, EndpointWords } from "./words.ts";

// What the documentation says about each request, field and error. A missing text does not compile:
// every language must describe everything in the contract's tables.
import type { EndpointName, ErrorCode, RequestOf, ResponseOf } from "@meetogram/contract";

export interface EndpointWords<N extends EndpointName> {
  readonly summary: string;
  /** Paragraphs, with `code` in backquotes. */
  readonly description: readonly string[];
  readonly request: Readonly<Record<keyof RequestOf<N>, string>>;
  readonly response: Readonly<Record<keyof ResponseOf<N>, string>>;
}

export interface ErrorWords {
  readonly title: string;
  readonly cause: string;
  readonly cure: string;
}

export interface ApiWords {
  readonly endpoints: { readonly [N in EndpointName]: EndpointWords<N> };
  readonly errors: Readonly<Record<ErrorCode, ErrorWords>>;
}

// The texts of files outside of what is loaded with them.

export interface FileMessages {
  readonly heading: string;
  readonly close: string;
  readonly attention: (count: number) => string;
}

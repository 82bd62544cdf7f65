// The texts of the chat's panel.

export interface ChatPanelMessages {
  readonly list: string;
  readonly empty: string;
  readonly loadFailed: string;
  readonly earlier: string;
  readonly forgotten: string;
  readonly leadsTo: (host: string) => string;
  readonly waiting: string;
  readonly newMessages: string;
  readonly field: string;
  readonly placeholder: string;
  readonly keys: string;
  readonly send: string;
  readonly left: (count: number) => string;
  readonly over: (count: number) => string;
  readonly copyAll: string;
  readonly copied: string;
  readonly refused: string;
  readonly save: string;
  readonly fileName: string;
}

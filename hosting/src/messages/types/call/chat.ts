// The texts of the chat outside of its panel.

export interface ChatMessages {
  readonly heading: string;
  readonly open: string;
  readonly close: string;
  readonly unread: (count: number) => string;
  readonly passedOn: (name: string) => string;
}

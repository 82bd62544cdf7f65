// The texts of the waiting room: for whoever knocks, and for the host who decides.

interface DeadEnd {
  readonly status: string;
  readonly title: string;
  readonly text: string;
  readonly action: string;
}

export interface WaitingRoomMessages {
  readonly ask: string;
  readonly asking: string;
  readonly asked: string;
  readonly hostAway: string;
  readonly cancel: string;
  readonly wouldLikeToComeIn: (name: string) => string;
  readonly manyWouldLikeToComeIn: (count: number) => string;
  readonly note: string;
  readonly admit: string;
  readonly admitAll: string;
  readonly refuse: string;
  readonly admitPerson: (name: string) => string;
  readonly refusePerson: (name: string) => string;
  readonly look: string;
  readonly asks: string;
  readonly switchLabel: string;
  readonly switchHint: string;
  readonly switchOffHint: string;
  readonly deadEnds: { readonly refused: DeadEnd };
}

// The texts of the waiting room for the host who decides.

export interface AdmissionMessages {
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
}

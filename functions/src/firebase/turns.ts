// Transactions over one room, one at a time within this instance. Firestore would order them too, but by making each wait for
// the others' locks and fail; instances of a function are few, so most of that never happens.

const last = new Map<string, Promise<unknown>>();

export async function inTurn<T>(room: string, task: () => Promise<T>): Promise<T> {
  const before = last.get(room) ?? Promise.resolve();
  const turn = before.then(task);
  // The next one waits for the end of this one, not for its success.
  const end = turn.catch(() => undefined);
  last.set(room, end);
  try {
    return await turn;
  } finally {
    if (last.get(room) === end) {
      last.delete(room);
    }
  }
}

// How many seats of a room have live leases, waiting ones too: one read of Firestore's, in the transaction that goes by it.
import { paths } from "@meetogram/contract";
import { Timestamp, type Firestore, type Transaction } from "firebase-admin/firestore";

export async function countSeated(
  firestore: Firestore,
  transaction: Transaction,
  uuid: string,
  nowMs: number,
): Promise<number> {
  const seated = firestore.collection(paths.users(uuid)).where("leaseUntil", ">", Timestamp.fromMillis(nowMs));
  return (await transaction.get(seated.count())).data().count;
}

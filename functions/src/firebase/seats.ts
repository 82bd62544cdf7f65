// Counts the seats of a room that have live leases, including those in the lobby. One Firestore
// read, inside the transaction that depends on it.
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

// Somebody knocks, and a host lets them in. Before that nothing connects the two.
import { expect } from "chai";
import { withPeople } from "../support/browser.ts";
import { countConnections } from "../support/connections.ts";
import { watchRoom } from "../support/stored/documents.ts";
import { connect, createRoom, expectNoErrorsOrForeignRequests, expectSeesAndHears } from "../support/meeting.ts";
import { getSystem, useSystem } from "../support/system.ts";
import { knock, switchWaitingRoom } from "./knock-and-answer.ts";

describe("the waiting room", () => {
  useSystem();

  it("lets somebody in whom the host admits, and sends nothing before", () =>
    withPeople(2, async (ann, ben) => {
      const link = await createRoom(ann);
      await connect(ann);
      await switchWaitingRoom(ann, true);
      const { firestore } = await getSystem();
      const room = watchRoom(firestore, new URL(link).pathname.split("/").at(-1)!);
      try {
        await knock(ben, link, "Ben");
        await ann.page.getByTestId("knock-note").filter({ hasText: "Ben" }).waitFor();
        const connections = [await countConnections(ann.page), await countConnections(ben.page)];
        expect({ connections, messages: room.messages.length }).to.deep.equal({ connections: [0, 0], messages: 0 });
      } finally {
        room.stop();
      }

      await ann.page.getByTestId("admit-knock").click();
      await ben.page.getByTestId("call").waitFor();
      await expectSeesAndHears(ben, 1);
      await expectSeesAndHears(ann, 1);
      await ann.page.getByTestId("knock-note").waitFor({ state: "detached" });
      for (const person of [ann, ben]) expectNoErrorsOrForeignRequests(person);
    }));
});

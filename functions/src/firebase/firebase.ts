// The facade of Firebase: one object, with a class for each concern. It connects on first use,
// never on load, because the Firebase CLI loads this code where there is no project.
import { AppCheck } from "./app-check.ts";
import { Erasure } from "./erasure.ts";
import { Host } from "./host.ts";
import { LiveSeats } from "./live-seats.ts";
import { SeatMoves } from "./moves.ts";
import { Room } from "./room.ts";
import { Sweep } from "./sweep.ts";
import { Tokens } from "./tokens.ts";
import { User } from "./user.ts";
import { connectServices, type Services } from "./services.ts";

let services: Services | undefined;

function connected(): Services {
  services ??= connectServices();
  return services;
}

const db = {
  get room(): Room {
    return new Room(connected());
  },
  get user(): User {
    return new User(connected());
  },
  get tokens(): Tokens {
    return new Tokens(connected());
  },
  get liveSeats(): LiveSeats {
    return new LiveSeats(connected());
  },
  get moves(): SeatMoves {
    return new SeatMoves(connected());
  },
  get host(): Host {
    return new Host(connected());
  },
  get erasure(): Erasure {
    return new Erasure(connected());
  },
  get appCheck(): AppCheck {
    return new AppCheck(connected());
  },
  get sweep(): Sweep {
    return new Sweep(connected());
  },
};

export default db;

import { scenes } from "../../gallery/scenes.ts";
import { describePictures } from "./describe-pictures.ts";
import { planRepresentatives } from "./picture-plan.ts";

describePictures(planRepresentatives(scenes));

import { scenes } from "../../gallery/scenes.ts";
import { describePictures } from "./describe-pictures.ts";
import { planPictures } from "./picture-plan.ts";

describePictures(planPictures(scenes));

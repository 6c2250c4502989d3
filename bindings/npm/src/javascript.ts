import instantiate from "gongwei:javascript";
import { offer } from "./handover.js";

offer(instantiate);

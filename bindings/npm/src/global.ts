import * as gongwei from "./index.js";

Object.assign(globalThis, { gongwei });

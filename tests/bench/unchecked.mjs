// The engine of the form that does not check: it opens a record and says nothing of it, whatever is typed. The rest, such
// as what the rulebook says, is the package's own.
import * as gongwei from "../../www/node_modules/gongwei/dist/index.mjs";

export const { init, layers, loadRulebook, rulebooks } = gongwei;

const report = { coherence: [], verdicts: [] };
const silent = () => ({ ok: true, appeared: [], changed: [], cleared: [] });

/** Nothing to report; a form without checking keeps what is typed in its own copy alone. */
export const check = () => ({ ok: true, report });
export const open = (text) => ({
  ok: true,
  session: {
    set: silent,
    insert: silent,
    remove: silent,
    move: silent,
    transaction: silent,
    undo: silent,
    redo: silent,
    report: () => ({ ok: true, report }),
    faults: () => [],
    toJSON: () => JSON.parse(text),
    text: () => text,
    dispose: () => undefined,
  },
});

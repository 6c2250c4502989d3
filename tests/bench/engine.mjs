// What gongwei says of the twenty norms.

export const RULEBOOK = "gannan-2020";

/** A rulebook with these norms alone, and all that they rest on: groups and procedures without a norm do no harm. */
export function subset(rulebook, ids) {
  const norms = rulebook.norms.filter(({ id }) => ids.includes(id));
  if (norms.length !== ids.length) {
    throw new Error(`not norms of ${rulebook.id}: ${ids.filter((id) => norms.every((norm) => norm.id !== id)).join(", ")}`);
  }
  return { ...rulebook, id: `${rulebook.id}-subset`, norms };
}

/**
 * The whole result of a check, by as few norms as the package can be asked for. It checks by built-in rulebooks only so
 * far: once it takes the text of another one, `subset` goes in here and nowhere else.
 */
export function checkFew(gongwei, record, on) {
  return gongwei.check(record, { rulebook: RULEBOOK, on });
}

/** The broken verdicts of these norms in the rivals' words, or that the record cannot be read. */
export function findings(gongwei, ids, record, on) {
  const result = checkFew(gongwei, record, on);
  if (!result.ok) {
    return { ok: false, faults: result.faults };
  }
  const broken = result.report.verdicts.filter(({ norm, verdict }) => verdict === "broken" && ids.includes(norm));
  return { ok: true, findings: broken.map(({ norm, subject, period, path }) => ({ norm, subject: subjectText(subject), period, path })) };
}

function subjectText({ kind, meeting, id }) {
  const ids = [meeting, id].filter((part) => part !== undefined);
  return ids.length === 0 ? kind : `${kind}:${ids.join("/")}`;
}

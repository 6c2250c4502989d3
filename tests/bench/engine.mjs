// What gongwei says of the twenty norms.

export const RULEBOOK = "gannan-2020";

/**
 * The built-in rulebook with these norms alone, handed in as any other place's would be. What they do not rest on, groups
 * and procedures, does no harm.
 */
export function handedIn(gongwei, ids) {
  const rulebook = gongwei.rulebook(RULEBOOK);
  const norms = rulebook.norms.filter(({ id }) => ids.includes(id));
  const loaded = gongwei.loadRulebook({ ...rulebook, id: `${RULEBOOK}-twenty`, norms });
  if (!loaded.ok) {
    throw new Error(JSON.stringify(loaded.faults));
  }
  return loaded.rulebook;
}

/** What a rulebook finds broken of these norms, in the rivals' words; or that the record cannot be read. */
export function findings(gongwei, rulebook, ids, record, on) {
  const result = gongwei.check(record, { rulebook, on, verdicts: ["broken"] });
  if (!result.ok) {
    return { ok: false, faults: result.faults };
  }
  const broken = result.report.verdicts.filter(({ norm }) => ids.includes(norm));
  return { ok: true, findings: broken.map(({ norm, subject, period, path }) => ({ norm, subject: subjectText(subject), period, path })) };
}

function subjectText({ kind, meeting, id }) {
  const ids = [meeting, id].filter((part) => part !== undefined);
  return ids.length === 0 ? kind : `${kind}:${ids.join("/")}`;
}

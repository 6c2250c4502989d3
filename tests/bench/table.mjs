// The measured times as Markdown, with the goals beside them.
import { FIELD, PARSE_AND_PLAIN, PLAIN, ZOD } from "./contestants.mjs";
import { median } from "./measure.mjs";

const micro = (time) => (time < 9.95 ? time.toFixed(2) : time.toFixed(1));
const row = (cells) => `| ${cells.join(" | ")} |`;
export const table = (head, rows) => [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

export function markdown(host, speeds, starts) {
  const parts = [`## ${host}`, checkTable(speeds), ...Object.entries(speeds).map(editTable), startTable(starts)];
  return parts.join("\n\n");
}

function checkTable(speeds) {
  const samples = Object.entries(speeds);
  const names = Object.keys(samples[0][1].checks);
  const rows = names.map((name) => {
    const times = samples.map(([, { checks }]) => checks[name]);
    const ratios = samples.map(([, { checks }]) => (checks[name] / checks[PARSE_AND_PLAIN]).toFixed(2));
    return [name, ...times.map(micro), ...ratios];
  });
  const samplesOf = (what) => samples.map(([name]) => `${name}${what}`);
  return table(["whole check, from text", ...samplesOf(", µs"), ...samplesOf(`, of ${PARSE_AND_PLAIN} (goal for gongwei, twenty norms: ≤ 1.2)`)], rows);
}

function editTable([sample, { edits }]) {
  const names = Object.keys(edits[0].times);
  const average = (name) => mean(edits.map(({ times }) => times[name]));
  const rows = names.map((name) => [
    name,
    ...edits.map(({ times }) => micro(times[name])),
    micro(average(name)),
    ...[PLAIN, ZOD, FIELD].map((rival) => (average(name) / average(rival)).toFixed(2)),
  ]);
  const goals = ["of A (goal for a session, twenty norms: ≤ 0.5)", "of B (≤ 0.1)", "of C (≤ 2)"];
  return table([`one edit of ${sample}, µs`, ...edits.map(({ edited }) => edited), "mean", ...goals], rows);
}

function startTable({ packaged, bare }) {
  const instantiated = median(bare);
  const line = (name, times) => [name, median(times).toFixed(2), (median(times) / instantiated).toFixed(2)];
  return table(
    ["from nothing", "ms", "of bare"],
    [
      line("bare `WebAssembly.instantiate`", bare),
      line("`init()`", packaged.map(({ init }) => init)),
      line("the first report", packaged.map(({ report }) => report)),
      line("both (goal: ≤ 2)", packaged.map(({ init, report }) => init + report)),
    ],
  );
}

// Rival A: plain JavaScript that checks everything anew, shape and norms.
import { assessedMembers, assessedUnits, feedback } from "./assessment.mjs";
import { copied, eligible, entrySteps, noticeDays, stepsOf } from "./entry.mjs";
import { Index, strayOf } from "./index.mjs";
import { convened, meetingNotice, minutes, quarterly, quorum, topicSource } from "./meeting.mjs";
import { shapeOf } from "./shape.mjs";
import { deputyCount, deputyPost, noEmployment, secretaryCount, secretaryPost, size, unitHeadsShare } from "./standing.mjs";
import { View } from "./view.mjs";

/** The twenty norms on a plain object: what is broken, or where the record cannot be read. */
export function check(record, on) {
  const wrong = shapeOf(record);
  if (wrong !== undefined) {
    return { ok: false, path: wrong };
  }
  const index = new Index(record);
  const stray = strayOf(record, index);
  return stray === undefined ? { ok: true, findings: judge(new View(record, index, on)) } : { ok: false, path: stray };
}

/** What is broken in a record that can be read. */
export function judge(view) {
  const found = [];
  const seats = view.appointments.length;
  if (view.stands()) {
    size(view, found);
    secretaryCount(view, found);
    deputyCount(view, found);
    unitHeadsShare(view, found);
    for (let at = 0; at < seats; at++) {
      secretaryPost(view, at, found);
      deputyPost(view, at, found);
      noEmployment(view, at, found);
    }
  }
  for (let at = 0; at < seats; at++) {
    if (view.isConcurrentEntry(at, view.dayOfEntry(at))) {
      eligible(view, at, found);
      const steps = stepsOf(view, at);
      if (steps !== undefined) {
        entrySteps(view, at, steps, found);
        noticeDays(view, at, steps, found);
        copied(view, at, steps, found);
      }
    }
  }
  quarterly(view, found);
  for (let at = 0; at < view.meetings.length; at++) {
    convened(view, at, found);
    quorum(view, at, found);
    topicSource(view, at, found);
    meetingNotice(view, at, found);
    minutes(view, at, found);
  }
  assessedUnits(view, found);
  assessedMembers(view, found);
  for (let at = 0; at < view.assessments.length; at++) {
    feedback(view, at, found);
  }
  return found;
}

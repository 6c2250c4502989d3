import { toPath } from "gongwei/adapters";
import { nextTick } from "vue";
import { createRouter, createWebHashHistory, START_LOCATION } from "vue-router";
import { focusSoon } from "./findings/focus";
import { record } from "./record/records";
import { LISTS } from "./record/shape";
import CommitteeSection from "./sections/CommitteeSection.vue";
import LinksSection from "./sections/LinksSection.vue";
import ListSection from "./sections/ListSection.vue";
import OverviewSection from "./sections/OverviewSection.vue";
import ReportSection from "./sections/ReportSection.vue";
import RulebookSection from "./sections/RulebookSection.vue";
import StartPage from "./sections/StartPage.vue";
import TodoSection from "./sections/TodoSection.vue";

const lists = [...LISTS.keys()].join("|");

/** How far down each page was looked at. */
const looked = new Map<string, number>();
const main = (): HTMLElement | null => document.getElementById("main");

export const router = createRouter({
  history: createWebHashHistory(),
  // Who goes back finds the page as it was; any other begins at its top.
  scrollBehavior: ({ fullPath }, _from, before) => {
    main()?.scrollTo({ top: before ? (looked.get(fullPath) ?? 0) : 0, behavior: "instant" });
    return false;
  },
  routes: [
    { path: "/start", name: "start", component: StartPage, meta: { needsNoRecord: true } },
    { path: "/overview", name: "overview", component: OverviewSection },
    { path: "/committee", name: "committee", component: CommitteeSection },
    { path: "/links", name: "links", component: LinksSection },
    { path: "/todo", name: "todo", component: TodoSection },
    { path: "/report", name: "report", component: ReportSection },
    { path: "/import", name: "import", component: () => import("./exchange/ImportPage.vue") },
    { path: "/print/:what(report|roster)", name: "print", component: () => import("./print/PrintPage.vue"), props: true },
    { path: "/rulebook", name: "rulebook", component: RulebookSection, meta: { needsNoRecord: true } },
    { path: `/:list(${lists})/:index(\\d+)?`, name: "list", component: ListSection, props: true },
    { path: "/:rest(.*)*", redirect: "/start" },
  ],
});

router.beforeEach((to, from) => {
  looked.set(from.fullPath, main()?.scrollTop ?? 0);
  return record.value || to.meta.needsNoRecord ? true : "/start";
});

// What led here is gone, and the focus with it: the page begins anew at its text, for whoever has no pointer or no screen.
router.afterEach(async (_to, from) => {
  await nextTick();
  if (from !== START_LOCATION && (document.activeElement === document.body || document.activeElement === null)) {
    main()?.focus({ preventScroll: true });
  }
});

/** Goes to where a place is filled in, and into its field. */
export async function goTo(pointer: string): Promise<void> {
  const [first, second] = toPath(pointer);
  const name = String(first ?? "");
  const path = name === "calendar" || name === "rulebook" ? "/rulebook" : LISTS.has(name) ? `/${name}${typeof second === "number" ? `/${second}` : ""}` : name === "completeThrough" ? "/todo" : "/committee";
  await router.push(path);
  await focusSoon(pointer);
}

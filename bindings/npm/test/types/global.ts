// The classic script: a global of the same face.
import "gongwei/global";

export const ready: Promise<void> = gongwei.init();
export const result: import("gongwei").Result = gongwei.check({}, { rulebook: "gannan-2020", on: "2026-06-30" });

// @ts-expect-error The engine has no clock.
gongwei.check({}, { rulebook: "gannan-2020" });

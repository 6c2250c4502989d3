import type { Fault, HostFaultCode, Locale } from "./types.js";

/** The faults that arise on JavaScript's side of the boundary. */
const MESSAGES: Record<HostFaultCode, readonly [string, string]> = {
  "not-ready": ["引擎尚未就绪，请先等待 init() 完成", "the engine is not ready: await init() first"],
  "session-closed": ["这份记录已经关闭，请重新打开", "this record was closed: please open it again"],
  internal: ["引擎内部故障，已重新启动，此次操作未生效；请报告此问题", "the engine failed and was restarted, and nothing was done; please report this"],
  "not-json": ["此处的值不是 JSON 值：{found}", "not a JSON value: {found}"],
  cyclic: ["此处的对象包含它自己", "this object contains itself"],
  unreadable: ["读取此处的值时出错：{found}", "this value cannot be read: {found}"],
  "too-deep": ["嵌套超过 {found} 层", "nested more than {found} levels deep"],
  "too-large": ["超过 {found} 个值", "more than {found} values"],
};

export function hostFault(code: HostFaultCode, path: string, locale: Locale | undefined, found?: string): Fault {
  const template = MESSAGES[code][locale === "en" ? 1 : 0];
  const message = template.replace("{found}", () => found ?? "");
  return found === undefined ? { code, path, message } : { code, path, found, message };
}

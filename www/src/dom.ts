type Child = Node | string | undefined | false | (Node | string | undefined | false)[];
type Attributes = Record<string, string | boolean | undefined | ((event: Event) => void)>;

/** An element. Texts go in as texts, never as markup; `on…` attributes are listeners. */
export function element(name: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      made.addEventListener(key.slice(2), value);
    } else if (value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.flat().filter((child): child is Node | string => child !== undefined && child !== false));
  return made;
}

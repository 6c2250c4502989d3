import { shallowRef } from "vue";
import { Offline, type Installed } from "./installed";

const page = new Offline(() => (installed.value = page.state));

/** How it stands with the page as an app. */
export const installed = shallowRef<Installed>(page.state);

/** Not while developing, when there is no worker. */
export const startOffline = (isPlain: boolean): Promise<void> => (import.meta.env.DEV ? Promise.resolve() : page.start(isPlain));

/** Loads the newer version; what was typed must be kept by then. */
export const loadNewer = (): void => page.reload();

import { shallowRef } from "vue";
import { Offline, type Installed } from "./installed";

const page = new Offline(() => (installed.value = page.state));

/** How it stands with the page as an app. */
export const installed = shallowRef<Installed>(page.state);

export const startOffline = (): Promise<void> => page.start();

/** Loads the newer version; what was typed must be kept by then. */
export const loadNewer = (): void => page.reload();

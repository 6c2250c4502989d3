import { reactive } from "vue";

const system = window.matchMedia("(prefers-color-scheme: dark)");

/** Dark or light: as the system has it, until the user says otherwise. */
export const theme = reactive({ isDark: system.matches, isChosen: false });

system.addEventListener("change", ({ matches }) => {
  if (!theme.isChosen) {
    theme.isDark = matches;
  }
});

export function turnTheme(): void {
  theme.isDark = !theme.isDark;
  theme.isChosen = true;
}

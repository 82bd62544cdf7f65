// The theme that this browser remembers, set before anything is painted: the page waits for this
// script, and asks for it together with its style. src/theme/useTheme.ts changes it afterwards. The
// page around a frame may ask for a theme.
(() => {
  let theme = history.state?.kept?.theme;
  try {
    theme ??= localStorage.getItem("theme");
  } catch {
    // Storage may be forbidden. The system's theme remains.
  }
  if (location.pathname.startsWith("/embed/")) theme = new URLSearchParams(location.search).get("theme") ?? theme;
  if (theme !== "light" && theme !== "dark") return;
  document.documentElement.dataset.theme = theme;
  for (const meta of document.querySelectorAll("meta[data-theme]"))
    meta.media = meta.dataset.theme === theme ? "all" : "not all";
})();

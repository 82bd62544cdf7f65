// Shows a page as those see it who want little motion, whatever the system says: the rules for
// them apply always.

const condition = /\(prefers-reduced-motion:\s*reduce\)/;

function applyIn(rules: CSSRuleList): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule && condition.test(rule.media.mediaText)) {
      rule.media.mediaText = rule.media.mediaText.replace(condition, "(min-width: 0)");
    }
    if (rule instanceof CSSGroupingRule) applyIn(rule.cssRules);
  }
}

function applyAll(): void {
  for (const { cssRules } of document.styleSheets) applyIn(cssRules);
}

/** Before the components ask. */
export function reduceMotion(): void {
  const real = window.matchMedia.bind(window);
  window.matchMedia = (query) => real(query.replace(condition, "(min-width: 0)"));
  applyAll();
  // Components bring their styles when they are loaded.
  new MutationObserver(applyAll).observe(document.head, { childList: true, subtree: true });
  document.addEventListener("load", applyAll, { capture: true });
}

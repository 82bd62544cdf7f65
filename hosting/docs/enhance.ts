// Enhances the documentation: a first visit is led to the reader's language, examples name this
// server and can be copied. Nothing depends on it.
import "./docs.css";
import { leadToLanguage } from "./lead-to-language.ts";

leadToLanguage();

const { copy = "", copied = "" } = document.body.dataset;
const shownMs = 1_500;

for (const mark of document.querySelectorAll("[data-origin]")) mark.textContent = window.location.origin;

// On a narrow screen the table of contents would push the text out of sight.
if (window.matchMedia("(max-width: 60rem)").matches)
  document.querySelector(".contents details")?.removeAttribute("open");

for (const figure of document.querySelectorAll("figure.code")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = copy;
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(figure.querySelector("code")?.textContent ?? "").then(() => {
      button.textContent = copied;
      setTimeout(() => (button.textContent = copy), shownMs);
    });
  });
  figure.querySelector("figcaption")?.append(button);
}

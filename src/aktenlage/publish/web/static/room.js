// The pages work without it: copying a citation, and finding one's place.
"use strict";
for (const button of document.querySelectorAll("button.copy")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.done;
  });
}
// On a narrow screen the rooms stand in one row: begin where the reader is.
const strip = document.querySelector(".rooms");
const here = strip && strip.querySelector("[aria-current]");
if (here) strip.scrollLeft = here.offsetLeft - strip.clientWidth / 3;
// What was hidden in a closed part can be reached by its address.
const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (target) {
  for (let part = target.parentElement; part; part = part.parentElement) {
    if (part.tagName === "DETAILS") part.open = true;
  }
}

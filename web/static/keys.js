// Keys and pointers on top of pages that work without them. j and k go to the next and previous claim or line,
// Enter opens it, / goes to the words field; the foot of the page lists the keys.
const stops = () => [...document.querySelectorAll(".reading a.piece:not([tabindex]), a.line, details.row > summary, .waiting")]
  .filter((e) => e.offsetParent !== null);

function move(by) {
  const list = stops();
  const at = list.indexOf(document.activeElement);
  const next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + by, 0), list.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if ("arc".includes(event.key)) decide(event.key);
  else if ("gmsnu?".includes(event.key)) press(event.key);
  else if (event.key === "/") document.querySelector("input[name=words]")?.focus();
  else return;
  event.preventDefault();
});

// a accepts the claim that has the focus, r rejects it, c opens its corrections.
function decide(key) {
  const here = document.activeElement.closest("a.piece, [data-claim], details.row");
  const card = here?.matches("a.piece") ? document.getElementById("card-" + idOf(here)) : here;
  card?.querySelector(`[data-key=${key}]`)?.click();
}

// The other keys press what the page has for them; a form that opens takes the focus.
function press(key) {
  const button = document.querySelector(`[data-key="${key}"]`);
  if (!button) return;
  button.click();
  button.scrollIntoView({ block: "nearest" });
  if (button.matches("summary")) (button.parentElement.querySelector("form :is(input:not([type=hidden]), textarea)") ?? button).focus();
}

// In a report, a piece of text and the card beside it light up together, and a click opens the card in place.
function light(id, on) {
  for (const e of document.querySelectorAll(`[data-claims~="${CSS.escape(id)}"], [data-claim="${CSS.escape(id)}"]`)) {
    e.classList.toggle("lit", on);
  }
}
const idOf = (e) => e.dataset.claim ?? new URL(e.href).searchParams.get("claim");
for (const e of document.querySelectorAll(".reading .card, .reading a.piece")) {
  const id = idOf(e);
  for (const [name, on] of [["pointerenter", true], ["focusin", true], ["pointerleave", false], ["focusout", false]]) {
    e.addEventListener(name, () => light(id, on));
  }
}
document.querySelector(".reading")?.addEventListener("click", (event) => {
  const piece = event.target.closest("a.piece");
  if (!piece || event.ctrlKey || event.metaKey || !document.getSelection().isCollapsed) return;
  const card = document.getElementById("card-" + idOf(piece));
  if (!card) return;
  event.preventDefault();
  card.open = !card.open;
  if (card.open) card.scrollIntoView({ block: "nearest" });
  history.replaceState(null, "", piece.href);
});

// Words selected in a report's text go into the form for a claim that was missed, with the place where they stand.
document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  const form = document.querySelector("#missed form");
  if (!form || selection.isCollapsed || !selection.anchorNode.parentElement?.closest(".reading .text")) return;
  const range = selection.getRangeAt(0);
  const start = range.startContainer.parentElement.closest("[data-start]");
  form.words.value = selection.toString();
  form.start.value = start ? Number(start.dataset.start) + [...range.startContainer.data?.slice(0, range.startOffset) ?? ""].length : "";
});

// While reports are taken in, the list tells how many there are by now, and offers itself anew where incidents changed.
const counts = document.getElementById("counts");
async function recount() {
  if (document.hidden) return;
  const answer = await fetch("/counts.json").then((r) => (r.ok ? r.json() : null), () => null);
  if (!answer) return;
  [...counts.querySelectorAll("span")].forEach((e, i) => { if (e.textContent !== answer.words[i]) e.textContent = answer.words[i]; });
  counts.querySelector("a").hidden = String(answer.counts.incidents) === counts.dataset.incidents;
}
if (counts) setInterval(recount, 2000);

// The map of one incident is fetched when somebody opens it.
const inset = document.querySelector(".inset");
inset?.addEventListener("toggle", () => {
  const style = document.createElement("link");
  Object.assign(style, { rel: "stylesheet", href: inset.dataset.style });
  document.head.append(style);
  import(inset.dataset.script);
}, { once: true });

// Search without a server: the index is fetched from beside this file when the field is first used.
// Without script the field stays hidden, and everything can be reached by the menu and the tables of contents.
(() => {
  "use strict";
  const base = document.currentScript.src;
  const box = document.querySelector("[data-search]");
  const field = box.querySelector("input");
  const panel = box.querySelector("[data-panel]");
  const status = box.querySelector("[role=status]");
  const list = panel.querySelector("ul");
  const shown = panel.querySelector("p");
  const MOST = 30;
  let index = null;
  let asked = false;

  // Lower case; å, ä and ö are letters of their own, while other marks are dropped: é is found by e.
  const folded = (text) =>
    text
      .toLowerCase()
      .normalize("NFC")
      .replace(/[^\u0000-\u007fåäö]/g, (sign) => sign.normalize("NFD").replace(/[\u0300-\u036f]/g, ""));

  const fetchIndex = () => {
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.src = new URL("search-index.js", base);
    script.onload = () => {
      index = window.styrcIndex.map(([title, about, address, words]) => ({
        title,
        about,
        address,
        head: folded(title),
        text: ` ${folded(title)} ${folded(about)} ${words}`,
      }));
      show();
    };
    document.head.append(script);
  };

  // How well an entry fits: every word must be there, at the beginning of a word; words in the title count most, and a
  // page before the places on it.
  const weight = (entry, words) => {
    let sum = entry.head === words.join(" ") ? 10 : 0;
    for (const word of words) {
      if (!entry.text.includes(` ${word}`)) return 0;
      sum += entry.head.startsWith(word) ? 4 : ` ${entry.head}`.includes(` ${word}`) ? 3 : 1;
    }
    return entry.address.includes("#") ? sum : sum + 1;
  };

  const item = (entry) => {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = new URL(entry.address, base);
    link.textContent = entry.title;
    const about = document.createElement("span");
    about.textContent = entry.about;
    row.append(link, about);
    return row;
  };

  const found = (words) =>
    index
      .map((entry, place) => ({ entry, place, weight: weight(entry, words) }))
      .filter((hit) => hit.weight > 0)
      .sort((one, other) => other.weight - one.weight || one.place - other.place);

  const show = () => {
    const words = folded(field.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    if (!index || words.length === 0) return close();
    const hits = found(words);
    list.replaceChildren(...hits.slice(0, MOST).map((hit) => item(hit.entry)));
    const said = hits.length === 0 ? "none" : hits.length === 1 ? "one" : hits.length > MOST ? "many" : "some";
    status.textContent = status.dataset[said].replace("#", hits.length).replace("#", MOST);
    shown.textContent = status.textContent;
    panel.hidden = false;
  };

  const close = () => {
    panel.hidden = true;
    status.textContent = "";
    list.replaceChildren();
  };

  const step = (event, by) => {
    const links = [...list.querySelectorAll("a")];
    const next = links.indexOf(document.activeElement) + by;
    if (panel.hidden || next >= links.length) return;
    event.preventDefault();
    (next < 0 ? field : links[next]).focus();
  };

  box.hidden = false;
  field.addEventListener("focus", fetchIndex);
  field.addEventListener("input", show);
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") step(event, 1);
    if (event.key === "ArrowUp" && document.activeElement !== field) step(event, -1);
    if (event.key === "Escape" && !panel.hidden) {
      event.preventDefault();
      close();
      field.focus();
    }
  });
  document.addEventListener("pointerdown", (event) => {
    if (!box.contains(event.target)) close();
  });
})();

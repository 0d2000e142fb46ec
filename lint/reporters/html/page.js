"use strict";
/* Lays the notes out beside their lines, filters them, walks through them. The page reads well without it. */
(() => {
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const wide = matchMedia("(min-width: 66rem)");
  const GAP = 10; // px between two notes
  const SLACK = 180; // px that notes may run behind their lines before the text makes room
  const SEVERITIES = ["error", "warning", "suggestion"];

  const files = all(".file");
  const index = $("index");
  const notes = all(".note");
  const marks = new Map(notes.map((note) => [note.id.slice(1), []]));
  for (const mark of all("mark")) for (const n of mark.dataset.n.split(" ")) marks.get(n)?.push(mark);
  const places = new Map();
  for (const place of all("[data-r]")) {
    if (!places.has(place.dataset.r)) places.set(place.dataset.r, []);
    places.get(place.dataset.r).push(place);
  }
  const folded = new Map(); // a note's height, in px, when it is not open
  const numberOf = (note) => note.id.slice(1);
  const fileOf = (element) => element.closest(".file");

  const severityButtons = all("[data-severity]", $("bar"));
  const ruleBoxes = all("[data-rule]", $("bar"));
  const state = { file: null, hidden: new Set(), rules: null, note: null };

  /* --- which notes are shown --- */

  const wanted = (note) =>
    !state.hidden.has(note.dataset.severity) && (!state.rules || state.rules.has(note.dataset.rule));
  const onPage = (element) => !index || state.file === fileOf(element)?.id;
  const shown = () => notes.filter((note) => !note.hidden && onPage(note));

  function filter() {
    for (const note of notes) note.hidden = !wanted(note);
    for (const mark of all("mark")) {
      const open = mark.dataset.n.split(" ").map((n) => $("n" + n)).filter((note) => note && !note.hidden);
      mark.classList.toggle("off", open.length === 0);
      if (open.length) {
        const gravest = SEVERITIES.find((level) => open.some((note) => note.dataset.severity === level));
        for (const level of SEVERITIES) mark.classList.toggle(level, level === gravest);
      }
    }
    for (const ref of all(".ref")) ref.hidden = $("n" + ref.dataset.ref)?.hidden ?? false;
    for (const button of severityButtons) {
      button.setAttribute("aria-pressed", String(!state.hidden.has(button.dataset.severity)));
    }
    for (const box of ruleBoxes) box.checked = !state.rules || state.rules.has(box.dataset.rule);
    const counter = $("rule-count");
    if (counter) counter.textContent = state.rules ? `${state.rules.size} of ${ruleBoxes.length}` : "all";
    if (state.note && $("n" + state.note)?.hidden) leave();
    for (const file of files) file.classList.toggle("shown", !index || file.id === state.file);
    if (index) index.hidden = state.file !== null;
    position();
    lay();
  }

  /* --- where the notes stand --- */

  function lay() {
    root.classList.toggle("placed", wide.matches);
    for (const file of files) if (file.matches(".shown")) layFile(file.querySelector(".galley"));
  }

  function layFile(galley) {
    // While it is measured without its room, the page keeps its height, and so the reader's place in it.
    const place = scrollY;
    galley.style.minHeight = `${galley.offsetHeight}px`;
    for (const strip of all(".strip", galley)) if (strip.style.minHeight) strip.style.minHeight = "";
    const mine = all(".note", galley).filter((note) => !note.hidden);
    if (!wide.matches) {
      for (const note of mine) note.style.transform = "";
      galley.style.minHeight = "";
      return;
    }
    const origin = galley.getBoundingClientRect().top;
    const items = mine.map((note) => {
      const strip = note.closest(".strip");
      const box = strip.getBoundingClientRect();
      const mark = marks.get(numberOf(note))?.[0];
      const line = mark?.getClientRects()[0];
      const at = (line ? line.top : box.top) - origin;
      const height = note.offsetHeight;
      if (!note.querySelector(".more").open) folded.set(note, height);
      const room = folded.get(note) ?? height;
      return { note, strip, top: box.top - origin, tall: box.height, at, height, room, y: 0 };
    });
    items.sort((a, b) => a.at - b.at);
    makeRoom(items);
    const active = items.findIndex((item) => numberOf(item.note) === state.note);
    spread(items, active);
    for (const item of items) item.note.style.transform = `translateY(${Math.round(item.y - item.top)}px)`;
    const last = items.at(-1);
    galley.style.minHeight = last ? `${Math.ceil(last.y + last.height)}px` : "";
    if (Math.abs(scrollY - place) > 1) scrollTo(scrollX, place);
  }

  /* Where notes crowd, the text below waits, so that no note ends up far from its line. What an open note
     takes is left out, so that the text stands still while one reads through the notes. */
  function makeRoom(items) {
    let shift = 0;
    let reach = 0;
    let before = null;
    const rooms = [];
    for (const item of items) {
      item.at += shift;
      item.top += shift;
      if (before && item.strip !== before.strip && reach - item.at > SLACK) {
        const extra = Math.ceil(reach - item.at - SLACK);
        rooms.push([before.strip, before.tall + extra]);
        shift += extra;
        item.at += extra;
        item.top += extra;
      }
      reach = Math.max(item.at, reach) + item.room + GAP;
      before = item;
    }
    for (const [strip, height] of rooms) strip.style.minHeight = `${height}px`;
  }

  /* The active note stands exactly at its line; the others give way, up or down. */
  function spread(items, active) {
    const down = (from, floor) => {
      let next = floor;
      for (let i = from; i < items.length; i += 1) {
        items[i].y = Math.max(items[i].at, next);
        next = items[i].y + items[i].height + GAP;
      }
    };
    down(0, 0);
    if (active < 0) return;
    items[active].y = Math.max(items[active].at, 0);
    for (let i = active - 1; i >= 0; i -= 1) {
      items[i].y = Math.min(items[i].y, items[i + 1].y - items[i].height - GAP);
    }
    let next = 0;
    for (let i = 0; i <= active; i += 1) {
      items[i].y = Math.max(items[i].y, next);
      next = items[i].y + items[i].height + GAP;
    }
    down(active + 1, next);
  }

  /* --- going through them --- */

  function enter(number, { focus = true, scroll = true } = {}) {
    const note = $("n" + number);
    if (!note) return;
    if (index && fileOf(note).id !== state.file) {
      state.file = fileOf(note).id;
      filter();
    }
    if (note.hidden) {
      state.hidden.clear();
      state.rules = null;
      filter();
    }
    clear();
    state.note = String(number);
    note.classList.add("active");
    note.querySelector(".more").open = true;
    for (const mark of marks.get(state.note) ?? []) mark.classList.add("active");
    for (const place of places.get(state.note) ?? []) place.classList.add("on");
    lay();
    position();
    write();
    const target = wide.matches ? (marks.get(state.note)?.[0] ?? note) : note;
    if (scroll) {
      target.scrollIntoView({ block: "center" });
      bothInView(target, note);
    }
    if (focus) note.focus({ preventScroll: true });
  }

  /* Where notes crowd so much that one cannot stand at its line, the line moves up to show both. */
  function bothInView(target, note) {
    const bar = $("bar").getBoundingClientRect().bottom;
    const low = note.getBoundingClientRect().bottom + 2 * GAP - innerHeight;
    const free = target.getBoundingClientRect().top - bar - 2 * GAP;
    if (low > 0 && free > 0) scrollBy(0, Math.min(low, free));
  }

  function clear() {
    const note = state.note && $("n" + state.note);
    if (note) {
      note.classList.remove("active");
      note.querySelector(".more").open = false;
    }
    for (const element of all("mark.active")) element.classList.remove("active");
    for (const element of all(".place.on, .place.target")) element.classList.remove("on", "target");
    state.note = null;
  }

  function leave() {
    clear();
    lay();
    position();
    write();
  }

  function step(direction) {
    let list = shown();
    if (!list.length && index && state.file === null) {
      list = notes.filter((note) => !note.hidden);
    }
    if (!list.length) return;
    const here = list.findIndex((note) => numberOf(note) === state.note);
    const start = here < 0 ? nearest(list, direction) : here + direction;
    enter(numberOf(list[(start + list.length) % list.length]));
  }

  /* Without an active note the walk starts from what the reader sees. */
  function nearest(list, direction) {
    if (list[0] && !fileOf(list[0]).matches(".shown")) return direction > 0 ? 0 : list.length - 1;
    const top = $("bar").getBoundingClientRect().bottom;
    const next = list.findIndex((note) => (marks.get(numberOf(note))?.[0] ?? note).getBoundingClientRect().top >= top);
    if (next < 0) return direction > 0 ? 0 : list.length - 1;
    return direction > 0 ? next : next - 1;
  }

  function position() {
    const list = index && state.file === null ? notes.filter((note) => !note.hidden) : shown();
    const here = list.findIndex((note) => numberOf(note) === state.note);
    const some = list.length === 1 ? "1 note" : `${list.length.toLocaleString("en")} notes`;
    $("position").textContent = here < 0 ? some : `${(here + 1).toLocaleString("en")} of ${list.length.toLocaleString("en")}`;
  }

  /* --- the address --- */

  function write() {
    const words = new URLSearchParams();
    if (state.file) words.set("draft", state.file.slice(1));
    if (state.hidden.size) words.set("without", [...state.hidden].sort().join(","));
    if (state.rules) words.set("rules", [...state.rules].sort().join(","));
    if (state.note) words.set("note", state.note);
    const hash = words.toString().replaceAll("%2C", ",");
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }

  function read() {
    const hash = decodeURIComponent(location.hash.slice(1));
    if (/^n\d+$/.test(hash)) return enter(hash.slice(1));
    if (/^[mpw]\d+(-\d+)?$/.test(hash)) return jump(hash);
    if (/^f\d+$/.test(hash) || hash === "index") {
      state.file = hash === "index" ? null : hash;
      clear();
      filter();
      write();
      return scrollTo(0, 0);
    }
    if (!hash.includes("=")) return undefined;
    const words = new URLSearchParams(location.hash.slice(1));
    const known = new Set(ruleBoxes.map((box) => box.dataset.rule));
    const rules = words.get("rules")?.split(",").filter((rule) => known.has(rule));
    state.hidden = new Set(words.get("without")?.split(",").filter((level) => SEVERITIES.includes(level)));
    state.rules = rules?.length ? new Set(rules) : null;
    state.file = index && $("f" + words.get("draft")) ? "f" + words.get("draft") : null;
    filter();
    if (words.get("note")) enter(words.get("note"));
    return undefined;
  }

  function jump(id) {
    const place = $(id);
    if (!place) return;
    const file = fileOf(place);
    if (index && file.id !== state.file) {
      state.file = file.id;
      filter();
    }
    for (const element of all(".place.target")) element.classList.remove("target");
    place.classList.add("target");
    place.scrollIntoView({ block: "center" });
    write();
  }

  /* --- the notes as text --- */

  function asText() {
    const parts = [];
    for (const file of index && state.file === null ? files : files.filter((one) => one.matches(".shown"))) {
      const list = all(".note", file).filter((note) => !note.hidden);
      if (!list.length) continue;
      parts.push(`${file.dataset.path}: ${list.length === 1 ? "1 note" : `${list.length} notes`}`);
      list.forEach((note, i) => parts.push(noteAsText(note, i + 1)));
    }
    return parts.join("\n\n") + "\n";
  }

  function noteAsText(note, ordinal) {
    const line = note.dataset.place.split(":")[0];
    const rows = [`${ordinal}. Line ${line}: ${note.querySelector(".message").textContent}`];
    const quote = around(note);
    if (quote) rows.push(`   In: ${quote}`);
    const better = all(".proposal", note).map((element) => element.textContent);
    if (better.length) rows.push(`   Instead: ${better.join(" / ")}`);
    return rows.join("\n");
  }

  function around(note) {
    const mark = marks.get(numberOf(note))?.[0];
    const words = mark?.closest(".words");
    if (!words) return "";
    const range = document.createRange();
    range.selectNodeContents(words);
    range.setEndBefore(mark);
    const start = range.toString().length;
    const whole = words.textContent;
    const from = start > 50 ? whole.indexOf(" ", start - 50) + 1 : 0;
    const stop = start + mark.textContent.length + 50;
    const to = stop < whole.length ? whole.lastIndexOf(" ", stop) : whole.length;
    const piece = whole.slice(Math.min(from, start), Math.max(to, start + mark.textContent.length));
    return `${from > 0 ? "…" : ""}${piece.replace(/\s+/g, " ").trim()}${to < whole.length ? "…" : ""}`;
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  }

  function say(words) {
    $("status").textContent = words;
  }

  /* --- controls --- */

  for (const button of severityButtons) {
    button.addEventListener("click", () => {
      const level = button.dataset.severity;
      if (!state.hidden.delete(level)) state.hidden.add(level);
      filter();
      write();
    });
  }
  function chooseRules(chosen) {
    state.rules = chosen.length === ruleBoxes.length ? null : new Set(chosen);
    filter();
    write();
  }
  for (const box of ruleBoxes) {
    box.addEventListener("change", () =>
      chooseRules(ruleBoxes.filter((one) => one.checked).map((one) => one.dataset.rule)));
  }
  for (const button of all("[data-all]")) {
    button.addEventListener("click", () =>
      chooseRules(button.dataset.all === "on" ? ruleBoxes.map((one) => one.dataset.rule) : []));
  }
  for (const button of all(".only")) {
    button.addEventListener("click", () => {
      state.hidden.clear();
      if (ruleBoxes.length) state.rules = new Set([button.dataset.only]);
      const first = notes.find((note) => note.dataset.rule === button.dataset.only);
      filter();
      if (first) enter(numberOf(first));
    });
  }
  $("next").addEventListener("click", () => step(1));
  $("previous").addEventListener("click", () => step(-1));
  $("copy-text").addEventListener("click", async () => {
    const text = asText();
    $("text").value = text;
    $("text-dialog").showModal();
    $("text").select();
    $("text").scrollTop = 0;
    const copied = await copy(text);
    say(copied ? "The notes were copied." : "Copy the selected text.");
  });
  for (const button of all(".copy")) {
    button.addEventListener("click", async () => {
      const copied = await copy(button.dataset.copy);
      if (!copied) getSelection().selectAllChildren(button.parentElement.querySelector(".line"));
      button.textContent = copied ? "Copied" : "Selected: copy it";
      say(button.textContent);
      setTimeout(() => { button.textContent = "Copy the line"; }, 2000);
    });
  }
  for (const button of all("dialog .close")) {
    button.addEventListener("click", () => button.closest("dialog").close());
  }
  const remembered = (key, value) => {
    try {
      if (value !== undefined) localStorage.setItem(key, value);
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const dark = () =>
    (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  if (["light", "dark"].includes(remembered("copydesk-theme"))) root.dataset.theme = remembered("copydesk-theme");
  $("theme").addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    remembered("copydesk-theme", root.dataset.theme);
    say(dark() ? "Dark" : "Light");
  });
  $("keys").addEventListener("click", () => $("keys-dialog").showModal());
  $("keys-on").checked = remembered("copydesk-keys") !== "off";
  $("keys-on").addEventListener("change", () => remembered("copydesk-keys", $("keys-on").checked ? "on" : "off"));

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === "Escape") {
      if ($("rule-menu")?.open) $("rule-menu").open = false;
      else leave();
      return;
    }
    if (!$("keys-on").checked) return;
    if (event.key === "j" || event.key === "n") step(1);
    else if (event.key === "k" || event.key === "p") step(-1);
    else if (event.key === "?") $("keys-dialog").showModal();
    else return;
    event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const menu = $("rule-menu");
    if (menu?.open && !menu.contains(event.target)) menu.open = false;
    if (event.defaultPrevented || !getSelection().isCollapsed) return;
    const ref = event.target.closest(".ref");
    if (ref) {
      event.preventDefault();
      enter(ref.dataset.ref, { scroll: !wide.matches });
      return;
    }
    const mark = event.target.closest("mark:not(.off)");
    if (mark) {
      const open = mark.dataset.n.split(" ").filter((n) => !$("n" + n).hidden);
      enter(open[(open.indexOf(state.note) + 1) % open.length], { scroll: !wide.matches });
      return;
    }
    const note = event.target.closest(".note");
    if (note && !event.target.closest("a, button, summary, code") && numberOf(note) !== state.note) {
      enter(numberOf(note), { scroll: false });
    }
  });
  for (const details of all(".more")) details.addEventListener("toggle", lay);
  addEventListener("hashchange", read);
  addEventListener("resize", lay);
  wide.addEventListener("change", lay);
  document.fonts?.ready.then(lay);

  filter();
  read();
  void root.offsetHeight; // the notes take their first places before they learn to glide
  root.classList.add("calm");
})();

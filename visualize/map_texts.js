// What the page itself says, in two languages, and how it writes money and lines.

const TEXTS = {
  ko: {
    map: "지도",
    list: "목록",
    views: "보기",
    languages: "언어",
    search: "이름 찾기 (띄어쓰기 없이도)",
    legend: "범례",
    filters: "거르기",
    byDepartment: "부서",
    byLaw: "법령",
    byPartner: "참여 기관",
    byStatus: "시설 상태",
    anything: "전체",
    clear: "거르기 지우기",
    focus: "주변만",
    near: "주변만 보는 중",
    steps: (count) => `${count}단계까지`,
    stepsName: "몇 단계까지",
    back: "전체로",
    shownOf: (count, all) => `${all}개 중 ${count}개 보임`,
    edges: "선",
    stated: "문서에 명시",
    derived: "규칙으로 도출",
    size: "크기 = 금액 (로그)",
    sources: "출처",
    total: (nodes, edges) => `점 ${nodes} · 선 ${edges}`,
    close: "닫기",
    center: "가운데로",
    zoom: "확대와 축소",
    zoomIn: "확대",
    zoomOut: "축소",
    zoomAll: "전체 보기",
    lawPage: "법령 원문 (새 창)",
    facts: "내용",
    noFacts: "문서에 적힌 다른 내용이 없습니다.",
    neighbours: "연결",
    more: (count) => `외 ${count}건은 눌러서 보기`,
    nothing: "맞는 이름이 없습니다",
    hits: (count) => `${count}건`,
    hiddenType: "숨김",
    selected: (name) => `${name} 선택됨`,
    mapHelp:
      "지도. 화살표 키로 옮기고 + − 로 확대·축소, 0 은 전체, Enter 는 가운데 항목, F 는 그 주변만, Esc 는 되돌리기. 목록 보기에 같은 내용이 있습니다.",
    columns: {
      type: "유형",
      label: "이름",
      subtitle: "구분",
      amount: "금액",
      status: "상태",
      lines: "행",
      links: "연결",
    },
    empty: "보이는 항목이 없습니다.",
    lines: (lines) => `${lines}행`,
  },
  en: {
    map: "Map",
    list: "List",
    views: "View",
    languages: "Language",
    search: "Find a name (blanks do not matter)",
    legend: "Legend",
    filters: "Filters",
    byDepartment: "Department",
    byLaw: "Law",
    byPartner: "Partner",
    byStatus: "Facility status",
    anything: "all",
    clear: "Clear filters",
    focus: "Only near",
    near: "and what is near",
    steps: (count) => (count === "1" ? "1 step away" : `up to ${count} steps away`),
    stepsName: "How many steps away",
    back: "Show all",
    shownOf: (count, all) => `${count} of ${all} shown`,
    edges: "Lines",
    stated: "stated in the document",
    derived: "derived by a rule",
    size: "Size = money (KRW, log)",
    sources: "Sources",
    total: (nodes, edges) => `${nodes} nodes · ${edges} lines`,
    close: "Close",
    center: "Centre",
    zoom: "Zoom",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    zoomAll: "Show all",
    lawPage: "Text of the law (new window)",
    facts: "Facts",
    noFacts: "The document says nothing else.",
    neighbours: "Connected with",
    more: (count) => `${count} more on click`,
    nothing: "No such name",
    hits: (count) => `${count} found`,
    hiddenType: "hidden",
    selected: (name) => `${name} selected`,
    mapHelp:
      "Map. Arrow keys move, + − zoom, 0 shows all, Enter opens the item in the middle, F shows only what is near it, Esc goes back. The list has the same content.",
    columns: {
      type: "Type",
      label: "Name",
      subtitle: "Kind",
      amount: "Amount",
      status: "Status",
      lines: "Line",
      links: "Links",
    },
    empty: "Nothing to show.",
    lines: (lines) => (/[,–]/.test(lines) ? `lines ${lines}` : `line ${lines}`),
  },
};

function say(name, ...values) {
  const text = TEXTS[state.language][name];
  return typeof text === "function" ? text(...values) : text;
}

// The label in the language of the page, or the other one if there is none.
function labelOf(thing) {
  return state.language === "ko" ? thing.label_ko || thing.label_en : thing.label_en || thing.label_ko;
}

function statusOf(node) {
  return labelOf({ label_ko: node.status, label_en: node.status_en });
}

function valueOf(fact) {
  return labelOf({ label_ko: fact.value, label_en: fact.value_en });
}

// Stated or derived, and then by which rule, in words.
function basisOf(thing) {
  if (thing.basis !== "derived") return thing.basis === "stated" ? say("stated") : "";
  const rule = labelOf({ label_ko: thing.rule, label_en: thing.rule_en });
  return rule ? `${say("derived")}: ${rule}` : say("derived");
}

function otherLabelOf(thing) {
  return state.language === "ko" ? thing.label_en : thing.label_ko;
}

const STEPS = {
  ko: [[1e12, "조원"], [1e8, "억원"], [1e4, "만원"], [1, "원"]],
  en: [[1e12, " tn"], [1e9, " bn"], [1e6, " m"], [1, ""]],
};

// Korean counts in 만, 억 and 조, English in thousands of thousands.
function shortWon(won, withoutCurrency) {
  const steps = STEPS[state.language];
  const [unit, name] = steps.find(([step]) => Math.abs(won) >= step) || steps.at(-1);
  const figure = (won / unit).toLocaleString("en-US", { maximumFractionDigits: 2 });
  return (state.language === "ko" || withoutCurrency ? "" : "KRW ") + figure + name;
}

function fullWon(won) {
  const figure = won.toLocaleString("en-US");
  return state.language === "ko" ? `${figure}원` : `KRW ${figure}`;
}

// "12|13|14|20" is written 12–14, 20.
function lineRuns(lines) {
  const runs = [];
  for (const line of lines.split("|").filter(Boolean)) {
    const last = runs.at(-1);
    if (last && Number(line) === Number(last[1]) + 1) last[1] = line;
    else runs.push([line, line]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(", ");
}

function saidLines(lines) {
  return lines ? say("lines", lineRuns(lines)) : "";
}

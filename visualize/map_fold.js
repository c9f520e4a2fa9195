// Names as people type them; mirrors loose_key of ontology/fold.py, and a test compares the two.

const DROPPED = new RegExp(
  "[" +
    "\\s\\u001c-\\u001f\\u0085\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff" + // blanks
    "·ㆍ․･‧∙•⋅・ᆞ" + // dots
    "~∼～〜" + // tildes
    "「」｢｣『』‘’“”'\"＇＂`´" + // quotes
    "\\-‐‑‒–—―−" + // dashes
    "()\\[\\]<>,.:/" + // brackets and marks
    "]",
  "gu",
);

function looseKey(text) {
  return text.normalize("NFC").replace(DROPPED, "").toUpperCase();
}

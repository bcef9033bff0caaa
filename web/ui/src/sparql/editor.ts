/** `<query-editor>`: CodeMirror in a shadow root over a plain textarea, which stays the form's field.
 *
 * The shadow root is what lets CodeMirror style itself under a policy without inline styles: it adopts a sheet there.
 */

import { autocompletion, completionKeymap, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, defaultHighlightStyle, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { sparql } from "codemirror-lang-sparql";

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.definitionKeyword], color: "var(--asserted)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--alleged)" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--disputed)" },
  { tag: [tags.number, tags.bool, tags.literal], color: "var(--alleged)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--ink-soft)", fontStyle: "italic" },
  { tag: [tags.namespace, tags.url, tags.typeName], color: "var(--link)" },
]);

const theme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--sheet)", fontSize: "0.875rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", minHeight: "19rem", maxHeight: "60vh" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--sheet)", color: "var(--ink-soft)", borderRight: "1px solid var(--line)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--sunken) 60%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "color-mix(in srgb, var(--accent) 28%, transparent)" },
  ".cm-tooltip": { backgroundColor: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--line-strong)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--accent-ink)" },
});

/** Names and variables that occur in `text`: what completion offers beside the known terms. */
export function wordsOf(text: string): string[] {
  return [...new Set([...text.matchAll(/[?$]\w+|\b[a-z]\w*:[A-Za-z]\w*/g)].map((found) => found[0]))].sort();
}

const KEYWORDS = "SELECT ASK CONSTRUCT DESCRIBE WHERE FILTER OPTIONAL UNION MINUS GRAPH BIND VALUES DISTINCT ORDER GROUP BY HAVING LIMIT OFFSET COUNT SAMPLE GROUP_CONCAT EXISTS NOT IN AS PREFIX".split(" ");

function complete(terms: readonly string[]): (context: CompletionContext) => CompletionResult | null {
  return (context) => {
    const word = context.matchBefore(/[?$]?[\w:]+/);
    if (!word && !context.explicit) return null;
    const names = [...new Set([...terms, ...wordsOf(context.state.doc.toString())])].filter((name) => name !== word?.text);
    const options = [...names.map((label) => ({ label, type: label.startsWith("?") ? "variable" : "property" })), ...KEYWORDS.map((label) => ({ label, type: "keyword" }))];
    return { from: word?.from ?? context.pos, options, validFor: /^[?$]?[\w:]*$/ };
  };
}

/** Writing over a selection is done here: left to itself, Chromium keeps the old text's look in a style attribute, which
 * the policy refuses. */
const overwrite = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== "insertText" || event.data === null || view.composing || view.state.selection.main.empty) return false;
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
    return true;
  },
});

export class QueryEditor extends HTMLElement {
  private view: EditorView | null = null;

  /** Takes the place of `field`; `run` is called on Ctrl-Enter; `terms` are offered while typing. */
  mount(field: HTMLTextAreaElement, label: string, terms: readonly string[], run: () => void): void {
    const shadow = this.attachShadow({ mode: "open" });
    const keys = Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => (run(), true) }]));
    const mirror = EditorView.updateListener.of((update) => {
      if (update.docChanged) field.value = update.state.doc.toString();
    });
    // Tab is left alone on purpose: it leaves the editor, as everywhere on the page.
    const extensions = [
      keys, lineNumbers(), history(), drawSelection(), bracketMatching(), highlightActiveLine(), highlightActiveLineGutter(), EditorView.lineWrapping,
      sparql(), syntaxHighlighting(colours), syntaxHighlighting(defaultHighlightStyle, { fallback: true }), theme, mirror, overwrite,
      autocompletion({ override: [complete(terms)] }), keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
      EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", autocapitalize: "off" }),
    ];
    const [typing, anchor, head] = [document.activeElement === field, field.selectionStart, field.selectionEnd];
    this.view = new EditorView({ state: EditorState.create({ doc: field.value, selection: { anchor, head }, extensions }), parent: shadow, root: shadow });
    if (typing) this.view.focus(); // who had begun to write goes on where they were
    field.hidden = true;
    field.required = false; // a hidden required field would silently stop the form
  }

  set text(text: string) {
    this.view?.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
    this.view?.focus();
  }

  /** Underlines the place of an error; lines and columns count from 1. No line: takes the mark away. */
  mark(line: number | null, column: number | null, message: string): void {
    if (!this.view) return;
    const { doc } = this.view.state;
    if (!line || line > doc.lines) return this.view.dispatch(setDiagnostics(this.view.state, []));
    const row = doc.line(line);
    const from = Math.min(row.from + Math.max(0, (column ?? 1) - 1), row.to);
    const to = column ? Math.min(from + 1, row.to) : row.to;
    this.view.dispatch(setDiagnostics(this.view.state, [{ from: from === to ? row.from : from, to, severity: "error", message }]));
    this.view.dispatch({ effects: EditorView.scrollIntoView(from, { y: "nearest" }) });
  }
}

customElements.define("query-editor", QueryEditor);

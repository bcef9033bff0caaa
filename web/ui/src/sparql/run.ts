/** Asks the server for the page of a query and takes its result out of it: one place renders results, the server. */

export interface Running {
  /** The new result section; rejects with AbortError when cancelled. */
  readonly result: Promise<HTMLElement>;
  cancel(): void;
}

export function run(address: string): Running {
  const request = new XMLHttpRequest();
  const result = new Promise<HTMLElement>((done, fail) => {
    request.open("GET", address);
    request.responseType = "document"; // parsed without running its scripts
    request.setRequestHeader("Accept", "text/html");
    request.addEventListener("load", () => {
      const section = request.response instanceof Document ? request.response.getElementById("result") : null;
      if (section) done(document.importNode(section, true));
      else fail(new Error(`${request.status} ${request.statusText}`));
    });
    request.addEventListener("error", () => fail(new Error("no answer")));
    request.addEventListener("abort", () => fail(new DOMException("cancelled", "AbortError")));
    request.send();
  });
  return { result, cancel: () => request.abort() };
}

/** Words quoted for a POSIX shell. */
export function quoted(words: string): string {
  return `'${words.replaceAll("'", "'\\''")}'`;
}

function accepted(query: string): string {
  return /\b(construct|describe)\b/i.test(query.replace(/#.*$/gm, "")) ? "text/turtle" : "application/sparql-results+json";
}

/** The same question as a Python program, with nothing but the standard library. */
export function python(endpoint: string, query: string): string {
  const accept = accepted(query);
  const read = accept === "text/turtle" ? "print(answer.read().decode())" : 'for row in json.load(answer)["results"]["bindings"]:\n        print({name: term["value"] for name, term in row.items()})';
  return `${accept === "text/turtle" ? "" : "import json\n"}from urllib.parse import urlencode
from urllib.request import Request, urlopen

QUERY = ${JSON.stringify(query)}

request = Request(${JSON.stringify(endpoint)}, urlencode({"query": QUERY}).encode(), {"Accept": ${JSON.stringify(accept)}})
with urlopen(request) as answer:
    ${read}
`;
}

/** The command that asks the same in a terminal. */
export function curl(endpoint: string, query: string): string {
  const accept = accepted(query);
  return `curl -s -H ${quoted(`Accept: ${accept}`)} --data-urlencode ${quoted(`query=${query}`)} ${quoted(endpoint)}`;
}

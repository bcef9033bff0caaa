/** Asks the server; every failure becomes one Error whose message can be shown. */

import { root } from "./dom";
import { language } from "./messages";
import { lensPairs, type Lens } from "./explorer/lens";
import type { AroundPayload, ClaimPayload, ClaimsPayload, EdgePayload, JobPayload, LinkPayload, NetworkPayload, PathPayload, Problem, SearchPayload, StampPayload, TimelinePayload } from "./payloads";

export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.explanation || problem.title);
  }
}

async function get<T>(path: string, parameters: Record<string, string>, signal?: AbortSignal): Promise<T> {
  const query = new URLSearchParams({ ...parameters, lang: language });
  const answer = await fetch(`${root}${path}?${query}`, { headers: { Accept: "application/json" }, signal: signal ?? null });
  if (answer.ok) return (await answer.json()) as T;
  const problem = await answer.json().catch(() => ({ title: answer.statusText, status: answer.status, detail: "", explanation: "", line: null, column: null }));
  throw new Refusal(problem as Problem);
}

/** The network of the given parties through a lens, with the neighbours of `expand` (by relation `by` only, if one is
 * given); without parties the most reported ones. */
export function fetchNetwork(entities: readonly string[], lens: Lens, more: { expand?: string; by?: string; limit?: number } = {}): Promise<NetworkPayload> {
  const parameters: Record<string, string> = Object.fromEntries(lensPairs(lens));
  if (entities.length) parameters["entities"] = entities.join(",");
  if (more.expand) parameters["expand"] = more.expand;
  if (more.by) parameters["by"] = more.by;
  if (more.limit) parameters["limit"] = String(more.limit);
  return get("/api/network", parameters);
}

/** The claims behind an edge, as the lens lets them through; a loop stands for a relation without a recipient. */
export function fetchEdge(edge: EdgePayload, lens: Lens): Promise<ClaimsPayload> {
  const parameters: Record<string, string> = { ...Object.fromEntries(lensPairs(lens)), actor: edge.actor, relation: edge.relation };
  if (edge.recipient !== edge.actor) parameters["recipient"] = edge.recipient;
  return get("/api/edge", parameters);
}

/** The claims among some parties by month. */
export function fetchTimeline(entities: readonly string[], lens: Lens): Promise<TimelinePayload> {
  return get("/api/timeline", { ...Object.fromEntries(lensPairs({ ...lens, from: null, to: null, roots: 1 })), entities: entities.join(",") });
}

/** What there is around a party. */
export function fetchAround(key: string, lens: Lens): Promise<AroundPayload> {
  return get(`/api/around/${encodeURIComponent(key)}`, Object.fromEntries(lensPairs(lens)));
}

/** The parties on a shortest path between two. */
export function fetchPath(start: string, end: string, lens: Lens): Promise<PathPayload> {
  return get("/api/path", { ...Object.fromEntries(lensPairs(lens)), start, end });
}

/** What a party is called. */
export async function fetchEntityName(key: string): Promise<string> {
  const answer = await get<NetworkPayload>("/api/network", { entities: key });
  return answer.nodes.find((node) => node.key === key)?.name ?? key;
}

/** Where what is drawn is had in another form: `.csv`, `.gexf`, `.rq` …; `query` says the view. */
export function viewAddress(suffix: string, query: string): string {
  return `${root}/explore${suffix}?${query}${query ? "&" : ""}lang=${language}`;
}

/** The SPARQL query behind what is drawn. */
export async function fetchQuery(query: string): Promise<string> {
  const answer = await fetch(viewAddress(".rq", query), { headers: { Accept: "application/sparql-query, application/problem+json" } });
  if (answer.ok) return answer.text();
  throw new Refusal((await answer.json()) as Problem);
}

/** Has the server keep a view that is too long for an address; `mark` is what this page may write with. */
export async function keepView(view: string, mark: string): Promise<LinkPayload> {
  const answer = await fetch(`${root}/explore/links?lang=${language}`, { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams({ view, mark }) });
  if (answer.ok) return (await answer.json()) as LinkPayload;
  throw new Refusal((await answer.json()) as Problem);
}

/** What a picture of what is drawn must say of itself. */
export function fetchStamp(query: string): Promise<StampPayload> {
  return get("/api/stamp", Object.fromEntries(new URLSearchParams(query)));
}

export function fetchClaim(key: string): Promise<ClaimPayload> {
  return get(`/api/claim/${encodeURIComponent(key)}`, {});
}

export function search(query: string, signal: AbortSignal): Promise<SearchPayload> {
  return get("/api/search", { q: query, limit: "12" }, signal);
}

/** How far a job is that adds articles. */
export function fetchJob(job: string): Promise<JobPayload> {
  return get(`/api/jobs/${encodeURIComponent(job)}`, {});
}

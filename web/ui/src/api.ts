/** Asks the server; every failure becomes one Error whose message can be shown. */

import { root } from "./dom";
import { language } from "./messages";
import type { ClaimPayload, ClaimsPayload, EdgePayload, NetworkPayload, Problem, SearchPayload } from "./payloads";

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

/** The network of the given parties, with the neighbours of `expand`; without parties the most reported ones. */
export function fetchNetwork(entities: readonly string[], expand?: string, limit?: number): Promise<NetworkPayload> {
  const parameters: Record<string, string> = {};
  if (entities.length) parameters["entities"] = entities.join(",");
  if (expand) parameters["expand"] = expand;
  if (limit) parameters["limit"] = String(limit);
  return get("/api/network", parameters);
}

/** The claims behind an edge; a loop stands for a relation without a recipient. */
export function fetchEdge(edge: EdgePayload): Promise<ClaimsPayload> {
  const parameters: Record<string, string> = { actor: edge.actor, relation: edge.relation };
  if (edge.recipient !== edge.actor) parameters["recipient"] = edge.recipient;
  return get("/api/edge", parameters);
}

export function fetchClaim(key: string): Promise<ClaimPayload> {
  return get(`/api/claim/${encodeURIComponent(key)}`, {});
}

export function search(query: string, signal: AbortSignal): Promise<SearchPayload> {
  return get("/api/search", { q: query, limit: "12" }, signal);
}

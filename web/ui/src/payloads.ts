/** What the server sends: the TypeScript side of `web/payloads.py`, field by field. A test compares the two. */

export interface EntityRef {
  key: string;
  name: string;
  kind: string;
}

export interface Marked {
  text: string;
  role: string | null;
}

export interface StepPayload {
  source: EntityRef | null;
  stance: string;
  anonymous: boolean;
  cue: string | null;
}

export interface ArticleRef {
  key: string;
  title: string | null;
  outlet: string | null;
  published: string | null;
  url: string | null;
  language: string;
  sample: boolean;
}

export interface ClaimPayload {
  key: string;
  relation: string;
  relation_label: string;
  quadrant: string;
  actor: EntityRef | null;
  recipient: EntityRef | null;
  proposition: string;
  stance: string;
  modality: string;
  negated: boolean;
  chain: StepPayload[];
  before: string;
  sentence: Marked[];
  after: string;
  theme: string | null;
  theme_class: string | null;
  place: string | null;
  time_text: string | null;
  edtf: string | null;
  earliest: string | null;
  latest: string | null;
  rule: string;
  confidence: number;
  article: ArticleRef;
}

export interface NodePayload {
  key: string;
  name: string;
  kind: string;
  claims: number;
  x: number;
  y: number;
}

export interface EdgePayload {
  key: string;
  actor: string;
  recipient: string;
  relation: string;
  label: string;
  quadrant: string;
  claims: number;
  asserting: number;
  alleging: number;
  denying: number;
  doubting: number;
  intended: number;
  possible: number;
  articles: number;
  roots: number;
  standing: string;
}

export interface NetworkPayload {
  nodes: NodePayload[];
  edges: EdgePayload[];
  hidden: number;
  hidden_edges: number;
  unknown: number;
  revision: number;
}

export interface Hit {
  entity: EntityRef;
  claims: number;
}

export interface SearchPayload {
  hits: Hit[];
  query: string;
}

export interface ClaimsPayload {
  claims: ClaimPayload[];
  total: number;
}

/** The claims of one month, `2024-03`, by what their sources say. */
export interface MonthPayload {
  month: string;
  asserting: number;
  alleging: number;
  denying: number;
  doubting: number;
}

/** Months with claims, in order, on `clock`; `undated` counts claims without a day. */
export interface TimelinePayload {
  clock: string;
  months: MonthPayload[];
  undated: number;
}

/** Some of the claims around a party: how many, on how many texts they lean, to how many parties they lead. */
export interface SharePayload {
  key: string;
  name: string;
  claims: number;
  roots: number;
  parties: number;
}

/** What there is around a party, before it is drawn. */
export interface AroundPayload {
  claims: number;
  roots: number;
  parties: number;
  relations: SharePayload[];
  stances: SharePayload[];
  years: SharePayload[];
  sources: SharePayload[];
}

/** The parties on a shortest path, both ends included; empty where there is none. */
export interface PathPayload {
  parties: EntityRef[];
}

/** What a picture or a file says of itself, line by line. */
export interface StampPayload {
  lines: string[];
}

/** A view that is kept: its key, and the address that opens it. */
export interface LinkPayload {
  key: string;
  address: string;
}

/** How far a job is that adds articles; `finished`: nothing more happens by itself. */
export interface JobPayload {
  number: number;
  state: string;
  finished: boolean;
  read: number;
  expected: number | null;
  claims: number;
  waiting: string | null;
}

export interface Problem {
  title: string;
  status: number;
  detail: string;
  explanation: string;
  line: number | null;
  column: number | null;
}

/** What a row says of a member, before anyone looked whether the record knows the person or the organizations. */
export interface Member {
  name: string;
  seat: string;
  partyMember?: boolean;
  posts: PostRead[];
  from?: string;
  to?: string;
  term?: number;
  supplement?: boolean;
  links?: string[];
  affiliationMoved?: boolean;
  employed?: boolean;
  volunteer?: boolean;
  /** Absent where the row says nothing of steps; empty where it says that there were none. */
  steps?: StepRead[];
}

export interface PostRead {
  unit: string;
  unitIs: OrganizationRead;
  post?: string;
  from?: string;
  to?: string;
}

export interface OrganizationRead {
  kind?: string;
  sector?: string;
  inArea?: boolean;
}

/** A step with the names of organizations where the record has their ids. */
export interface StepRead {
  step: string;
  on?: string;
  by?: string[];
  agreedWith?: string[];
  with?: string;
  to?: string;
  passed?: boolean;
  votes?: Record<string, number>;
  through?: string;
  objections?: [];
}

import { CodeActionKind, type CodeAction, type CodeActionParams } from "vscode-languageserver";
import { askPerson } from "../actions/ask-person.ts";
import { fixAll, fixAllKind } from "../actions/fix-all.ts";
import type { Offer } from "../actions/offer.ts";
import { promptFiles } from "../actions/prompt-files.ts";
import { quickFixes } from "../actions/quick-fixes.ts";
import type { Feature } from "../feature.ts";
import type { ClientFacts, Session } from "../session.ts";
import { workflowAt, type Snapshot } from "../snapshot.ts";

/** What an action carries for the time when its edit is asked for. */
interface Postponed {
  readonly uri: string;
  readonly version: number;
}

/** Everything that can be done at a place, of the kinds that are asked for. */
function offersAt(session: Session, snapshot: Snapshot, { range, context: { only } }: CodeActionParams): readonly Offer[] {
  const client = session.client();
  const offset = snapshot.places.offsetAt(range.start);
  const workflow = workflowAt(snapshot, offset);
  const isAsked = (kind: string): boolean => only === undefined || only.some((each) => each === "" || kind === each || kind.startsWith(`${each}.`));
  const groups: readonly (readonly [kind: string, make: () => readonly Offer[]])[] = [
    [CodeActionKind.QuickFix, () => quickFixes(snapshot, session.host, client, range)],
    [fixAllKind, () => fixAll(snapshot)],
    [CodeActionKind.Refactor, () => [...promptFiles(workflow, client, offset), ...askPerson(workflow, offset)].filter(({ kind }) => isAsked(kind))],
  ];
  const isWanted = (kind: string): boolean => isAsked(kind) || (only ?? []).some((each) => each.startsWith(`${kind}.`));
  return groups.flatMap(([kind, make]) => (isWanted(kind) ? make() : []));
}

/** An offer in the protocol's words: with its edit, unless that can wait until the user has chosen. */
function actionOf(offer: Offer, { uri, version }: Snapshot, client: ClientFacts): readonly CodeAction[] {
  const { title, kind, diagnostics, isPreferred, isCostly } = offer;
  const action: CodeAction = { title, kind, ...(diagnostics === undefined ? {} : { diagnostics: [...diagnostics] }), ...(isPreferred === undefined ? {} : { isPreferred }) };
  if (isCostly === true && canResolve(client)) return [{ ...action, data: { uri, version } satisfies Postponed }];
  const edit = offer.edit();
  return edit === undefined ? [] : [{ ...action, edit }];
}

function canResolve({ capabilities }: ClientFacts): boolean {
  const { dataSupport, resolveSupport } = capabilities.textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes("edit") === true;
}

/** The action with its edit, as long as the text is the one that it was offered for. */
function resolved({ snapshot }: Session, action: CodeAction): CodeAction {
  const data: unknown = action.data;
  const now = isPostponed(data) ? snapshot(data.uri) : undefined;
  if (now === undefined || !isPostponed(data) || now.version !== data.version) return action;
  const edit = fixAll(now).find(({ title }) => title === action.title)?.edit();
  return edit === undefined ? action : { ...action, edit };
}

function isPostponed(data: unknown): data is Postponed {
  return typeof data === "object" && data !== null && "uri" in data && typeof data.uri === "string" && "version" in data;
}

export const codeActions: Feature = {
  capabilities: (client) => ({ codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, CodeActionKind.RefactorExtract, CodeActionKind.RefactorInline, CodeActionKind.RefactorRewrite],
    ...(canResolve(client) ? { resolveProvider: true } : {}),
  } }),
  serve: (session) => {
    const { connection, client, answering, attempting } = session;
    connection.onCodeAction(answering<CodeActionParams, CodeAction[]>([], (snapshot, params) => offersAt(session, snapshot, params).flatMap((offer) => actionOf(offer, snapshot, client()))));
    connection.onCodeActionResolve((action) => attempting(action, () => resolved(session, action)));
  },
};

import type { ProjectSettings } from "../../schemas/project.ts";
import { priceOf, type ModelCost } from "../../schemas/prices.ts";
import { modelTarget } from "./model-target.ts";

/** What a call of `name` comes to in a project: its own retries and the models that step in for it included; undefined where nothing says who answers. */
export function modelCostIn(settings: ProjectSettings, name: string): ModelCost | undefined {
  const target = modelTarget(name, settings);
  if (!target.ok) return undefined;
  const own = settings.models !== undefined && Object.hasOwn(settings.models, name) ? settings.models[name] : undefined;
  const fallbacks = (own?.fallback ?? []).map((other) => modelTarget(other, settings));
  const targets = [target, ...fallbacks.filter((other) => other.ok)].map(({ value }) => value);
  const times = targets.map(({ timeoutMs }) => timeoutMs);
  const timeoutMs = times.every((time) => time !== undefined) ? Math.max(...times) : undefined;
  return {
    prices: targets.map((each) => priceOf(each, settings.model_prices)),
    requests: targets.reduce((sum, { retry }) => sum + (retry?.max_attempts ?? 1), 0),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  };
}

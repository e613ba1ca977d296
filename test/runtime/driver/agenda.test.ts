import { expect, it } from "vitest";
import { agendaOf } from "../../../runtime/driver/agenda.ts";

function taken(agenda: ReturnType<typeof agendaOf>): readonly number[] {
  const lanes: number[] = [];
  for (let lane = agenda.next(); lane !== undefined; lane = agenda.next()) lanes.push(lane);
  return lanes;
}

it("gives lanes in the order in which they were opened, and each once", () => {
  const agenda = agendaOf([0, 3, 7]);
  agenda.add([9, 3, 1]);
  agenda.add([0, 8, 2, 8]);
  expect(taken(agenda)).toEqual([0, 1, 2, 3, 7, 8, 9]);
  expect(agenda.isEmpty()).toBe(true);
});

it("comes back to a lane that was taken and has changed, before those that were opened after it", () => {
  const agenda = agendaOf([0, 1, 2]);
  expect(agenda.next()).toBe(0);
  expect(agenda.next()).toBe(1);
  agenda.add([1, 0]);
  expect(taken(agenda)).toEqual([0, 1, 2]);
});

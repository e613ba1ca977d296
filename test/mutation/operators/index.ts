import type { Operator } from "../mutant.ts";
import { codeOperators } from "./codes.ts";
import { graphOperators } from "./graph.ts";
import { nameOperators } from "./names.ts";
import { securityOperators } from "./security.ts";
import { shapeOperators } from "./shapes.ts";
import { textOperators } from "./text.ts";
import { typeOperators } from "./types.ts";

/** Every way of making a mistake, in the order of the table. */
export const operators: readonly Operator[] = [...textOperators, ...shapeOperators, ...nameOperators, ...codeOperators, ...typeOperators, ...graphOperators, ...securityOperators];

export { isSlipOf, nearest } from "../../schemas/nearest.ts";

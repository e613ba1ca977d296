export { nearest } from "../../schemas/nearest.ts";

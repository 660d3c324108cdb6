import { startModules } from "./starten.js";

startModules(document);

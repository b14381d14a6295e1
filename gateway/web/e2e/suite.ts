import { execFile } from "node:child_process";
import { createSign } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, type APIRequestContext } from "@playwright/test";
import type { Person } from "./people";

const REPOSITORY = fileURLToPath(new URL("../../..", import.meta.url));
/** The folder of the suite under test, as `./brigade` is told it. */
const HOME = process.env.BRIGADE_HOME ?? join(REPOSITORY, ".brigade");
const JAVA = process.env.JAVA_HOME === undefined ? "java" : join(process.env.JAVA_HOME, "bin", "java");
const PROGRAM = join(REPOSITORY, "deploy/local/target/brigade-local/brigade-local.jar");

/** Sends a signal to an instance such as `orders-1`: SIGSTOP freezes it with what it is doing, SIGKILL is `kill -9`. */
export async function signal(instance: string, name: "SIGSTOP" | "SIGCONT" | "SIGKILL"): Promise<void> {
  const pid = Number.parseInt(await readFile(join(HOME, "run", `${instance}.pid`), "utf8"), 10);
  process.kill(pid, name);
}

/**
 * Starts what does not run, as `./brigade up SERVICE` does after its build, and returns when it is ready. Tries twice: on
 * a busy machine the first start may take longer than `up` waits.
 */
export async function up(service: string): Promise<void> {
  const start = () => promisify(execFile)(JAVA, ["-jar", PROGRAM, "--repository", REPOSITORY, "up", service]);
  await start().catch(start);
}

/** Somebody's token as it is an hour after they signed in: rightly signed, and over. */
export async function expiredToken(request: APIRequestContext, person: Person): Promise<string> {
  const answer = await request.post("/api/auth/token", { data: { staff_code: person.code, pin: person.pin } });
  expect(answer.status()).toBe(200);
  const [header = "", payload = ""] = ((await answer.json()) as { access_token: string }).access_token.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as { iat: number; exp: number };
  const former = { ...claims, iat: claims.iat - 3600, exp: claims.exp - 3600 };
  const signed = `${header}.${Buffer.from(JSON.stringify(former)).toString("base64url")}`;
  const key = await readFile(join(HOME, "secrets", "token-private-key.pem"));
  return `${signed}.${createSign("RSA-SHA256").update(signed).sign(key, "base64url")}`;
}

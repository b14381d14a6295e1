import { session } from "../session/session";
import { Problem } from "../problems/problem";

/** Fetches a file as whoever is signed in, and hands it to the browser to be kept; throws what the server refuses. */
export async function download(path: string, name: string, accept = "*/*"): Promise<void> {
  const answer = await session.fetch(new Request(new URL(path, location.origin), { headers: { Accept: accept } }));
  if (!answer.ok) {
    throw Problem.of(answer, await answer.json().catch(() => undefined));
  }
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = /filename="?([^";]+)"?/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
